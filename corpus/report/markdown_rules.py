"""Markdown as HTML by the rules most programs share: tables, fences, struck words, every sign escaped by a backslash.

What comes out is not safe yet: whoever shows it cleans it.
"""

from __future__ import annotations

import re
import string
from html import escape
from typing import Final

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

_STRUCK: Final = r"()(?<!~)~~(?![\s~])((?:[^~]|~(?!~))+)(?<![\s~])~~(?!~)"
_ESCAPED: Final = r"\\([<>&])"
_BEFORE_ESCAPES: Final = 181
"""Ahead of the library's own processor of escapes (180), behind that of code (190)."""
_AFTER_LINKS: Final = 65


class _EscapedBracket(InlineProcessor):
    r"""Keeps ``\<`` apart from what opens a tag: the library puts escaped signs back as they are."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's; the stubs tell its older one
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library hands it over
    ) -> tuple[str, int, int]:
        return self.md.htmlStash.store(escape(m[1])), m.start(0), m.end(0)


class _CommonRules(Extension):
    """Adds what CommonMark and GitHub's Markdown have and the library has not."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's
        md.ESCAPED_CHARS = list(string.punctuation)
        md.inlinePatterns.register(_EscapedBracket(_ESCAPED, md), "escaped_bracket", _BEFORE_ESCAPES)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", _AFTER_LINKS)


def html_of(text: str) -> str:
    """Return Markdown as an HTML fragment, as its writer nested it; scripts and all."""
    return markdown.markdown(
        text, extensions=["tables", "fenced_code", "sane_lists", "nl2br", _CommonRules()]
    )
