from __future__ import annotations

from generator.relations.traits import rank_interests, top_interests


def test_top_interests_stand_out_and_are_three_at_most() -> None:
    assert top_interests((7, 6, 5, 4, 3, 2)) == ("realistic", "investigative", "artistic")
    assert top_interests((1, 4, 1, 1, 4, 1)) == ("investigative", "enterprising")
    assert top_interests((1, 1, 2, 1, 1, 1)) == ("artistic",)


def test_equal_interests_keep_the_order_around_the_hexagon() -> None:
    assert rank_interests((1, 5, 1, 1, 7, 5))[:3] == ("enterprising", "investigative", "conventional")
