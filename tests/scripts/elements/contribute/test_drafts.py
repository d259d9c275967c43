"""Drafts of guides: what the browser cannot save stays as long as the tab is open."""

from __future__ import annotations

from tests.scripts.conftest import Open
from tests.scripts.node.running import FULL

ROOM = "elements/contribute/drafts"
LEAVE = """() => {
  const event = new Event("beforeunload", {cancelable: true});
  dispatchEvent(event);
  return event.defaultPrevented;
}"""


def test_what_finds_no_room_is_there_until_it_is_put_away(fresh: Open) -> None:
    modules = fresh(trouble=FULL)
    draft = {"slug": "baker", "number": 0, "isCorrection": False, "fields": {"title": "Baker"}, "changed": 1}
    assert modules.call(ROOM, "writeDraft", draft) is False
    assert modules.evaluate(LEAVE) is True
    assert modules.call(ROOM, "readDraft", "baker") == draft
    assert modules.call(ROOM, "listDrafts") == [draft]
    modules.call(ROOM, "dropDraft", draft)
    assert modules.call(ROOM, "listDrafts") == []
    assert modules.evaluate(LEAVE) is False


def test_what_another_tab_forgets_is_forgotten_here_too(fresh: Open) -> None:
    modules = fresh(trouble=FULL)
    draft = {"slug": "baker", "number": 0, "isCorrection": False, "fields": {"title": "Baker"}, "changed": 1}
    modules.call(ROOM, "writeDraft", draft)
    modules.evaluate("dispatchEvent(new StorageEvent('storage', {key: 'career-guides-forgetting /', newValue: null}))")
    assert modules.call(ROOM, "listDrafts") == []
    assert modules.call(ROOM, "readDraft", "baker") is None


def test_what_is_saved_is_not_kept_besides(fresh: Open) -> None:
    modules = fresh()
    draft = {"slug": "", "number": 2, "isCorrection": False, "fields": {"title": "Baker"}, "changed": 1}
    assert modules.call(ROOM, "writeDraft", draft) is True
    assert modules.evaluate(LEAVE) is False
    assert modules.call(ROOM, "listDrafts") == [draft]


def test_a_time_that_is_no_date_is_none(fresh: Open) -> None:
    """A file of somebody else's may say so; the list of drafts tells the day of each."""
    draft = {"slug": "baker", "fields": {"title": "Baker"}, "changed": 2**53 - 1}
    modules = fresh({"draft.baker": {"v": 1, **draft}})
    (found,) = modules.call(ROOM, "listDrafts")
    assert found["changed"] == 0
