"""What a list says of each occupation, nothing twice."""

from __future__ import annotations

from tests.scripts.node.running import Json, Modules, as_map

AGAIN: Json = {
    "flags": "no: {reasons}",
    "for": "again: {reasons}",
    "against": "again, against: {reasons}",
    "more": "{label} > {count} of {total}",
    "less": "{label} < {count} of {total}",
    "twin": {way: f"{way} as {{title}}: {{reasons}}" for way in ("flags", "for", "against")},
}
RATINGS = [[1, 7], [3, 5], [5, 3], [7, 1], None]


def tell(modules: Modules, cards: list[tuple[int, dict[str, list[tuple[str, Json]]]]]) -> list[Json]:
    """What each card says; of each side sentences, and what they are about."""
    given = [
        {
            "at": at,
            **{way: [sentence for sentence, _ in sides.get(way, [])] for way in ("flags", "for", "against")},
            "about": as_map({sentence: about for way in sides.values() for sentence, about in way}),
        }
        for at, sides in cards
    ]
    body = """
      const jobs = given.ratings.map((interests, at) => ({ title: `job ${at}`, interests }));
      const saying = new Saying(jobs, given.text);
      return given.cards.map(({ at, ...reasons }) => saying.tell(jobs[at], reasons));
    """
    return list(
        modules.run("elements/results/cards/saying language/words", body, ratings=RATINGS, text=AGAIN, cards=given)
    )


def test_what_was_said_is_measured_from_then_on(modules: Modules) -> None:
    first = ("you paint", {"labels": ["Art"], "items": ["paint"], "scale": 0, "isMuch": True})
    bare = ("Art is high", {"labels": ["Art"], "items": [], "scale": 0, "isMuch": True})
    other = ("you draw", {"labels": ["Art"], "items": ["draw"], "scale": 0, "isMuch": True})
    found = tell(modules, [(3, {"for": [first]}), (2, {"for": [other]}), (2, {"for": [bare]}), (3, {"for": [bare]})])
    # Another thing to do is news; the name of the interest alone is none, but how much of it there is.
    assert [card["for"] for card in found] == [
        ["you paint"],
        ["you draw"],
        ["again: Art > 2 of 4"],
        ["again: Art > 3 of 4"],
    ]


def test_each_side_explains_by_itself(modules: Modules) -> None:
    more = ("you paint", {"labels": ["Art"], "items": ["paint"], "scale": 0, "isMuch": True})
    less = ("no painting here", {"labels": ["Art"], "items": [], "scale": 0, "isMuch": False})
    found = tell(modules, [(3, {"for": [more]}), (0, {"against": [less]}), (1, {"against": [less]})])
    assert [card["against"] for card in found] == [[], ["no painting here"], ["again, against: Art < 2 of 4"]]


def test_labels_of_several_sentences_are_joined_and_twins_are_named(modules: Modules) -> None:
    sides = {
        "for": [("serves Calm", {"labels": ["Calm"]}), ("you bring a, b", {"labels": ["a", "b"]})],
        "flags": [("can't: nights", {"labels": ["nights"]})],
    }
    found = tell(modules, [(at, sides) for at in range(4)])
    assert [card["for"] for card in found] == [
        ["serves Calm", "you bring a, b"],
        ["again: Calm, a, and b"],
        ["for as job 1: Calm, a, and b"],
        ["for as job 2: Calm, a, and b"],
    ]
    flags = [["can't: nights"], ["no: nights"], ["flags as job 1: nights"], ["flags as job 2: nights"]]
    assert [card["flags"] for card in found] == flags


def test_what_is_said_in_short_stands_where_it_would_in_full(modules: Modules) -> None:
    liked = ("Art is high", {"labels": ["Art"], "items": [], "scale": 0, "isMuch": True})
    unasked = ("Trade is low", {"labels": ["Trade"], "items": [], "scale": 1, "isMuch": False})
    found = tell(modules, [(3, {"for": [liked]}), (2, {"for": [liked, unasked]}), (1, {"for": [unasked, liked]})])
    assert [card["for"] for card in found][1:] == [
        ["again: Art > 2 of 4", "Trade is low"],
        ["again: Trade < 1 of 4 and Art > 1 of 4"],
    ]
