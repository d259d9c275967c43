/**
 * What the site publishes for its scripts, and what stands in a plan. Made by `careers schema` from
 * generator/scripts/published/, model/plan.py and, for the texts, templates/strings/.
 */

/** The forms of a text by the plural categories of a language, of which each has some. */
export interface Forms {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** A text that tells a number: one for all, or a form for each kind of number. */
export type Sentence = string | Forms;

/** The sections of the interface texts that scripts get. */
export interface Texts {
  adding: {
    renewed: string;
    star: string;
    starred: string;
    add: string;
    inside: string;
    named: string;
    plan: string;
    compare: string;
    undo: string;
    added: string;
    when: string;
    weekend: string;
    fortnight: string;
    pick: string;
    dated: string;
    returned: string;
    removed: string;
    removed_own: string;
    full: string;
    unsaved: string;
  };
  areas: {
    title: string;
    high: string;
    low: string;
    place: string;
    file: string;
    caption: Sentence;
    name: string;
    amount: string;
    employed: string;
    order: string;
    by: {
      medians: string;
      names: string;
      employed: string;
    };
    unknown: string;
    covers: string;
    help: string;
    at_least: string;
    per_year: string;
    per_month: string;
    per_hour: string;
    failed: string;
  };
  comparing: {
    most: string;
    gone: string;
    unread: string;
    full: string;
    no_such: string;
    nearest: string;
    there: string;
    added: Sentence;
    removed: Sentence;
    moved: Sentence;
    failed: string;
    remove: string;
    left: string;
    right: string;
    pay: string;
    pay_here: string;
    pay_of: string;
    at_least: string;
    on_average: string;
    range: string;
    per_year: string;
    per_month: string;
    per_hour: string;
    change: {
      more: Sentence;
      fewer: Sentence;
      same: string;
    };
    change_here: {
      more: Sentence;
      fewer: Sentence;
      same: string;
    };
    change_of: string;
    years: Sentence;
    under_a_year: string;
    bars: string;
    bars_alone: string;
    all_jobs: string;
    level: string;
    route: string;
    way: string;
    condition: string;
    separator: string;
    nothing: string;
    not_taken: string;
    unknown: string;
    unwritten: string;
  };
  contributing: {
    needed: string;
    optional: string;
    optional_part: string;
    choose: string;
    other: string;
    none: string;
    meaning: string;
    lines: string;
    example: string;
    between: string;
    at_least: string;
    at_most: string;
    filled: string;
    entry: string;
    add: string;
    up: string;
    down: string;
    remove: string;
    removed: string;
    line: string;
    within: string;
    offer: string;
    found: Sentence;
    untitled: string;
    draft: string;
    draft_correction: string;
    dropped: string;
    writing: string;
    writing_new: string;
    correcting: string;
    saved: string;
    not_saved: string;
    mistakes: Sentence;
    gone: string;
    open_new: string;
    open_new_whole: string;
    open_new_paste: string;
    open_edit: string;
    open_edit_help: string;
    mail: string;
    mail_whole: string;
    mail_copy: string;
    mail_paste: string;
    mail_guide: string;
    mail_correction: string;
    copied: string;
    not_copied: string;
    faults: {
      missing: string;
      long: string;
      few: Sentence;
      many: string;
      pattern: string;
      one_line: string;
      paragraphs: string;
      word: string;
      new_word: string;
      number: string;
      whole: string;
      thousands: string;
      low: string;
      high: string;
      above: string;
      day: string;
      taken: string;
      twice: string;
      html: string;
      braces: string;
      hidden: string;
      markup: string;
      outside: string;
      stars: string;
      half: string;
      target: string;
    };
  };
  planning: {
    booklet: {
      plan: string;
      journal: string;
      worksheet: string;
      counted: Sentence;
      sheet: string;
      entry: string;
      occupations: string;
      planned: string;
      tried: string;
      goals: string;
      people: string;
      made: string;
      occupation: string;
      method: string;
      takes: string;
      cost: string;
      date: string;
      done: string;
      expected: string;
      felt: string;
      taught: string;
      review: string;
      reached: string;
      about: string;
      contact: string;
      day: string;
      interest: string;
      note: string;
      step: string;
      scale: string;
      before: string;
      after: string;
      if: string;
      then: string;
      earlier: string;
    };
    calendar: {
      name: string;
      description: string;
      alarm: string;
      file_name: string;
    };
    plan: {
      named: string;
      shortened: string;
      separator: string;
      days: {
        yesterday: string;
        today: string;
        tomorrow: string;
        ahead: Sentence;
        ago: Sentence;
      };
      when: string;
      undated: string;
      planned_for: string;
      done_on: string;
      expected_step: string;
      felt_step: string;
      compared: string;
      takes: string;
      costs: string;
      review_on: string;
      no_review: string;
      contact_by: string;
      interest_step: string;
      worksheet: string;
      kinds: {
        experiment: string;
        goal: string;
        contact: string;
      };
      quiet: string;
      nothing_dated: string;
      later_count: Sentence;
      done_count: Sentence;
      picture: string;
      why: {
        empty: string;
        empty_lowest: string;
        fewest: string;
        fewest_lowest: string;
      };
      guide: string;
      ways: string;
      added: string;
      removed: string;
      finished: string;
      reopened: string;
      put_off: string;
      back: string;
      moved: string;
      first: string;
      last: string;
      full: string;
      no_room: string;
      faults: {
        date: string;
        future: string;
        no_text: string;
        no_method: string;
        no_date: string;
        no_done: string;
        no_felt: string;
        no_decision: string;
        no_wording: string;
      };
      foretold: string;
      note_tried: string;
      recorded: string;
      recorded_full: string;
      better: string;
      worse: string;
      as_expected: string;
      decided: {
        keep: string;
        change: string;
        go: string;
      };
      reviewed: string;
      let_go: string;
      no_point: string;
      one_point: string;
      line: Sentence;
      step_of: string;
      two_results: string;
      changed: string;
      entries_changed: Sentence;
      not_begun: Sentence;
      all_sheets: Sentence;
      event: {
        experiment: string;
        goal: string;
        contact: string;
      };
      dates: Sentence;
      dates_gone: Sentence;
      no_dates: string;
      calendar_saved: string;
    };
    sheet: {
      fill_in: string;
      cancel: string;
      close: string;
      will: string;
      nothing: string;
      way: {
        empty: string;
        below: string;
        there: string;
        kept: string;
        long: string;
      };
      filled: string;
      occupation: string;
      starred: string;
      others: string;
      guided: string;
      outlines: string;
      outline: string;
      results: {
        none: string;
        missing: string;
        high: string;
        low: string;
        step: string;
        first: string;
        want: string;
        cannot: string;
        flat: string;
        source: string;
        separator: string;
      };
      stories: {
        help: string;
        caption: string;
        interest: string;
        stories: string;
        answers: string;
        verbs: Sentence;
        no_verbs: string;
        found: Sentence;
        few: string;
        not_taken: string;
        flat: string;
        both: string;
        alone: string;
        unseen: string;
      };
      profile: {
        help: string;
        show: string;
        failed: string;
        median: string;
        mean: string;
        p10: string;
        at_least: string;
        covers: string;
        per: {
          year: string;
          month: string;
          hour: string;
        };
        change: {
          more: Sentence;
          fewer: Sentence;
          same: string;
        };
        openings: {
          all: Sentence;
          most: Sentence;
          some: Sentence;
        };
        source: string;
        group: string;
        entry: string;
        training: string;
        route: string;
      };
      gaps: {
        help: string;
        none: string;
        choose: string;
        compared: string;
        add: string;
        nothing: string;
        most: string;
      };
      roles: {
        help: string;
        none: string;
        flat: string;
      };
    };
  };
  script: {
    locale: string;
    kinds: {
      interests: string;
      skills: string;
      values: string;
      environment: string;
      methods: string;
    };
    hub: {
      progress: string;
      not_taken: string;
      in_progress: string;
      changed: string;
      taken: string;
      taken_form: string;
      form: {
        quick: string;
        full: string;
      };
      kept: Sentence;
      unknown: Sentence;
    };
    keep: {
      kept: string;
      nothing_kept: string;
      quoted: string;
      part: Sentence;
      parts: {
        results: string;
        answers: string;
        occupation: string;
        experiment: string;
        goal: string;
        contact: string;
        note: string;
        sheet: string;
        off: string;
        drafts: string;
        settings: string;
        unreadable: string;
      };
      file_name: string;
      downloaded: string;
      nothing: string;
      not_downloaded: Sentence;
      saved: string;
      results: Sentence;
      no_results: string;
      answers: string;
      plan: string;
      sheets: string;
      off: Sentence;
      drafts: Sentence;
      settings: Sentence;
      left_out: Sentence;
      odd: Sentence;
      partial: Sentence;
      added: string;
      newer: string;
      older: string;
      stay: string;
      drafts_stay: string;
      settings_stay: string;
      nothing_new: string;
      nothing_changes: string;
      deleted: string;
      nothing_deleted: string;
      merged: string;
      replaced: string;
      unsaved: string;
      refused: string;
      cancelled: string;
      undone: string;
      undone_unsaved: string;
      limits: {
        many: {
          results: string;
          items: string;
          entries: string;
          parts: string;
        };
      };
      faults: {
        big: string;
        unopened: string;
        not_json: string;
        foreign: string;
        newer: string;
        shape: string;
        deep: string;
        empty: string;
        many: {
          results: string;
          items: string;
          entries: string;
          parts: string;
        };
      };
    };
    quiz: {
      continue: string;
      see: string;
      lost: Sentence;
      next: string;
      progress: string;
      missing: string;
      quote: string;
      separator: string;
      other_tab: string;
    };
    first: {
      leaning: string;
      many: string;
      same: string;
      none: string;
      due: Sentence;
      begun: string;
      outline: string;
    };
    results: {
      outline: string;
      title: string;
      error: string;
      named: string;
      hexagon_help: string;
      basis: {
        interests: string;
        skills: string;
        values: string;
        environment: string;
        methods: string;
      };
      gaps: Sentence;
      tie: string;
      begin: string;
      even: string;
      some_circles: string;
      no_circle: string;
      step: string;
      wanted: string;
      avoided: string;
      impossible: string;
      separator: string;
      taken: string;
      preparation: {
        both: string;
        entry: string;
        level: string;
      };
      ready: {
        level_1: string;
        level_2: string;
        level_3: string;
        level_4: string;
        level_5: string;
      };
      pay: {
        year: string;
        month: string;
        hour: string;
        least: string;
        mean: string;
        unknown: string;
        top: string;
        above: string;
        below: string;
        low: string;
      };
      sentence: {
        interests: string;
        shared: string;
        many: string;
        flat: string;
        straight: string;
        values: string;
      };
      more: Sentence;
      nothing_for: string;
      nothing_against: string;
      missing: string;
      off: {
        all: string;
        title: Sentence;
        field: string;
        done: string;
        restore: string;
        is: string;
      };
      again: {
        flags: string;
        for: string;
        against: string;
        more: Sentence;
        less: Sentence;
        twin: {
          flags: string;
          for: string;
          against: string;
          missing: string;
        };
      };
      rests_on: string;
      rests_on_all: string;
      share: string;
      left_out: string;
      no_level: string;
      updated: string;
      updated_short: string;
      short: Sentence;
      other_tab: string;
      unknown: Sentence;
      gone: string;
      no_such: string;
      other_level: string;
      band: {
        strong: string;
        possible: string;
        short: string;
        none: string;
      };
      change: {
        title: {
          strong: string;
          possible: string;
          none: string;
        };
        searching: string;
        many: Sentence;
        nothing: string;
        lead: {
          strong: string;
          possible: string;
          none: string;
        };
        interests: {
          more: string;
          less: string;
        };
        skills: {
          more: string;
          less: string;
        };
        values: {
          more: string;
          less: string;
        };
        environment: {
          more: string;
          less: string;
        };
      };
      record: Sentence;
      drop: string;
      side_by_side: string;
      not_comparable: string;
      same: string;
      changed: string;
      noise: string;
      moved: {
        stayed: string;
        came: string;
        went: string;
        none: string;
        no_list: string;
      };
      copied: string;
      not_copied: string;
      fault: {
        characters: string;
        length: string;
        version: string;
        checksum: string;
        content: string;
        changed: string;
      };
    };
    map: {
      own: string;
      flat: string;
    };
    fit: {
      titles: {
        for: string;
        against: string;
        skills: string;
        there: string;
        learn: string;
        unrated: string;
        interests: string;
        values: string;
        missing: string;
        next: string;
      };
      heads: {
        interests: {
          scale: string;
          picture: string;
          reader: string;
          work: string;
        };
        values: {
          scale: string;
          picture: string;
          reader: string;
          work: string;
        };
      };
      legend: string;
      results: string;
      another: string;
      compared: string;
      levels: {
        low: string;
        middle: string;
        high: string;
      };
      flat: {
        interests: string;
        values: string;
        skills: string;
      };
      no_data: string;
      quiet: string;
      separator: string;
      take: string;
      answer: string;
      dates: string;
      next: {
        lowest: string;
        tied: string;
        learn: string;
        explore: string;
        other: string;
      };
    };
    group: {
      person: string;
      line: string;
      label: string;
      added: string;
      people: string;
      spread: Sentence;
      removed: string;
      separator: string;
      quote: string;
      taken: Sentence;
      missing: string;
      alike: string;
      apart: string;
      shared: Sentence;
      flat: {
        interests: Sentence;
        skills: Sentence;
        values: Sentence;
        environment: Sentence;
      };
      norms: {
        file_name: string;
        saved: string;
        few: Sentence;
        alike: string;
      };
      empty_label: string;
      empty: string;
      same: string;
      partly: Sentence;
      full: string;
      fault: {
        several: string;
        address: string;
        not_json: string;
        foreign: string;
        newer: string;
        shape: string;
        deep: string;
        many: string;
        empty: string;
        big: string;
        unopened: string;
      };
    };
    reasons: {
      interests: {
        named: {
          liked_asked: string;
          disliked_unasked: string;
          liked_unasked: string;
          disliked_asked: string;
        };
        bare: {
          liked_asked: string;
          disliked_unasked: string;
          liked_unasked: string;
          disliked_asked: string;
        };
      };
      values: {
        served: string;
        unserved: string;
      };
      skills: {
        there: string;
        learn: string;
      };
      environment: {
        cannot: string;
        cannot_sometimes: string;
        wanted: string;
        wanted_sometimes: string;
        lacking: string;
        avoided: string;
        avoided_sometimes: string;
      };
      missing: {
        not_taken: string;
        no_data: string;
        flat: string;
      };
    };
  };
}

/** What pages of occupations and guides need at once: words for the plan, and languages. */
export interface AddingFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  text: Texts["adding"];
  /** Of the plan. */
  plan: string;
  /** Of the page that compares occupations. */
  compare: string;
  /** In which there are titles of occupations. */
  languages: string[];
}

