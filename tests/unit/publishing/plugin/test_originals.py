"""What nobody has translated is marked where it is shown."""

from __future__ import annotations

import dataclasses

import pytest

from generator.publishing.plugin.originals import Originals

TEXTS = frozenset({"Baristas", "Brews coffee", "Bakes & sells", "On your feet"})
ORIGINALS = Originals("en", TEXTS, TEXTS, frozenset({"a.md"}), "ltr", is_apart=False)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1 id=x>Baristas</h1>", '<h1 id=x lang="en">Baristas</h1>'),
        ("<a href=x>Bakes &amp; sells</a>", '<a href=x lang="en">Bakes &amp; sells</a>'),
        (
            "<li>\n <a>Baristas</a>: Brews coffee.</li>",
            '<li>\n <a lang="en">Baristas</a>: <span lang="en">Brews coffee.</span></li>',
        ),
        ("<p>Como <b>Baristas</b>.</p>", '<p>Como <b lang="en">Baristas</b>.</p>'),
        ("<p>Baristas<br>Panaderos</p>", '<p><span lang="en">Baristas</span><br>Panaderos</p>'),
        ("<p>On\nyour feet, a veces</p>", "<p>On\nyour feet, a veces</p>"),
        ("<li>On\nyour feet.</li>", '<li lang="en">On\nyour feet.</li>'),
        ('<li lang="de">Baristas</li>', '<li lang="de">Baristas</li>'),
        ("<svg><text x=1>Baristas</text></svg>", '<svg><text x=1 lang="en">Baristas</text></svg>'),
        ("<script>Baristas</script>", "<script>Baristas</script>"),
        ("<option value=1>Baristas</option>", '<option value=1 lang="en">Baristas</option>'),
        # Neither takes a mark of another element within: a drawing would end there.
        ("<option value=1>Baristas:</option>", '<option value=1 lang="en">Baristas:</option>'),
        ("<svg><text x=1>(Baristas)</text></svg>", '<svg><text x=1 lang="en">(Baristas)</text></svg>'),
    ],
)
def test_a_text_is_marked_alone(page: str, expected: str) -> None:
    head = "<title>Baristas</title><body>"
    assert ORIGINALS.mark(head + page, "b.md") == head + expected


def test_a_page_that_says_so_itself_stays() -> None:
    assert ORIGINALS.mark("<body><p>Baristas</p>", "a.md") == "<body><p>Baristas</p>"


def test_a_language_read_the_other_way_says_so() -> None:
    apart = dataclasses.replace(ORIGINALS, is_apart=True)
    assert apart.mark("<body><p>Baristas</p>", "b.md") == '<body><p lang="en" dir="ltr">Baristas</p>'
