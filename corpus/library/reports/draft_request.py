"""What a draft says about how it is exported, as the plain arguments of an export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.library.reports.templates import template_of
from corpus.model.draft import Draft
from corpus.report.model import Preset

_LISTING: Final = ("digest", "review-table", "memo")
"""Templates that list what was found, each with its place in words; all others are read as papers."""
_WITH_CONTENTS: Final = 4
"""Headings from which on a paper has a list of them in front."""


def preset_of(draft: Draft) -> Preset:
    """Return for whom a draft is: as its writer says, else as its template has it."""
    told = draft.settings.preset or template_of(draft.template).preset
    return Preset(told) if told in set(Preset) else Preset.KEEP


def arguments_of(draft: Draft, **asked: Any) -> Mapping[str, Any]:
    """Return the arguments of an export of a draft; what is asked for and not empty holds against its settings."""
    settings = draft.settings
    headings = sum(item.kind == "heading" for item in draft.items)
    running = draft.template not in _LISTING
    told: dict[str, Any] = {
        "what": "report",
        "draft": draft.id,
        "title": draft.title,
        "style": settings.style or DEFAULT_STYLE,
        "preset": preset_of(draft).value,
        "author": settings.author,
        "institution": settings.institution,
        "signed": True,
        "course": settings.course,
        "context": settings.context or "none",
        "original_wording": settings.wording != "clean",
        "locators": settings.locators or "page",
        "rules": asdict(settings.rules),
        "running": running,
        "contents": running and headings >= _WITH_CONTENTS,
    }
    return told | {key: value for key, value in asked.items() if value not in (None, "", ())}
