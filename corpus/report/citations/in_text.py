"""What stands in the text for a reference: a number, or author and year; and the order of a list by author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.citations.gbt7714 import years_of
from corpus.report.citations.item import Item, Name, is_han

_ROLES: Final = (
    "author", "composer", "illustrator", "director", "editor", "editorial-director", "collection-editor",
    "container-author",
)  # fmt: skip
_TWO: Final = 2


def author_date_mark(
    item: Item,
    *,
    letter: str = "",
    anonymous: bool = False,
    rules: SchoolRules = AS_THE_EDITION,
) -> str:
    """Return ``（艾媒咨询，2018）`` or ``(Smith, 2020)``, by the language of the item.

    ``letter`` tells apart works of one year. ``anonymous``: what nobody wrote is 佚名 or Anon as in the list, not
    its title.
    """
    comma, opening, closing = _marks(item, rules)
    names = short_names(item, rules, anonymous=anonymous)
    inner = comma.join(part for part in (names, years_of(item) + letter) if part)
    return f"{opening}{inner}{closing}"


def _marks(item: Item, rules: SchoolRules) -> tuple[str, str, str]:
    """Return comma and brackets: those of the item's language, unless a school wants others."""
    full = rules.marks == "full" if rules.marks else item.language != "en"
    return ("，", "（", "）") if full else (", ", "(", ")")


def short_names(item: Item, rules: SchoolRules = AS_THE_EDITION, *, anonymous: bool = False) -> str:
    """Return the names of an in-text mark: one, two, or the first with 等 or et al.; the title where none is known.

    ``anonymous``: 佚名 or Anon instead of the title of what has a year to be told by.
    """
    names = item.names(*_ROLES)
    chinese = item.language != "en"
    if not names and anonymous and years_of(item):
        return "佚名" if chinese else "Anon"
    if not names:
        title = item.text("title")
        return f"《{title}》" if chinese else title
    first = _short(names[0])
    if len(names) == 1:
        return first
    if len(names) == _TWO:
        joiner = (rules.joiner or "、") if chinese else " & "
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


def by_author(items: Sequence[Item], *, anonymous: bool = False) -> tuple[int, ...]:
    """Return the places of ``items`` in the order of a list by author: Chinese by pinyin, then Latin, then by year.

    Works of one author and year stay in the order of citation, in which they get their letters. ``anonymous``: what
    nobody wrote stands under 佚名 or Anon.
    """
    return tuple(sorted(range(len(items)), key=lambda place: _key(items[place], anonymous=anonymous)))


def _key(item: Item, *, anonymous: bool) -> tuple[bool, tuple[str, ...], str]:
    names = item.names(*_ROLES)
    nobody = "Anon" if item.language == "en" else "佚名"
    first = names[0] if names else Name(literal=nobody if anonymous else item.text("title"))
    whole = first.literal or f"{first.family} {first.given}".strip()
    return (not is_han(whole), _sounds(whole), years_of(item))


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
