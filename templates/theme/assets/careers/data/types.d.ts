/** What the site publishes for its scripts. Made from generator/scripts/published.py by `careers schema`. */

/** A section of the interface texts: its keys are those of the strings, which their own rules check. */
export type Texts = any;

/** What pages of occupations and guides need to put something into the plan. */
export interface AddingFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  text: Texts;
  /** Of the plan. */
  plan: string;
  /** Of the page that compares occupations. */
  compare: string;
}

/** Every assessment, and the texts of all that is made of the answers. */
export interface AssessmentsFile {
  /** Of all the files. */
  version: number;
  text: Texts;
  /** Kind -> scale -> its name. */
  labels: Record<string, Record<string, string>>;
  /** Level of preparation -> its name. */
  levels: Record<string, string>;
  quizzes: Quiz[];
}

/** A column of a table in a worksheet; what it does not have is left out. */
export interface Column {
  key: string;
  kind: "short" | "long" | "choice" | "rating" | "date";
  label: string;
  /** Choice: key -> words. */
  options?: Record<string, string>;
  /** Date: what the reader is reminded of on that day. */
  reminder?: string;
}

/** The texts of the page that compares occupations. */
export interface ComparingFile {
  /** Of all the files. */
  version: number;
  text: Texts;
}

/** What occupations are filtered and sorted by. */
export interface FacetsFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  /** The values of each facet. */
  values: Record<string, string[]>;
  slug: string[];
  /** Places in the facet's values, one or several. */
  columns: Record<string, number[][]>;
  figures: Figures;
}

/** Of each occupation's figures, the first. */
export interface Figures {
  /** Medians. */
  pay: number[];
  per: ("year" | "hour")[];
  /** ISO 4217 codes. */
  currency: string[];
  year: number[];
  /** In the number of jobs, in percent. */
  change: number[];
  /** In a year. */
  openings: number[];
}

/** A column for each fact, an entry for each occupation. */
export interface MatchingColumns {
  slug: string[];
  title: string[];
  url: string[];
  preparation: number[];
  /** In `fields`. */
  field: number[];
  interests: number[][];
  /** null: there are none. */
  values: (number[] | null)[];
  /** In `skills`. */
  skills: number[][];
  /** In `terms`. */
  environment: number[][];
}

/** One of the six methods. */
export interface Method {
  label: string;
  /** Of its guide; null: it is not written yet. */
  url: string | null;
}

/** What finds an occupation by name. */
export interface NamesFile {
  /** Of all the files. */
  version: number;
  slug: string[];
  title: string[];
  aliases: string[][];
  /** Keys of `fields`. */
  field: string[];
  fields: Record<string, string>;
  /** Of an occupation's page, with {slug}. */
  address: string;
}

/** What matching needs of every occupation; the other files about occupations keep this order. */
export interface OccupationsFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  skills: string[];
  /** Conditions of the work as group/term. */
  terms: string[];
  /** Names of the fields of work. */
  fields: string[];
  columns: MatchingColumns;
}

/** A projection of the number of jobs in one region. */
export interface Outlook {
  region: string;
  from: number;
  to: number;
  jobs: number;
  jobs_projected: number;
  change_percent: number;
  openings_per_year: number;
  /** Its title in a few words. */
  source: string;
  source_key: string;
}

/** What the occupation pays before tax, in one region and year. */
export interface Pay {
  region: string;
  year: number;
  currency: string;
  per: "year" | "hour";
  p10: number | null;
  p25: number | null;
  median: number;
  p75: number | null;
  p90: number | null;
  /** Says it when the wage describes only part of the people. */
  covers: string | null;
  /** Its title in a few words. */
  source: string;
  source_key: string;
}

/** The texts of the plan and of the worksheets, and what each worksheet is made of. */
export interface PlanFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  text: Texts;
  /** Language tag for lists, dates and numbers. */
  locale: string;
  site: SiteName;
  /** Of the plan. */
  address: string;
  /** Of an occupation's page, with {slug}. */
  occupation: string;
  /** In the order of the six. */
  methods: Record<string, Method>;
  sheets: Sheet[];
}