/** By the form that was taken. */
export interface AllLimits {
  quick: FormLimits;
  full: FormLimits;
}

/** The median in each area of a region, the highest first: columns in one order. */
export interface Areas {
  region: string;
  year: number;
  currency: string;
  per: "year" | "month" | "hour";
  names: string[];
  medians: number[];
  /** Those that are bounds: the median is at least that. */
  least: number[];
  /** Which of several occupations it is about, if not all. */
  covers: string | null;
  /** null: it is not published. */
  employed: (number | null)[];
}

/** One occupation, by region, and the words to tell it. */
export interface AreasFile {
  /** Of all the files. */
  version: number;
  /** Of the words; a language tag. */
  locale: string;
  regions: Areas[];
  text: Texts["areas"];
}

/** Every assessment, and the texts of all that is made of the answers. */
export interface AssessmentsFile {
  /** Of all the files. */
  version: number;
  text: Texts["script"];
  /** Kind -> scale -> its name. */
  labels: Record<string, Record<string, string>>;
  quizzes: Quiz[];
}

/** What is known of the occupations that nobody has written about: what a profile of one begins with. */
export interface BeginningsFile {
  /** Of all the files. */
  version: number;
  /** The names of occupations; null: it is the title in small letters, with hyphens between its words. */
  slug: (string | null)[];
  title: string[];
  /** Place -> what one person is called, where anybody knows. */
  one: Record<string, string>;
  aliases: string[][];
  field: string[];
  codes: Record<string, string[]>[];
  /** Names of profiles near by. */
  related: string[][];
}

