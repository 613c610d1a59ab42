"""The names before a title: persons and bodies, what they did, and whether the list was cut."""

from __future__ import annotations

import re
from typing import Any, Final

from corpus.model.family_names import SURNAMES
from corpus.model.person_names import INITIALS, PARTICLES, SUFFIX
from corpus.references.pinyin_names import is_family_first
from corpus.references.printed import Printed
from index.lazy_pattern import LazyPattern

HAN: Final = LazyPattern(r"[\u3005-\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
COMPOUND_SURNAMES: Final = frozenset(
    ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒",
     "令狐", "夏侯", "端木", "南宫", "独孤", "轩辕", "宇文", "长孙", "呼延", "闻人",
     "西门", "百里", "钟离", "申屠", "淳于", "拓跋", "濮阳", "公冶", "澹台", "赫连",
     "单于", "鲜于", "司空", "太史", "公羊", "左丘", "东郭", "巫马", "乐正", "谷梁", "万俟", "仲孙", "闾丘",
     "梁丘", "公良", "羊舌", "漆雕", "段干", "贺兰"]
)  # fmt: skip
"""Family names of two characters; before a comma any other two characters are a name of their own."""
_CUT: Final = LazyPattern(r"^(?:等|et al\.?|and others|他)$", re.IGNORECASE)
_ROLE: Final = LazyPattern(
    r"\s*[,(]?\s*(?P<role>主编|编著|编译|整理|点校|校注|选编|编|译|著|eds?\.?|trans\.?)\s*\)?\s*$",
    re.IGNORECASE,
)
TRANSLATORS: Final = LazyPattern(
    r"(?:[,\s]|^\S{2,12}|(?:^|[,\s])[\u3400-\u9fff·]{2,12})(?:等?译|编译)$|,\s*trans$"
)
"""A part behind the title that names who translated it."""
_SPREAD: Final = LazyPattern(r"[\u3400-\u9fff](?: [\u3400-\u9fff]){1,3}")
"""A name whose characters blanks part."""
_AND: Final = LazyPattern(r"^(?:and|&)\s*(?=[\u3400-\u9fff])")
"""What an English manner leaves before the last of Chinese names: 甲,and 乙."""
_COUNTRY: Final = LazyPattern(r"^[\[(]\w{1,4}[\])]\s*(?=\S)")
_IN_LETTERS: Final = LazyPattern(r"(?<=[\u3400-\u9fff])\s*\([A-Z][A-Za-z .,'’-]+\)")
"""How a name in Chinese letters is written in its own: 汉森(Hansen, M.)."""
_ROLES: Final = {
    "主编": "editor", "编": "editor", "选编": "editor", "译": "translator", "编译": "translator",
    "ed": "editor", "eds": "editor", "trans": "translator",
}  # fmt: skip
_NATURAL: Final = r"(?:[A-Z]\.[ -]?){1,3}\s*(?:[a-z]{2,5} ){0,2}[A-Z][\w'-]+"
_BODY: Final = LazyPattern(
    r"\b(?:of|for|and|the|department|institute|association|agency|university|office|bank|fund|ministry|council|"
    r"committee|commission|group|society|press|organization|organisation|center|centre|company|inc|ltd|corp|board|forum|foundation|bureau|federation|union|authority|laboratory|school|college|academy|network|organizations|services|statistics|consortium|alliance|secretariat|observatory|library|museum|blog|news|team|lab|labs|studio|project|ledger|herald|tribune|gazette|chronicle|telegraph|times|weekly|daily|programme|program|initiative)\b",
    re.IGNORECASE,
)

_OFFICE: Final = LazyPattern(
    r"(?:^|[\s,])(?P<office>(?:本[报刊网台]|特约|实习|见习|首席)*(?:记者|通讯员|实习生|评论员)[\s:]+)(?=\S)"
)
"""What a newspaper says of the writer before the name."""

