"""Annotations of Zotero: as JSON, or as the note it makes of them in Markdown or HTML."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from corpus.annotation.foreign.highlight import Highlight, colour_of_hex
from index.lazy_pattern import LazyPattern

_MARKS: Final = LazyPattern(
    r"[“\"](?P<words>(?:[^\n]|\n(?!\n)){2,4000}?)[”\"]\s*(?:\(\[(?P<cited>[^\]]*)\]\((?P<select>zotero://select[^)]*)\)\)\s*)"
    r"(?:\(\[[^\]]*\]\((?P<open>zotero://open-pdf[^)]*)\)\)\s*)?(?P<note>[^\n“]*)"
)
_PLAIN: Final = LazyPattern(
    r"^[“\"](?P<words>(?:[^\n]|\n(?!\n)){2,4000}?)[”\"][ \t]*"
    r"[（(](?P<cited>[^()（）\n]{1,120}?[,，][ \t]*(?:[12]\d{3}[a-z]?|n\.d\.|无日期)(?:[,，][^()（）\n]{1,40})?)[)）]"
    r"[ \t]*(?P<note>[^\n]*)$",
    re.MULTILINE,
)
"""A highlight in a note written without links: its words, author and year, the comment."""
_HEADING: Final = LazyPattern(r"^#\s*(?P<title>.+?)(?:\s*\(\d{4}[^)]*\))?\s*$", re.MULTILINE)
_TITLED: Final = LazyPattern(r"\ufeff?\s*#[ \t]")
_KEY: Final = LazyPattern(r"annotation=(?P<key>\w+)")
_TAGS: Final = LazyPattern(r"<[^>]{0,2000}>")
_DEPTH: Final = 12
_MARKED: Final = LazyPattern(
    r'<span class="(?P<style>highlight|underline)"[^>]*data-annotation="(?P<told>[^"]*)"[^>]*>(?P<words>.*?)'
    r'(?=<span class="(?:citation|highlight|underline)"|</p>)'
    r'(?:<span class="citation".*?\)</span>)?(?P<note>.*?)(?=<span class="(?:highlight|underline)"|</p>)',
    re.DOTALL,
)
"""A highlight in a note of Zotero as HTML: what it tells of itself, its words, the citation, the comment."""


def is_zotero(text: str) -> bool:
    """Tell whether a text holds annotations of Zotero."""
    return (
        "zotero://" in text
        or "data-annotation=" in text
        or '"annotationText"' in text
        or "annotationType" in text
        or (_TITLED.match(text) is not None and _PLAIN.search(text) is not None)
    )


def read_zotero(text: str) -> Iterator[Highlight]:
    """Yield the highlights of an export."""
    if text.lstrip("\ufeff \n\t")[:1] in "{[":
        try:
            document = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return
        yield from _in_json(document, "", 0)
    else:
        yield from _in_note(text)


def _in_json(node: Any, title: str, depth: int) -> Iterator[Highlight]:
    if depth > _DEPTH:
        return
    if isinstance(node, list):
        for one in node:
            yield from _in_json(one, title, depth + 1)
    elif isinstance(node, Mapping):
        data = node.get("data")
        inner = data if isinstance(data, Mapping) else node
        known = (
            str(inner.get("title") or title) if not str(inner.get("title", "")).endswith(".pdf") else title
        )
        words = inner.get("annotationText")
        if isinstance(words, str) and words.strip():
            yield _of_json(inner, words, str(inner.get("parentTitle") or known))
        for key in ("items", "attachments", "annotations", "children"):
            yield from _in_json(inner.get(key), known, depth + 1)


def _of_json(one: Mapping[str, Any], words: str, title: str) -> Highlight:
    given = one.get("tags")
    tags = given if isinstance(given, list) else []
    named = [str(tag.get("tag", "") if isinstance(tag, Mapping) else tag) for tag in tags]
    return Highlight(
        title, words, str(one.get("annotationComment") or ""),
        colour_of_hex(str(one.get("annotationColor") or "")), one.get("annotationType") == "underline",
        tuple(tag for tag in named if tag), str(one.get("dateAdded") or ""), str(one.get("key") or ""),
    )  # fmt: skip


def _in_html(text: str) -> Iterator[Highlight]:
    """Yield the highlights of a note as Zotero writes it in HTML."""
    heading = re.search(r"<h1>(.*?)</h1>", text, re.DOTALL)
    title = _HEADING.sub(r"\g<title>", f"# {_plain(heading[1])}") if heading else ""
    for match in _MARKED.finditer(text):
        try:
            told = json.loads(unquote(match["told"]))
        except (ValueError, RecursionError):
            told = {}
        told = told if isinstance(told, Mapping) else {}
        yield Highlight(
            title, _plain(match["words"]).strip("“”\""), _plain(match["note"]),
            colour_of_hex(str(told.get("color") or "")), match["style"] == "underline",
            where=str(told.get("annotationKey") or ""),
        )  # fmt: skip


def _plain(markup: str) -> str:
    return html.unescape(_TAGS.sub("", markup)).strip()


def _in_note(text: str) -> Iterator[Highlight]:
    if "data-annotation=" in text:
        yield from _in_html(text)
        return
    if "<p" in text or "<span" in text:
        linked = re.sub(r'<a href="([^"]*)"[^>]*>(.*?)</a>', r"[\2](\1)", text)
        lined = linked.replace("</p>", "\n").replace("<h1", "\n# <h1").replace("</h1>", "\n")
        text = html.unescape(_TAGS.sub("", lined))
    heading = _HEADING.search(text)
    title = heading["title"].strip() if heading else ""
    if "zotero://" not in text:
        for number, match in enumerate(_PLAIN.finditer(text)):
            yield Highlight(title, match["words"], match["note"].strip(), where=f"{number} {match['cited']}")
        return
    for match in _MARKS.finditer(text):
        key = _KEY.search(match["open"] or "")
        yield Highlight(title, match["words"], match["note"].strip(), where=key["key"] if key else "")
