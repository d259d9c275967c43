"""JSON-LD read as a graph; types and properties are held against schema.org."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SDO

from generator.model.occupation import Pay
from generator.model.site import Settings, Site
from generator.pages import linked_data
from generator.pages.linked_data import write
from tests.unit.exports.test_api import change

# Of rdflib's own making.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def describe(site: Site, slug: str) -> str:
    return linked_data.describe(site, slug, site.occupations[slug])


VOCABULARY: Any = SDO
"""Its class of names is asked by `in`, which its own types leave out."""
SCHEMA = "https://schema.org/"
# Property -> (types that have it, what it may hold), each as its page https://schema.org/<property> says.
THING = {
    "Occupation",
    "MonetaryAmountDistribution",
    "Country",
    "AdministrativeArea",
    "WebPage",
    "BreadcrumbList",
    "ListItem",
}
PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "name": (THING, {"Text"}),
    "alternateName": (THING, {"Text"}),
    "description": (THING, {"Text", "TextObject"}),
    "url": (THING, {"URL"}),
    "mainEntityOfPage": (THING, {"CreativeWork", "URL"}),
    "lastReviewed": ({"WebPage"}, {"Date"}),
    "occupationalCategory": ({"Occupation", "JobPosting"}, {"Text", "CategoryCode"}),
    "estimatedSalary": ({"Occupation", "JobPosting"}, {"MonetaryAmount", "MonetaryAmountDistribution", "Number"}),
    "occupationLocation": ({"Occupation"}, {"AdministrativeArea"}),
    "skills": ({"Occupation", "JobPosting", "Person", "Organization"}, {"Text", "DefinedTerm"}),
    "responsibilities": ({"Occupation", "JobPosting"}, {"Text"}),
    "educationRequirements": ({"Occupation", "JobPosting"}, {"Text", "EducationalOccupationalCredential"}),
    "experienceRequirements": ({"Occupation", "JobPosting"}, {"Text", "OccupationalExperienceRequirements"}),
    "currency": ({"MonetaryAmount", "MonetaryAmountDistribution"}, {"Text"}),
    "duration": ({"QuantitativeValueDistribution"}, {"Duration"}),
    "median": ({"QuantitativeValueDistribution"}, {"Number"}),
    "percentile10": ({"QuantitativeValueDistribution"}, {"Number"}),
    "percentile25": ({"QuantitativeValueDistribution"}, {"Number"}),
    "percentile75": ({"QuantitativeValueDistribution"}, {"Number"}),
    "percentile90": ({"QuantitativeValueDistribution"}, {"Number"}),
    "itemListElement": ({"ItemList"}, {"ListItem", "Text", "Thing"}),
    "position": ({"ListItem", "CreativeWork"}, {"Integer", "Text"}),
    "item": ({"ListItem"}, {"Thing"}),
}
# Type -> the types above it that matter here, as https://schema.org/<type> says.
ABOVE = {
    "MonetaryAmountDistribution": {"QuantitativeValueDistribution"},
    "BreadcrumbList": {"ItemList"},
    "WebPage": {"CreativeWork"},
    "Country": {"AdministrativeArea"},
}
# Properties of which the value is an address; schema.org's own context says so to programs.
ADDRESSES = ("url", "item")


def read(text: str) -> Graph:
    """The graph, read without asking schema.org for its context."""
    data = json.loads(text)
    assert data.pop("@context") == "https://schema.org"
    context: dict[str, Any] = {"@vocab": SCHEMA} | {name: {"@id": SCHEMA + name, "@type": "@id"} for name in ADDRESSES}
    return Graph().parse(data=json.dumps({"@context": context} | data), format="json-ld")


def kinds(graph: Graph, value: Any) -> set[str]:
    """The types of a value, those above included; of a literal what schema.org calls it."""
    if isinstance(value, Literal):
        if isinstance(value.value, int | float):
            return {"Number"} | ({"Integer"} if isinstance(value.value, int) else set())
        return {"Text", "Date", "Duration"}
    found = {str(kind).removeprefix(SCHEMA) for kind in graph.objects(value, RDF.type)}
    if isinstance(value, URIRef) and not found:
        return {"URL", "Thing"}
    return found.union(*(ABOVE.get(kind, set()) for kind in found))


def check(graph: Graph) -> None:
    """Assert that each type and property is schema.org's, and each value one that the property may have."""
    assert len(graph) > 20
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            assert value in VOCABULARY, value
            continue
        assert predicate in VOCABULARY, predicate
        name = str(predicate).removeprefix(SCHEMA)
        domain, values = PROPERTIES[name]
        assert kinds(graph, subject) & domain, f"{name} of {kinds(graph, subject)}"
        assert kinds(graph, value) & values, f"{name}: {value}"


def find(graph: Graph, kind: str) -> Any:
    """The one thing of a type."""
    [found] = graph.subjects(RDF.type, URIRef(SCHEMA + kind))
    return found