/** A word of a list. */
export interface Choice {
  key: string;
  label: string;
  /** What it means. */
  help?: string;
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
  text: Texts["comparing"];
}

/** What occupations are filtered and sorted by, and their titles. */
export interface FacetsFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  /** So many of the occupations have a profile: the first ones. */
  profiled: number;
  /** The values of each facet. */
  values: Record<string, string[]>;
  /** Facet -> old value -> present one. */
  renamed?: Record<string, Record<string, string>>;
  /** The names of occupations; null: it is the title in small letters, with hyphens between its words. */
  slug: (string | null)[];
  title: string[];
  /** Of an occupation's page, with {slug}. */
  address: string;
  /** Places in the facet's values: none, one or several. */
  columns: Record<string, number[][]>;
  /** Groups of conditions -> values that outlines have by a measure; their others are unknown. */
  measured: Record<string, number[]>;
  /** Outlines of whose conditions nothing is known. */
  unmeasured: number[];
  figures: Figures;
}

/** Of each occupation's figures, the first. */
export interface Figures {
  /** What stands for all pay; null: none is published. */
  pay: (number | null)[];
  /** Medians of a year, by which pay is compared; null: nobody knows it. */
  yearly: (number | null)[];
  /** The occupations whose median is a bound: it is at least that. */
  least: number[];
  /** The occupations whose pay is a mean. */
  mean: number[];
  per: ("year" | "month" | "hour" | null)[];
  /** Whose pay it is, if not everybody's; else empty. */
  covers: string[];
  /** By how many a year pay is told by the hour, or the reverse; null: not. */
  hours: (number | null)[];
  /** ISO 4217 codes. */
  currency: (string | null)[];
  year: (number | null)[];
  /** After school, to get in; null: unknown. */
  years: (number | null)[];
  /** By which an occupation is found in its other currencies. */
  others: OtherPay[];
  /** In the number of jobs, in percent. */
  change: (number | null)[];
  /** In a year. */
  openings: (number | null)[];
}

