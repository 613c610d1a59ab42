"""The catalogue of messages, and which language is spoken."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from importlib import resources
from typing import Literal

Language = Literal["zh", "en"]

_spoken: Language = "zh"
_catalogues: dict[Language, gettext.NullTranslations] = {"zh": gettext.NullTranslations()}


def _catalogue(language: Language) -> gettext.NullTranslations:
    """Return the catalogue of a language, loaded once."""
    if language not in _catalogues:
        file = resources.files("resources") / "locale" / language / "LC_MESSAGES" / "yinde.mo"
        with file.open("rb") as stream:
            _catalogues[language] = gettext.GNUTranslations(stream)
    return _catalogues[language]


def use_language(language: Language) -> None:
    """Speak ``language`` from now on."""
    global _spoken  # noqa: PLW0603 - the one process-wide choice gettext is built around
    _spoken = language


def current_language() -> Language:
    """Return the language spoken now."""
    return _spoken


def preferred_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return English where the environment asks for it (``LANG=en…``), Chinese otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def translate(message: str, **values: object) -> str:
    """Return ``message`` in the language spoken, with its ``{name}`` places filled from ``values``."""
    spoken = _catalogue(_spoken).gettext(message)
    return spoken.format(**values) if values else spoken