/** One occupation in the words of the vocabularies, without markup: for comparing it and for a worksheet. */
export interface ProfileFile {
  /** Of all the files. */
  version: number;
  /** The name of an occupation's profile. */
  slug: string;
  title: string;
  field: string;
  summary: string;
  tasks: string[];
  /** A working day, by paragraphs. */
  day: string[];
  /** Name of a group -> names of its terms. */
  environment: Record<string, string[]>;
  preparation: number;
  /** Education that is typical at entry. */
  entry: string;
  /** In a related job. */
  experience: string;
  /** On the job. */
  training: string;
  /** Whether the law asks for one anywhere. */
  licence: boolean;
  routes: Route[];
  pay: Pay[];
  outlook: Outlook[];
  /** One a scale, in the order of the scales. */
  interests: number[];
  /** null: there are none. */
  values: number[] | null;
  skills: string[];
  good_sides: string[];
  hard_sides: string[];
}

/** What is asked: an item, or a pair of values of which one is to be chosen. */
export interface Question {
  key: string;
  text: string;
  /** Values: the places of the two in `scales`. */
  pair?: [number, number];
  /** The scale that an answer counts for. */
  scale?: string;
  /** Part of the quick form. */
  quick?: boolean;
  /** Environment: the terms, group/term, that mean its condition is present. */
  terms?: string[];
}

/** An assessment with the words that scripts need to score and explain it. */
export interface Quiz {
  key: string;
  kind: "interests" | "skills" | "values" | "environment" | "methods";
  title: string;
  /** An address, relative to the site's root. */
  url: string;
  /** Six hexadecimal digits that change with the questions. */
  stamp: string;
  /** Answers go from 1 to this. */
  steps: number;
  /** The words of each answer. */
  options: string[];
  /** What is scored, in the order of the profiles' ratings. */
  scales: string[];
  /** In the order in which they are asked. */
  items: Question[];
}

/** One way into the occupation. */
export interface Route {
  name: string;
  takes: string;
}

/** A strategy's worksheet. */
export interface Sheet {
  /** Of the strategy. */
  key: string;
  method: string;
  title: string;
  takes: string;
  /** An address, relative to the site's root. */
  url: string;
  /** Of the strategy's part of its guide. */
  guide: string;
  /** What one sheet is called where several are kept. */
  entry: string | null;
  fields: WorksheetField[];
}

/** The site as calendars and files name it. */
export interface SiteName {
  name: string;
  /** Empty where the site does not know its own address. */
  url: string;
}

/** What finds an occupation by what people do in it; loaded after the names. */
export interface TasksFile {
  /** Of all the files. */
  version: number;
  tasks: string[][];
}

/** Verbs that tell of each interest. */
export interface VerbsFile {
  /** Of all the files. */
  version: number;
  verbs: Record<string, string[]>;
}

/** A field of a worksheet as scripts need it to name and to read what was written. */
export interface WorksheetField {
  key: string;
  kind: "short" | "long" | "choice" | "rating" | "date" | "before_after" | "list" | "table" | "if_then";
  label: string;
  /** Choice: key -> words. */
  options?: Record<string, string>;
  /** Rating: what 1 means. */
  low?: string;
  /** Rating: what 5 means. */
  high?: string;
  /** Table: its columns. */
  columns?: Column[];
  /** Table: the names of its rows, if they are set. */
  rows?: string[];
  /** Date: what the reader is reminded of on that day. */
  reminder?: string;
}

/** Every file by its name below data/. */
export interface Files {
  assessments: AssessmentsFile;
  occupations: OccupationsFile;
  plan: PlanFile;
  adding: AddingFile;
  verbs: VerbsFile;
  names: NamesFile;
  tasks: TasksFile;
  facets: FacetsFile;
  comparing: ComparingFile;
  [profile: `profiles/${string}`]: ProfileFile;
}