/** Fetched with the names when somebody first looks for an occupation; places are those of the file of names. */
export interface FindingFile {
  /** Of all the files. */
  version: number;
  light: string[];
  roles: string[];
  /** Word -> the one that it stands for. */
  alike: Record<string, string>;
  /** Names that the file of names has not. */
  more: string[][];
  /** Place -> what people call it, before all others. */
  called: Record<string, string[]>;
  /** A digit for each occupation: how many digits its number of jobs has. */
  jobs: string;
  /** Verb -> others that mean the same. */
  verbs: Record<string, string[]>;
  deeds: FoundDeed[];
  wishes: FoundWish[];
  /** The address of the filtered list, up to the filters. */
  list: string;
  /** Not there if nobody says it. */
  pay?: FoundPay;
  /** What stands before that which is not wished for. */
  against: string[];
  /** Words behind which something is wished for again. */
  until: string[];
  /** What is said where nothing was typed but what is not wished for. */
  refused?: string;
  apart: string[];
  /** Phrases that only ask. */
  idle?: string[];
  /** Words between two names of which both are meant. */
  both?: string[];
  /** What nothing is called, though names have these words. */
  unlisted: string[];
  /** Not there if nobody says it. */
  grammar?: FoundGrammar;
  words: FoundWords;
}