_DEED: Final = LazyPattern(
    r"(?:^|[\s,])(?P<deed>(?:口述|整理|采写|采访|撰文|执笔|作者|著者)\s*:\s*)(?=[\u3400-\u9fff])"
)
"""What someone did, as a label before the name: 口述：甲，整理：乙."""

Person = dict[str, Any]
Roles = dict[str, list[Person]]


def people_of(stretch: Printed, role: str = "author") -> Roles:
    """Return the names in a stretch that holds nothing else, by role: author unless 主编, 译 … stand behind them.

    A name without a word behind it shares the role of the next one that has one (甲, 乙主编).
    """
    found: Roles = {}
    waiting: list[Printed] = []
    for part in _groups(stretch.stripped(" .,;:")):
        told = _ROLE.search(part.plain)
        if told is None:
            waiting.append(part)
            continue
        if told.start():
            waiting.append(part.cut(0, told.start()).stripped(" .,;:"))
        kind = _ROLES.get(told["role"].casefold().rstrip("."), "author")
        found.setdefault(kind, []).extend(_names(waiting))
        waiting = []
    if waiting:
        found.setdefault(role, []).extend(_names(waiting))
    for names in found.values():
        _give_back_stop(names)
    return {kind: names for kind, names in found.items() if names}


def _give_back_stop(names: list[Person]) -> None:
    """Give the last initial of a list the full stop all others have: it was taken for the end of the list."""
    *others, last = (one.get("given", "") for one in names) if names else ("",)
    if others and all(one.endswith(".") for one in others) and re.search(r"(?:^|[ .-])[A-Z]$", last):
        names[-1]["given"] = f"{last}."


def helpers_of(stretch: Printed, role: str) -> Roles:
    """Return the editors or translators of ``edited by Tom Lin and Ana Ruiz``: their names in natural order."""
    found: Roles = {}
    start = 0
    for joint in (*re.finditer(r",?\s+and\s+", stretch.plain), None):
        for kind, names in people_of(stretch.cut(start, joint.start() if joint else None), role).items():
            found.setdefault(kind, []).extend(names)
        start = joint.end() if joint else 0
    return found


def _by_and(stretch: Printed) -> list[Printed]:
    """Return two Western names in natural order that only ``and`` joins: N. Ferrante and A. Diallo."""
    joined = re.fullmatch(rf"({_NATURAL})\s+(?:and|&)\s+({_NATURAL})", stretch.plain)
    return [stretch.cut(*joined.span(1)), stretch.cut(*joined.span(2))] if joined else [stretch]


def _groups(stretch: Printed) -> list[Printed]:
    """Return Chinese names one by one, Western ones together: their commas part family and given name, too."""
    if HAN.search(stretch.raw):
        for office in reversed(list(_OFFICE.finditer(stretch.plain))):
            stretch = stretch.without(office.start("office"), office.end("office"))
        for deed in reversed(list(_DEED.finditer(stretch.plain))):
            stretch = stretch.without(deed.start("deed"), deed.end("deed"))
        for letters in reversed(list(_IN_LETTERS.finditer(stretch.plain))):
            stretch = stretch.without(letters.start(), letters.end())
        return [name for part in _parts(stretch) if part for name in _by_blanks(part)]
    return _by_and(stretch) if stretch else []


def _names(stretches: list[Printed]) -> list[Person]:
    return [name for stretch in stretches for name in _names_of(stretch)]


def _by_blanks(part: Printed) -> list[Printed]:
    """Return Chinese names that only blanks part, every one of which begins as a family's does; else the part."""
    names = list(re.finditer(r"\S+", part.plain))
    plain = len(names) > 1 and all(
        re.fullmatch(r"[\u4e00-\u9fff]{2,4}", one[0])
        and (one[0][0] in SURNAMES or one[0][:2] in COMPOUND_SURNAMES)
        for one in names
    )
    return [part.cut(one.start(), one.end()) for one in names] if plain else [part]