def values(graph: Graph, subject: Any, name: str) -> set[Any]:
    """The plain values of a property."""
    found = graph.objects(subject, URIRef(SCHEMA + name))
    return {value.toPython() for value in found if isinstance(value, URIRef | Literal)}


def test_every_profile_is_in_the_words_of_the_vocabulary(small_site: Site) -> None:
    for slug in small_site.occupations:
        check(read(describe(small_site, slug)))


@pytest.mark.parametrize(
    "spoil", [{"salary": 1}, {"median": 1}, {"estimatedSalary": "much"}, {"skills": {"@type": "Country"}}]
)
def test_what_the_vocabulary_does_not_have_is_found(small_site: Site, spoil: dict[str, Any]) -> None:
    data = json.loads(describe(small_site, "baker"))
    data["@graph"][0] |= spoil
    with pytest.raises((AssertionError, KeyError)):
        check(read(json.dumps(data)))


def test_only_codes_of_which_a_finer_one_is_named_are_left_out(small_site: Site) -> None:
    codes = {"isco": ("7512",), "kldb": ("75123",), "onet": ("51-3011.00",), "soc": ("51-3011",)}
    graph = read(describe(change(small_site, "baker", codes=codes), "baker"))
    # One begins as another of a foreign classification does.
    assert values(graph, find(graph, "Occupation"), "occupationalCategory") == {"7512", "75123", "51-3011.00"}


def test_occupation_says_what_the_page_says(small_site: Site) -> None:
    graph = read(describe(small_site, "baker"))
    baker = find(graph, "Occupation")
    assert values(graph, baker, "name") == {"Baker"}
    assert values(graph, baker, "alternateName") == {"bread maker", "bakery worker"}
    assert values(graph, baker, "occupationalCategory") == {"51-3011.00"}
    assert len(values(graph, baker, "responsibilities")) == 3
    assert values(graph, baker, "skills") == {"Keeping track", "Checking quality", "Managing time"}
    assert values(graph, baker, "educationRequirements") == {"No formal credential"}
    assert values(graph, find(graph, "Country"), "name") == {"US"}
    page = find(graph, "WebPage")
    assert values(graph, page, "url") == {"https://guides.example.org/occupations/baker/"}
    assert values(graph, page, "lastReviewed") == {"2026-11-01"}
    salary = find(graph, "MonetaryAmountDistribution")
    assert {name: values(graph, salary, name) for name in ("currency", "duration", "median", "percentile10")} == {
        "currency": {"USD"},
        "duration": {"P1Y"},
        "median": {36000},
        "percentile10": {27000},
    }
    assert values(graph, salary, "name") == {"2025, Wages 2025"}
    assert values(graph, salary, "description") == {"Employees only."}


def test_pay_by_the_hour_has_only_the_points_that_are_published(small_site: Site) -> None:
    salary = json.loads(describe(small_site, "cook"))["@graph"][0]["estimatedSalary"]
    assert salary == {
        "@type": "MonetaryAmountDistribution",
        "name": "2025, Wages 2025",
        "currency": "USD",
        "duration": "PT1H",
        "median": 17.25,
    }


def test_place_is_that_of_the_pay(small_site: Site) -> None:
    pay = Pay(region="GB-SCT", year=2025, currency="GBP", per="year", median=30000, source="wages-2025")
    found = json.loads(describe(change(small_site, "cook", pay=(pay,)), "cook"))["@graph"][0]
    assert found["occupationLocation"] == {"@type": "AdministrativeArea", "name": "GB-SCT"}
    assert found["estimatedSalary"]["currency"] == "GBP"


def test_trail_leads_from_home_to_the_page(small_site: Site) -> None:
    trail = json.loads(describe(small_site, "baker"))["@graph"][1]
    assert trail["@type"] == "BreadcrumbList"
    assert [(step["position"], step["name"], step.get("item")) for step in trail["itemListElement"]] == [
        (1, "Home", "https://guides.example.org/"),
        (2, "Occupations", "https://guides.example.org/occupations/"),
        (3, "Production", "https://guides.example.org/fields/production/"),
        (4, "Baker", None),
    ]


def test_site_without_an_address_names_none(small_site: Site) -> None:
    text = describe(dataclasses.replace(small_site, settings=Settings()), "baker")
    assert len(json.loads(text)["@graph"]) == 1
    assert "://" not in text.replace("https://schema.org", "")


ATTACKS = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    '"},{"@type":"Person"',
    "&lt;/script&gt;",
    "é ü 日本",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_breaks_out_of_its_element(small_site: Site, attack: str) -> None:
    site = change(small_site, "baker", title=attack, summary=attack, aliases=(attack,))
    text = describe(site, "baker")
    assert not set("<>&") & set(text)
    found = json.loads(text)["@graph"][0]
    assert (found["name"], found["description"], found["alternateName"]) == (attack, attack, [attack])


def test_json_is_on_one_line_without_blanks() -> None:
    assert (
        write({"a": ["b", 1], "c": "\n</x> & \\u003c"}) == '{"a":["b",1],"c":"\\n\\u003c/x\\u003e \\u0026 \\\\u003c"}'
    )