/** One field of a profile, or one entry of a list. */
export interface FormField {
  key: string;
  /** Line: no markup; text: a paragraph; prose: paragraphs and lists. */
  kind: "line" | "text" | "prose" | "word" | "number" | "whole" | "day" | "group";
  required: boolean;
  label: string;
  /** What to write, as the schema has it. */
  help?: string;
  /** What somebody else might write; of a list, one entry a line. */
  example?: string;
  /** Whether it is a list. */
  many?: boolean;
  /** Whether it is written by key: `fields` are the key and what stands there. */
  keyed?: boolean;
  /** Entries. */
  least?: number;
  /** Entries. */
  most?: number;
  /** At most. */
  letters?: number;
  /** A number is at least that. */
  low?: number;
  /** A number is at most that. */
  high?: number;
  /** A number is more than that. */
  above?: number;
  /** What a text has to be like. */
  pattern?: string;
  /** The list whose words may stand here. */
  words?: string;
  /** Of a group. */
  fields?: FormField[];
}

/** The form, its words, and what becomes of what was written. */
export interface FormFile {
  /** Of all the files. */
  version: number;
  text: Texts["contributing"];
  parts: Part[];
  /** The fields as a file has them. */
  order: string[];
  /** Fields that tables mostly fill: nobody sees who wrote them. */
  figures: string[];
  /** Lists by their names. */
  words: Record<string, Choice[]>;
  refused: Refused[];
  links: Links;
  /** The first and the last day there may be. */
  days: [string, string];
  /** Names that no profile may have. */
  taken: string[];
  places: Places;
  /** Of all that is published of a profile, with {slug}. */
  profile: string;
  /** Of an occupation's page, with {slug}. */
  page: string;
}

/** With all levels of preparation ranked, and with some of them. */
export interface FormLimits {
  all: Limits;
  level: Limits;
}

