"""The catalogue of messages, and which language is spoken."""

from __future__ import annotations

import gettext
import os
import string
from collections.abc import Mapping
from importlib import resources
from typing import Literal

Language = Literal["zh", "en"]

_GROUPED = 1000
"""From here on a count is written with its thousands apart."""

_spoken: Language = "zh"
_catalogues: dict[Language, gettext.NullTranslations] = {"zh": gettext.NullTranslations()}


def _catalogue(language: Language) -> gettext.NullTranslations:
    """Return the catalogue of a language, loaded once."""
    if language not in _catalogues:
        file = resources.files("resources") / "locale" / language / "LC_MESSAGES" / "yinde.mo"
        try:
            with file.open("rb") as stream:
                _catalogues[language] = gettext.GNUTranslations(stream)
        except OSError:  # a sentence in the other language is better than none
            _catalogues[language] = gettext.NullTranslations()
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


def marked(message: str) -> str:
    """Return ``message`` as it is: a mark that it belongs in the catalogue and is translated when shown."""
    return message


def translate(message: str, **values: object) -> str:
    """Return ``message`` in the language spoken, with its ``{name}`` places filled from ``values``.

    A place such as ``{n:y|ies}`` gives its first word where ``n`` is one and the second elsewhere. A whole number
    in a place of one letter, as ``{n}``, is a count and written 4,160; years and pages have places with names.
    """
    spoken = _catalogue(_spoken).gettext(message)
    if not values:
        return spoken
    values = {name: _counted(name, value) for name, value in values.items()}
    # Most messages have no words for one and for many: these are filled ten times as fast.
    return _Places().vformat(spoken, (), values) if "|" in spoken else spoken.format_map(values)


def _counted(name: str, value: object) -> object:
    return f"{value:,}" if type(value) is int and value >= _GROUPED and len(name) == 1 else value


def translate_as(context: str, message: str) -> str:
    """Return a word that means more than one thing, in the sense of ``context``."""
    return _catalogue(_spoken).pgettext(context, message)


class _Places(string.Formatter):
    """Fills the places of a message; chooses between the words for one and for many."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Choose the words for one or for many, where a place has both."""
        if "|" not in format_spec:
            return str(super().format_field(value, format_spec))
        one, many = format_spec.split("|")
        return one if str(value) == "1" else many
