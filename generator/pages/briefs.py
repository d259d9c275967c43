"""What a page sees of the occupations that it is not about."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.occupation import Education, Interests, Pay
from generator.model.site import Site


@dataclass(frozen=True)
class Brief:
    """An occupation as pages other than its own see it: a template that asks for more says so by an error."""

    title: str
    summary: str
    field: str
    preparation: int | None
    education: Education | None
    interests: Interests | None
    main_pay: Pay | None
    is_outline: bool


def make_briefs(site: Site) -> dict[str, Brief]:
    """Every occupation in short, by its slug."""
    return {
        slug: Brief(
            title=model.title,
            summary=model.summary,
            field=model.field,
            preparation=model.preparation,
            education=model.education,
            interests=model.interests,
            main_pay=model.main_pay,
            is_outline=slug in site.outlines,
        )
        for slug, model in site.listed.items()
    }