/** Something people do. */
export interface FoundDeed {
  /** Verbs; without any, things alone are meant. */
  does: string[];
  /** Things it is done to. */
  to: string[];
  /** Occupations, the most likely one first. */
  at: number[];
}

/** How words end, and how they sound; each a list of steps, pattern -> what becomes of what it found. */
export interface FoundGrammar {
  one: Record<string, string>[];
  stem: Record<string, string>[];
  /** How a word ends that says what is done. */
  done?: string;
  /** How a word ends that says who does it. */
  doer?: string;
  sounds: Record<string, string>[];
  silent: string;
  /** Where the word stands that says what somebody is: first or last. */
  head?: string;
}

/** How people say what they want to be paid. */
export interface FoundPay {
  currency: string;
  signs: string[];
  thousand: string[];
  at_least: string[];
  hour: string[];
  month: string[];
  year: string[];
  hours_a_year: number;
  /** With {amount}. */
  label: string;
}

/** What people wish of a job. */
export interface FoundWish {
  say: string[];
  /** Empty without anything to show. */
  label: string;
  /** The part of a fragment that asks for it, or for what comes near. */
  show: string;
  /** What is said where no figure tells of it. */
  note?: string;
}

/** What the search in the header says of what was found; the finder's page has the same texts. */
export interface FoundWords {
  /** With {name}. */
  alias: string;
  /** With {field}. */
  deed: string;
  /** With {name}. */
  close: string;
  /** With {labels}. */
  wish: string;
  outline: string;
  locale: string;
}

/** One thing in the plan; which fields it has depends on its kind. */
export interface Item {
  /** For good: calendars know the item by it. */
  id: string;
  kind: "occupation" | "experiment" | "goal" | "contact" | "note";
  /** Title of the occupation, what to do, to reach, the person's name, what is noted. */
  text: string;
  made: string;
  /** Milliseconds, to tell which of two is newer. */
  changed: number;
  /** How often it was changed. */
  revision: number;
  /** Of the occupation that it is about. */
  slug?: string;
  /** Of an experiment. */
  method?: string;
  /** From whose guide an experiment came. */
  strategy?: string;
  takes?: string;
  cost?: string;
  /** A contact: who that is and what to ask. */
  about?: string;
  /** Experiment: planned for; contact: get in touch by; note: written on; YYYY-MM-DD as all days. */
  date?: string;
  /** Goal: the next review. */
  review?: string;
  /** Experiment, goal, contact: finished on. */
  done?: string;
  /** Experiment: enjoyment foretold, 1 to 5. */
  expected?: number;
  /** Experiment: enjoyment recorded, 1 to 5. */
  felt?: number;
  /** Experiment: what it taught. */
  taught?: string;
  /** Note: interest on that day, 1 to 5. */
  interest?: number;
}

/** In which languages there are titles; loaded where no name in the site's own has what was typed. */
export interface LanguagesFile {
  /** Of all the files. */
  version: number;
  /** Language -> its file below data/. */
  files: Record<string, string>;
}

/** From which share of the draws on an occupation is in a band. */
export interface Limits {
  strong: number;
  possible: number;
}

/** Where links in texts may lead. */
export interface Links {
  /** What finds them, with text and target. */
  found: string;
  /** What finds one that is none. */
  half: string;
  /** One of these patterns has to fit. */
  targets: string[];
}

/** Forms made of a listed one. */
export interface MadeForms {
  sure: string[];
  doubtful: string[];
}

/** A column for each fact, an entry for each occupation. */
export interface MatchingColumns {
  /** The names of occupations; null: it is the title in small letters, with hyphens between its words. */
  slug: (string | null)[];
  title: string[];
  /** null: it is not known. */
  preparation: (number | null)[];
  /** In `entries`; null: it is not known. */
  entry: (number | null)[];
  /** In `fields`. */
  field: number[];
  /** null: there are none. */
  interests: (number[] | null)[];
  /** null: there are none. */
  values: (number[] | null)[];
  /** In `skills`. */
  skills: number[][];
  /** In `terms`; null: they are not known. */
  environment: (number[] | null)[];
  /** Those of them that some posts alone have. */
  sometimes: number[][];
}

/** One of the six methods. */
export interface Method {
  label: string;
  /** Of its guide; null: it is not written yet. */
  url: string | null;
  /** Assessments that count for it. */
  quizzes?: string[];
}

