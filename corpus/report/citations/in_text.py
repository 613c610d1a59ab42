"""What stands in the text for a reference: a number, or author and year; and the order of a list by author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.citations.gbt7714 import years_of
from corpus.report.citations.item import Item, Name, is_han
from corpus.report.citations.names import nobody
from index.lazy_pattern import LazyPattern

_ROLES: Final = (
    "author", "composer", "illustrator", "director", "editor", "editorial-director", "collection-editor",
    "container-author",
)  # fmt: skip
_TWO: Final = 2
_SUBTITLE: Final = LazyPattern(r"\s*[:：]\s*|——")
_ARTICLE: Final = LazyPattern(r"\A(?:A|An|The)\s+", re.IGNORECASE)
"""A word an English title is not sorted by."""
_PARTS: Final = frozenset(
    [
        "article-journal", "article-magazine", "article-newspaper", "chapter", "entry", "paper-conference",
        "post", "post-weblog", "speech", "webpage",
    ]
)  # fmt: skip
"""Kinds whose titles stand in quotation marks; those of whole works do not."""


def author_date_mark(
    item: Item,
    *,
    letter: str = "",
    anonymous: bool = False,
    rules: SchoolRules = AS_THE_EDITION,
    bare: bool = False,
) -> str:
    """Return ``（艾媒咨询，2018）`` or ``(Smith, 2020)``, by the language of the item.

    ``bare``: a western mark is ``(Smith and Lee 2020)``. ``letter`` tells apart works of one year. ``anonymous``: what
    nobody wrote is 佚名 or Anon as in the list, not its title.
    """
    comma, opening, closing = _marks(item, rules)
    bare = bare and not item.is_eastern
    comma = " " if bare else comma
    names = short_names(item, rules, anonymous=anonymous, pair=" and " if bare else " & ")
    inner = comma.join(part for part in (names, years_of(item) + letter) if part)
    return f"{opening}{inner}{closing}"


def author_page_mark(item: Item, *, titled: bool = False) -> str:
    """Return ``(Smith and Lee)``, which a page follows after a blank; ``titled`` adds the title behind the names.

    What nobody wrote is told by its title alone.
    """
    comma, opening, closing = _marks(item, AS_THE_EDITION)
    names = short_names(item, pair=" and ")
    title = short_title(item) if titled or not item.names(*_ROLES) else ""
    told = (names, title) if item.names(*_ROLES) else (title,)
    return f"{opening}{comma.join(part for part in told if part)}{closing}"


def short_title(item: Item) -> str:
    """Return a title up to its colon as running text has it: 《…》, in quotation marks where it is of a part."""
    title = _SUBTITLE.split(item.text("title"))[0].strip()
    if item.is_eastern or not title:
        return f"《{title}》" if title else ""
    return f"“{title}”" if item.type in _PARTS else title


def _marks(item: Item, rules: SchoolRules) -> tuple[str, str, str]:
    """Return comma and brackets: those of the item's language, unless a school wants others."""
    full = rules.marks == "full" if rules.marks else item.is_eastern
    return ("，", "（", "）") if full else (", ", "(", ")")


def short_names(
    item: Item, rules: SchoolRules = AS_THE_EDITION, *, anonymous: bool = False, pair: str = " & "
) -> str:
    """Return the names of an in-text mark: one, two, or the first with 等 or et al.; the title where none is known.

    ``anonymous``: 佚名 or Anon instead of the title of what has a year to be told by. ``pair`` joins two western names.
    """
    names = item.names(*_ROLES)
    chinese = item.is_eastern
    if not names and anonymous and years_of(item):
        return nobody(item)
    if not names:
        title = item.text("title")
        return f"《{title}》" if chinese else title
    first = _short(names[0])
    if len(names) == 1:
        return first
    if len(names) == _TWO:
        joiner = (rules.joiner or "、") if chinese else pair
        return f"{first}{joiner}{_short(names[1])}"
    if not chinese:
        return f"{first} et al."
    return f"{first} 等" if rules.blank_before_others else f"{first}等"


def numeric_mark(numbers: Iterable[int]) -> str:
    """Return ``[1]``, ``[1,3]`` or ``[1-3]``: numbers in a row are told by their ends, two as well."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"[{','.join(parts)}]" if parts else ""


def by_author(items: Sequence[Item], *, anonymous: bool = False, titled: bool = False) -> tuple[int, ...]:
    """Return the places of ``items`` in the order of a list by author: Chinese by pinyin, then Latin, then by year.

    ``titled``: then by title instead of year.

    Works of one author and year stay in the order of citation, in which they get their letters. ``anonymous``: what
    nobody wrote stands under 佚名 or Anon.
    """
    keys = [_key(one, anonymous=anonymous, titled=titled) for one in items]
    return tuple(sorted(range(len(items)), key=keys.__getitem__))


def _key(item: Item, *, anonymous: bool, titled: bool) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    names = item.names(*_ROLES)
    first = names[0] if names else Name(literal=nobody(item) if anonymous else item.text("title"))
    whole = first.literal or f"{first.family} {first.given}".strip()
    then = _sounds(_ARTICLE.sub("", item.text("title"))) if titled else (years_of(item),)
    return (not is_han(whole), _sounds(whole), then)


def _sounds(text: str) -> tuple[str, ...]:
    if not is_han(text):
        return (text.casefold(),)
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(text, style=Style.TONE3))


def _short(name: Name) -> str:
    if name.literal:
        return name.literal
    if is_han(name.family):
        return name.family + name.given
    return f"{name.particle} {name.family}".strip()
