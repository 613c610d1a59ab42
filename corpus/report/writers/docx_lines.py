"""What begins and ends no line of a Word document: the raised number of a reference among it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Final

from index.lazy_pattern import LazyPattern

_SETTINGS: Final = "word/settings.xml"
_BEGIN_NONE: Final = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
"""Word's own list for Chinese; a list in the document takes its place."""
_END_NONE: Final = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
_OPENING: Final = "["
"""What the number of a reference opens with; a paragraph may begin with it all the same."""
_LISTED: Final = "<w:noLineBreaks"
_BEFORE_IT: Final = LazyPattern(r"<w:characterSpacingControl\b[^>]*/>")
"""The setting behind which the lists stand, in the order the form asks for."""


def with_line_ends(changes: Mapping[str, Callable[[str], str]]) -> dict[str, Callable[[str], str]]:
    """Return the change of the settings, behind that among ``changes``, by which no line begins with ``[1]``.

    The lists of a person's own document stay; so do settings without the place for a list.
    """
    return {_SETTINGS: partial(_changed, changes.get(_SETTINGS, str))}


def _changed(before: Callable[[str], str], settings: str) -> str:
    settings = before(settings)
    return settings if _LISTED in settings else _BEFORE_IT.sub(_with_lists, settings, count=1)


def _with_lists(match: re.Match[str]) -> str:
    after = f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{escape(_END_NONE)}"/>'
    return f'{match[0]}{after}<w:noLineBreaksBefore w:lang="zh-CN" w:val="{escape(_BEGIN_NONE + _OPENING)}"/>'