/** What the occupation is called in another language. */
export interface Named {
  /** Its tag. */
  language: string;
  /** Whether they are its own titles or those of something close to it. */
  said: string;
  titles: string[];
  /** Its title in a few words. */
  source: string;
  /** Of what is said about the source. */
  url: string;
}

/** What finds an occupation by name. */
export interface NamesFile {
  /** Of all the files. */
  version: number;
  /** So many of the occupations have a profile: the first ones. */
  profiled: number;
  /** The names of occupations; null: it is the title in small letters, with hyphens between its words. */
  slug: (string | null)[];
  title: string[];
  /** Other names; of a profile all of its codes, but for what another page is called. */
  aliases: string[][];
  /** Keys of `fields`. */
  field: string[];
  fields: Record<string, string>;
  /** Of an occupation's page, with {slug}. */
  address: string;
}

/** Means, standard deviations and correlations of the interests. */
export interface Norm {
  /** One a scale, in the order of the scales. */
  mean: number[];
  /** One a scale, in the order of the scales. */
  deviation: number[];
  /** Pearson's r, a row for each interest. */
  correlations: number[][];
}

/** How people answer, and how work is rated, so that one can be held against the other; see scoring/norms.js. */
export interface Norms {
  /** Of people's scores, 1 to 5. */
  people: Norm;
  /** Of the ratings of occupations, 1 to 7. */
  work: Norm;
  /** How far the norms of people count, 0 to 1. */
  weight: number;
}

/** What matching needs of every occupation; the other files about occupations keep this order. */
export interface OccupationsFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  /** So many of the occupations have a profile: the first ones. */
  profiled: number;
  /** Of an occupation's page, with {slug}. */
  address: string;
  skills: string[];
  /** Conditions of the work as group/term. */
  terms: string[];
  /** Names of the fields of work. */
  fields: string[];
  /** What education may be typical at entry. */
  entries: string[];
  columns: MatchingColumns;
}

/** What an occupation pays in a currency that is not that of its first pay, in the words of `Figures`. */
export interface OtherPay {
  /** The occupation's place. */
  at: number;
  pay: number | null;
  yearly: number | null;
  is_least: boolean;
  is_mean: boolean;
  per: "year" | "month" | "hour";
  hours: number | null;
  covers: string;
  currency: string;
  year: number;
  /** In the number of jobs where that is paid; null: unknown. */
  change: number | null;
  /** In a year, there. */
  openings: number | null;
}

/** A projection of the number of jobs in one region. */
export interface Outlook {
  /** Its name. */
  region: string;
  from: number;
  to: number;
  jobs: number;
  jobs_projected: number;
  change_percent: number;
  openings_per_year: number;
  /** How all jobs change, in percent; null: unknown. */
  beside: number | null;
  /** How many more or fewer jobs. */
  difference: number;
  direction: "more" | "fewer" | "same";
  /** How many of the openings come from people who leave. */
  replacement: "all" | "most" | "some";
  /** Its title in a few words. */
  source: string;
  source_key: string;
}

/** Some fields of a profile under one heading. */
export interface Part {
  key: string;
  title: string;
  fields: FormField[];
}

/** What the occupation pays before tax, in one region and year. */
export interface Pay {
  /** Its code, by which a reader's choice is kept. */
  country: string;
  /** Its name. */
  region: string;
  year: number;
  currency: string;
  per: "year" | "month" | "hour";
  /** By how many a year it is told by the hour, or the reverse; null: not at all. */
  hours: number | null;
  /** Which amount stands for all pay. */
  told: "median" | "mean" | null;
  mean: number | null;
  p10: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  p90: number | null;
  /** p25, median and p75 of all employees of the region; null: unknown. */
  beside: [number, number, number] | null;
  /** Those that are bounds: the pay is at least that. */
  at_least: ("p10" | "p25" | "median" | "p75" | "p90")[];
  /** Says it when the wage describes only part of the people. */
  covers: string | null;
  /** Its title in a few words. */
  source: string;
  source_key: string;
}

/** Where a proposal goes, as the publisher has set it; empty: there is no such place. */
export interface Places {
  /** The address of a new file, with {path} and {text}. */
  new: string;
  /** The address of a file to change, with {path}. */
  edit: string;
  /** Whom to write to. */
  mail: string;
  /** The file of a profile, with {slug}. */
  path: string;
}

