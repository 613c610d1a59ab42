"""Whether a pack may be passed on: quotations stand, texts have a source and a licence, nothing is private."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpus.packs.pack import Pack
from index.lazy_pattern import LazyPattern

_LOCAL: Final = LazyPattern(
    r"(?:file://|(?<![\w:/.])/(?:home|Users|root|mnt|media|tmp|var)/[^\s“”'\"]+|\b[A-Za-z]:\\[^\s“”'\"]+|\\\\\w+\\\w+)"
)
_SOURCED: Final = ("author", "publisher", "container-title", "URL", "DOI")


@dataclass(frozen=True, slots=True)
class PackProblem:
    """Something that keeps a pack from being passed on: its kind, the article or table, and the words.

    Kinds: no_article, no_quote, no_figure, no_source, no_licence, local_path, login_name, no_date.
    """

    kind: str
    where: str
    detail: str = ""


def problems_of(pack: Pack, login: str = "") -> tuple[PackProblem, ...]:
    """Return everything that is not as it should be; ``login`` is the name of the account that must not leave."""
    return (*_quotations(pack), *_papers(pack), *_private(pack, login))


def _quotations(pack: Pack) -> Iterator[PackProblem]:
    """Yield quotations that do not stand in their article, and numbers that do not stand in their quotation."""
    texts = {one.file: one.data.decode("utf-8", "replace") for one in pack.articles}
    sides = [one[side] for one in pack.conflicts for side in ("left", "right") if side in one]
    for one in (*pack.statistics, *pack.facts, *pack.evidence, *sides):
        file, quote, figure = (
            str(one.get("article", "")),
            str(one.get("quote", "")),
            str(one.get("figure", "")),
        )
        if file not in texts:
            yield PackProblem("no_article", file, quote)
        elif not quote or _plain(quote) not in _plain(texts[file]):
            yield PackProblem("no_quote", file, quote)
        elif figure and figure not in quote:
            yield PackProblem("no_figure", file, figure)


def _plain(text: str) -> str:
    """Return a text without the signs Markdown sets around words."""
    return re.sub(r"[*_`\\]|\s+", "", text)


def _papers(pack: Pack) -> Iterator[PackProblem]:
    """Yield texts that nobody may pass on or that name no source."""
    if not pack.as_of:
        yield PackProblem("no_date", "pack.toml")
    for one in pack.articles:
        if not (one.licence or pack.licence):
            yield PackProblem("no_licence", one.file, one.title)
        named = any(one.record.get(key) for key in _SOURCED) or pack.publisher or pack.author
        if not named:
            yield PackProblem("no_source", one.file, one.title)


def _private(pack: Pack, login: str) -> Iterator[PackProblem]:
    """Yield places where a path of this computer or the name of the account stands."""
    tables: list[tuple[str, Any]] = [
        ("pack.toml", [pack.title, pack.author, pack.publisher, pack.checked_by, pack.description]),
        ("statistics.toml", pack.statistics), ("conflicts.toml", pack.conflicts),
        *((one.file, [one.title, dict(one.record), one.data.decode("utf-8", "replace")]) for one in pack.articles),
    ]  # fmt: skip
    named = re.compile(rf"(?<!\w){re.escape(login)}(?!\w)") if len(login) > 2 else None
    for where, value in tables:
        for text in _texts(value):
            if found := _LOCAL.search(text):
                yield PackProblem("local_path", where, found[0])
            if named and where.endswith(".toml") and named.search(text):
                yield PackProblem("login_name", where, text[:60])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
