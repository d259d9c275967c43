"""What nobody has translated is marked where it is shown."""

from __future__ import annotations

import dataclasses
import json
import re

import pytest

from generator.model.site import Original, Site
from generator.publishing.plugin.originals import Originals, sign

TEXTS = frozenset({"Baristas", "Brews coffee", "Bakes & sells", "On your feet"})
ENGLISH = dict.fromkeys(TEXTS, "en")
ORIGINALS = Originals({**ENGLISH, "Metier": "fr"}, ENGLISH, {"a.md": "en"}, {"en": "ltr", "fr": "ltr"})


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
        ("<b>Metier</b><b>Baristas</b>", '<b lang="fr">Metier</b><b lang="en">Baristas</b>'),
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
    whole = "<body>{0}<article lang=en><p>Baristas</p></article>{0}"
    around = "<b{}>Baristas</b>"
    marked = whole.format(around.format(' lang="en"'))
    assert ORIGINALS.mark(whole.format(around.format("")), "a.md") == marked


def test_a_language_read_the_other_way_says_so() -> None:
    apart = dataclasses.replace(ORIGINALS, direction="rtl")
    assert apart.mark("<body><p>Baristas</p>", "b.md") == '<body><p lang="en" dir="ltr">Baristas</p>'


def test_a_text_with_something_filled_in_is_known_by_the_rest(small_site: Site) -> None:
    texts = ("About {count} of {total} work here.", "{a} of {b}", "Half earn", "Work with [x", "Ours")
    original = Original("en", {}, small_site.vocabulary, (), texts)
    settings = dataclasses.replace(small_site.settings, language="ar")
    found = Originals.of(dataclasses.replace(small_site, settings=settings, originals=(original,)))
    assert found
    page = "<body><p>About 3,000 of 9 work here.</p><p>3 of 9</p><p>Half earn</p><p>Half learn</p><p>About 3 works.</p>"
    assert re.findall('dir="ltr">([^<]*)', found.mark(page, "b.md")) == ["About 3,000 of 9 work here.", "Half earn"]
    # By the same signs as the script has them.
    steps = json.loads(found.write_script("TEXTS = {}").partition(" = ")[2])["en"]
    assert (steps[0], sum(steps[1:])) == ("ltr", max(map(sign, found.names)))
    assert found.names.keys() == {"Half earn", "Work with [x", "Ours"}
    assert (sign(""), sign("a"), sign("Función 🙂")) == (0x811C9DC5, 0xE40C292C, 0x2F7CF066)
