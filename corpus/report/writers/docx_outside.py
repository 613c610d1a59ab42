"""What a Word document made in a template of one's own would fetch from elsewhere, or show of the template's place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from index.lazy_pattern import LazyPattern

_SETTINGS: Final = "word/settings.xml"
_SETTINGS_LED: Final = "word/_rels/settings.xml.rels"
_LED: Final = ".rels"
_RUNNING: Final = LazyPattern(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_LEADING_OUT: Final = LazyPattern(
    r"<w:(attachedTemplate|mailMerge)\b(?:[^>]*/>|[^>]*(?<!/)>.*?</w:\1>)", re.DOTALL
)
_RELATION: Final = LazyPattern(r"<(?:\w+:)?Relationship\b[^>]*(?:/>|>\s*</(?:\w+:)?Relationship>)")
_EXTERNAL: Final = LazyPattern(r"""TargetMode\s*=\s*["']External["']""")
_TARGET: Final = LazyPattern(r"""\bTarget\s*=\s*(?:"[^"]*"|'[^']*')""")
_FOLLOWED: Final = LazyPattern(r"""\bType\s*=\s*["'][^"']*/hyperlink["']""")
"""A link is followed by whoever clicks on it; all else that lies outside is fetched when the document is opened."""
_ADDRESS: Final = LazyPattern(r"""\bTarget\s*=\s*["'](?:https?|mailto|yinde):""", re.IGNORECASE)
_FETCHING: Final = r"(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDEAUTO|DDE|DATABASE|RD|MACROBUTTON)\b"
_FETCHED_RUN: Final = LazyPattern(rf"(<w:instrText\b[^>]*>)\s*{_FETCHING}[^<]*", re.IGNORECASE)
_FETCHED_WHOLE: Final = LazyPattern(
    rf"""(\bw:instr=)(?:"\s*{_FETCHING}[^"]*"|'\s*{_FETCHING}[^']*')""", re.IGNORECASE
)
_NOTHING: Final = "QUOTE &quot;&quot;"
"""A field that gives no text."""
_NOWHERE: Final = 'Target="about:blank"'


def kept_inside(names: Iterable[str]) -> dict[str, Callable[[str], str]]:
    """Return how the parts of a document with these names are changed so that it leads nobody out of itself."""
    changes: dict[str, Callable[[str], str]] = {}
    for name in names:
        if name == _SETTINGS:
            changes[name] = _settings
        elif name == _SETTINGS_LED:
            changes[name] = _without_relations
        elif name.endswith(_LED):
            changes[name] = _led_nowhere
        elif _RUNNING.fullmatch(name):
            changes[name] = _without_fetching
    return changes


def _settings(settings: str) -> str:
    """Return the settings without the template and the data that whoever opens the document would be led to."""
    return _LEADING_OUT.sub("", settings)


def _without_relations(relations: str) -> str:
    """Return what the settings refer to without what lies outside of the document, such as a person's own folder."""
    return _RELATION.sub(lambda match: "" if _EXTERNAL.search(match[0]) else match[0], relations)


def _led_nowhere(relations: str) -> str:
    """Return what a part refers to, with what would be fetched from outside leading nowhere.

    It stays, for a part whose reference is missing is damaged to Word.
    """
    return _RELATION.sub(
        lambda match: _TARGET.sub(_NOWHERE, match[0]) if _leads_out(match[0]) else match[0], relations
    )


def _leads_out(relation: str) -> bool:
    if not _EXTERNAL.search(relation):
        return False
    return not (_FOLLOWED.search(relation) and _ADDRESS.search(relation))


def _without_fetching(part: str) -> str:
    """Return a head or foot without the fields that fetch a picture, a text or data, or run something."""
    return _FETCHED_WHOLE.sub(rf'\1"{_NOTHING}"', _FETCHED_RUN.sub(rf"\1{_NOTHING}", part))