/** Where occupations lie on the map of work, in units of its picture; loaded where dots would cover one another. */
export interface PlacesFile {
  /** Of all the files. */
  version: number;
  /** So many of the occupations have a profile: the first ones. */
  profiled: number;
  /** The names of occupations; null: it is the title in small letters, with hyphens between its words. */
  slug: (string | null)[];
  title: string[];
  /** In `fields`. */
  field: number[];
  /** Keys of the fields of work. */
  fields: string[];
  x: number[];
  y: number[];
  /** Of an occupation's page, with {slug}. */
  address: string;
}

/** The texts of the plan and of the worksheets, and what each worksheet is made of. */
export interface PlanFile {
  /** Of all the files. */
  version: number;
  /** Old name -> present one; not there if none has moved. */
  formerly?: Record<string, string>;
  text: Texts["planning"];
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
  /** The site is in several languages; titles may be kept in each. */
  several?: boolean;
}

/** One occupation in the words of the vocabularies, without markup: for comparing it and for a worksheet. */
export interface ProfileFile {
  /** Of all the files. */
  version: number;
  /** The name of an occupation's profile. */
  slug: string;
  title: string;
  /** Only figures are known: nobody has written a profile of it. */
  is_outline: boolean;
  field: string;
  summary: string;
  tasks: string[];
  /** A working day, by paragraphs. */
  day: string[];
  /** Name of a group -> names of its terms. */
  environment: Record<string, string[]>;
  preparation: number | null;
  /** It takes to get in after school, by and large; null: unknown. */
  years: number | null;
  /** Education that is typical at entry. */
  entry: string | null;
  /** On the job. */
  training: string | null;
  /** How far the law asks for one; null: of an outline. */
  licence: string | null;
  routes: Route[];
  pay: Pay[];
  outlook: Outlook[];
  /** Names of those that stand out, the highest first. */
  interests: string[];
  skills: string[];
  good_sides: string[];
  hard_sides: string[];
  /** In other languages. */
  named: Named[];
}

/** What is asked: an item, or a pair of values of which one is to be chosen. */
export interface Question {
  key: string;
  /** Four hexadecimal digits that change with what is asked. */
  stamp: string;
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
  /** Interests: where they are known. */
  norms?: Norms;
  /** Interests: of the bands, where they have been measured. */
  limits?: AllLimits;
}

/** What no text may hold. */
export interface Refused {
  fault: "html" | "braces" | "hidden" | "markup";
  pattern: string;
  kinds: ("line" | "text" | "prose" | "word" | "number" | "whole" | "day" | "group")[];
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

/** Which languages have words that begin as what was typed; fetched where no name is near that. */
export interface StartsFile {
  /** Of all the files. */
  version: number;
  /** So many of a word are its beginning; shorter words stand whole. */
  letters: number;
  /** Languages with blanks between -> the beginnings, without accents, that all of them have. */
  starts: Record<string, string[]>;
}

/** What stands on the cards of a list, loaded once such a list is shown. */
export interface SummariesFile {
  /** Of all the files. */
  version: number;
  summary: string[];
}

/** What finds an occupation with a profile by what people do in it; loaded after the names. */
export interface TasksFile {
  /** Of all the files. */
  version: number;
  tasks: string[][];
}

/** Official titles in one language. */
export interface TitlesFile {
  /** Of all the files. */
  version: number;
  /** Of each occupation, in the order of the file of names. */
  titles: string[][];
  /** Those in `titles` that are called so by something close to them. */
  close: number[];
}

/** How verbs are found in stories. */
export interface VerbForms {
  before_nouns: string[];
  never: string[];
  /** Pattern -> forms; the first that fits counts. */
  forms: Record<string, MadeForms>;
}

/** Verbs that tell of each interest. */
export interface VerbsFile {
  /** Of all the files. */
  version: number;
  verbs: Record<string, string[]>;
  /** How other forms are made of them; not there if nobody says it. */
  grammar?: VerbForms;
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
  summaries: SummariesFile;
  places: PlacesFile;
  comparing: ComparingFile;
  form: FormFile;
  beginnings: BeginningsFile;
  titles: LanguagesFile;
  starts: StartsFile;
  finding: FindingFile;
  [profile: `profiles/${string}`]: ProfileFile;
  [areas: `areas/${string}`]: AreasFile;
  [titles: `titles/${string}`]: TitlesFile;
}