def _names_of(stretch: Printed) -> list[Person]:
    if _BODY.search(stretch.plain) and "," not in stretch.plain and not HAN.search(stretch.raw):
        return [{"literal": stretch.text()}]
    parts = [part for part in _parts(stretch) if part]
    if HAN.search(stretch.raw):
        return [_chinese(part) for part in parts if not _CUT.match(part.plain.strip())]
    return _western([part for part in parts if not _CUT.match(part.plain.strip())])


def _parts(stretch: Printed) -> list[Printed]:
    """Cut at commas, semicolons, ampersands and ``and``; brackets stay whole."""
    parts, start, depth = [], 0, 0
    plain = stretch.plain
    position = 0
    while position < len(plain):
        char = plain[position]
        depth += (char == "(") - (char == ")")
        width = 0
        if depth <= 0 and (char in ",;&" or (joined := re.match(r" (?:and|与|和) ", plain[position:]))):
            width = 1 if char in ",;&" else len(joined[0]) if joined else 1
        if width:
            parts.append(stretch.cut(start, position).stripped(" ,;&"))
            start = position + width
            position = start
            continue
        position += 1
    parts.append(stretch.cut(start).stripped(" ,;&"))
    cut = re.search(r"\s*(?:等|et al)\.?$", parts[-1].plain)
    if cut and cut.start() > 0:
        parts[-1] = parts[-1].cut(0, cut.start())
    return parts


def _chinese(part: Printed) -> Person:
    country = _COUNTRY.match(part.plain)
    if country and len(part) > country.end():
        part = part.cut(country.end())
    name = _AND.sub("", part.text().strip("“”\"' "))
    return {"literal": name.replace(" ", "") if _SPREAD.fullmatch(name) else name}


def _western(parts: list[Printed]) -> list[Person]:
    """Join ``He`` and ``Z.`` of ``He, Z.`` into one; ``Xu S`` and ``S. Xu`` are one part each."""
    found: list[Person] = []
    waiting = ""
    for part in (part.text() for part in parts):
        words = part.split()
        if SUFFIX.fullmatch(part) and found:
            found[-1]["suffix"] = part
        elif waiting and words[0] not in PARTICLES and (INITIALS.fullmatch(part) or len(words) <= 2):
            found.append({"family": waiting, "given": part})
            waiting = ""
        else:
            if waiting:
                found.append({"literal": waiting})
                waiting = ""
            person = _one_western(words)
            if person is None:
                waiting = part
            else:
                found.append(person)
    if waiting:
        found.append({"literal": waiting})
    return found


def _in_capitals(first: str, second: str) -> bool:
    """Tell whether the first of two words is a family name by its capitals."""
    return first.isalpha() and first.isupper() and not second.isupper() and len(first) > 1


def _one_western(words: list[str]) -> Person | None:
    """Return a person or a body written in one part, ``None`` where the given name may follow."""
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    text = " ".join(words)
    if len(words) == 1:
        return {"literal": text} if text.isupper() and 1 < len(text) <= 5 else None
    if _BODY.search(text) or "(" in text:
        return {"literal": text}
    if words[0] in PARTICLES and not INITIALS.fullmatch(words[-1]):
        return None
    small = next((at for at, word in enumerate(words) if word.lower() not in PARTICLES), len(words))
    start = len(words)
    while start > small + 1 and INITIALS.fullmatch(words[start - 1]):
        start -= 1
    if start < len(words):
        person: Person = {"family": " ".join(words[:start]), "given": " ".join(words[start:])}
    elif len(words) == len(("FAMILY", "given")) and (_in_capitals(*words) or is_family_first(*words)):
        person = {"family": words[0], "given": words[1]}
    elif INITIALS.fullmatch(words[0]) or len(words) <= 3 or any(word in PARTICLES for word in words[1:-1]):
        family = next((at for at, word in enumerate(words) if at and word in PARTICLES), len(words) - 1)
        person = {"family": " ".join(words[family:]), "given": " ".join(words[:family])}
    else:
        return {"literal": text}
    if suffix:
        person["suffix"] = suffix
    return person
