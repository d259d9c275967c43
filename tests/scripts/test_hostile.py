"""Whatever a link, a pasted line or a file holds: it is refused by a fault with a name, or read as what was written."""

from __future__ import annotations

import json

from tests.hostile import SHAPES, TIMES, spoil_all
from tests.scripts.kept.files.test_backup import make_entry, make_file, make_goal, make_result
from tests.scripts.kept.test_sharing import TODAY, encode, make_record, make_shared
from tests.scripts.node.running import Modules, as_map
from tests.scripts.quizzes import make_quizzes

NAMES = "kept/sharing kept/files/backup elements/group/members elements/contribute/writing/clean"
DECODE = """
  const odd = [];
  let taken = 0;
  for (const text of given.texts) {
    const found = decode(text, given.quizzes, given.today);
    const isSame = "shared" in found && (found.unknown || encode(found.shared, given.quizzes) === text);
    if (!isSame && typeof found.fault !== "string") odd.push(text);
    taken += "shared" in found;
  }
  return [odd, taken];
"""
LINES = """
  const odd = [];
  for (const text of given.texts)
    for (const line of splitLines(text)) {
      const isRead = "code" in line && line.name.length <= 40 && typeof line.code === "string";
      const isLine = isRead || typeof line.fault === "string";
      const found = "fault" in line ? line : readCode(line.code, given.quizzes, given.today);
      if (!isLine || !("fault" in found || found.records instanceof Map)) odd.push(text);
    }
  return odd;
"""
FILES = """
  const odd = [];
  let taken = 0;
  for (const text of given.texts) {
    const found = readBackup(text, given.quizzes);
    const isRead = "records" in found && found.records.every(({ quiz }) => given.quizzes.has(quiz));
    const isFile = isRead || typeof found.fault === "string";
    if (!isFile || ({}).spoiled !== undefined) odd.push(text);
    taken += !("fault" in found);
  }
  return [odd, taken];
"""
SLOW = """
  const quizzes = given.quizzes;
  const whole = { kind: "prose" };
  const acts = {
    lines: (text) => splitLines(text).map((line) => "code" in line && readCode(line.code, quizzes, given.today)),
    link: (text) => splitLines(`Ann ${text}: https://example.org/#shared=${text}`),
    file: (text) => readBackup(text, quizzes),
    pasted: (text) => clean(whole, text),
    number: (text) => clean({ kind: "number" }, text),
  };
  const time = (act, text) => {
    const begun = performance.now();
    act(text);
    return performance.now() - begun;
  };
  const found = [];
  for (const [name, act] of Object.entries(acts))
    for (const shape of given.shapes)
      for (const end of ["", " x"]) {
        const [less, more] = [given.less, 4 * given.less].map((letters) => shape.repeat(letters / shape.length) + end);
        // What takes a third of a second is no matter; a second look, where something else may have been at work.
        const isSlow = () => {
          const took = time(act, more);
          return took > 300 && took > 9 * time(act, less);
        };
        if (isSlow() && isSlow()) found.push(`${name} ${JSON.stringify(shape)} ${end}`);
      }
  return found;
"""


def test_spoiled_links_are_refused_or_read_as_they_are_written(modules: Modules) -> None:
    code = encode(modules, make_shared(make_record("interests", "quick"), make_record("skills")))
    texts = [code, *(text[:2000] for text in spoil_all(code, 600))]
    odd, taken = modules.run(NAMES, DECODE, texts=texts, quizzes=as_map(make_quizzes()), today=TODAY)
    assert not odd
    assert taken


def test_spoiled_lines_of_a_group_are_people_or_have_a_fault(modules: Modules) -> None:
    code = encode(modules, make_shared(make_record("values")))
    text = f"Ann: https://example.org/quiz/results/#shared={code}\n<#shared={code}>\nBo {code}"
    given = {"texts": list(spoil_all(text, 300)), "quizzes": as_map(make_quizzes()), "today": TODAY}
    assert modules.run(NAMES, LINES, **given) == []


def test_spoiled_files_have_a_fault_or_hold_results_of_quizzes_that_there_are(modules: Modules) -> None:
    plan = {"items": [make_goal("a")]}
    file = make_file(records={"entries": [make_result()]}, plan=plan, sheet__x={"entries": [make_entry()]})
    nasty = json.dumps(json.loads(file) | {"__proto__": {"spoiled": 1}, "constructor": {"prototype": {"spoiled": 1}}})
    texts = [file, nasty, *spoil_all(file, 400)]
    odd, taken = modules.run(NAMES, FILES, texts=texts, quizzes=as_map(make_quizzes()))
    assert not odd
    assert taken > 5, "all are refused: nothing is shown of what is read"


def test_nothing_that_is_pasted_takes_longer_than_its_length_has_it(modules: Modules) -> None:
    given = {"shapes": SHAPES, "less": 20_000 * min(TIMES, 4), "quizzes": as_map(make_quizzes()), "today": TODAY}
    assert modules.run(NAMES, SLOW, **given) == []
