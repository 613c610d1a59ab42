"""Where platforms are named in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.knowledge.names.known.known_names import NO_SHOP
from corpus.knowledge.names.shapes.torn import ends_in_a_word, goes_on
from corpus.model.platform import Platform, PlatformMention
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_OTHER_WORDS = LazyPattern(
    r"京东方|阿里(?:云|健康|影业|妈妈|旺旺|通信|的(?=砂石|高原|雪山|牧|草原))|阿里(?:地区|山(?!寨)|木江|斯顿|斯托|郎)|·阿里(?!巴巴)|(?:商贾|名流|名家|名人|明星|宾客|嘉宾|贵宾|宾朋|食客|买家|展商|学者|大咖|高手|人才|群英|精英|群贤|客商|游客|富豪|专家)云集"
    rf"|淘宝(?:{NO_SHOP.pattern})"
    r"|云集(?:了|于|在|着|此)|拍拍(?:手|肩|照|胸|脑|屁|打|身|他|她|我)"
)
"""Longer words in which the letters of a platform's name name nothing, or something else."""


_REGION: Final = "阿里"
_HIGHLAND: Final = LazyPattern(
    r"西藏|拉萨|日喀则|那曲|札达|狮泉河|普兰|噶尔|冈仁波齐|班公|古格|藏[北西族羚]|高原|海拔|盐湖|野驴|牦牛|青稞|帐篷|经幡|转山|转湖|雪山|草原|缺氧|羊群|援藏|边境|牧民"
)
_TRADE: Final = LazyPattern(
    r"阿里(?:巴巴|系|云|集团)|淘宝|天猫|电商|平台|公司|股价|京东|腾讯|拼多多|美团|收购|财报|投资|市值|马云"
)
_LONGER: Final = 4
"""So far behind a name a longer word may go on: 微信|群."""
_AROUND: Final = 60
"""How far around a name its region is looked for, in code points."""


def _is_region(text: str, match: re.Match[str]) -> bool:
    """Tell whether the name of a platform is here that of a region of Tibet, spoken of around it, and no trade is."""
    if match[0] != _REGION:
        return False
    start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
    return _HIGHLAND.search(text, start, end) is not None and _TRADE.search(text, start, end) is None


def find_mentions(text: str, platforms: Sequence[Platform]) -> tuple[PlatformMention, ...]:
    """Return every place where a platform is named, in order; of overlapping names the longest counts.

    Latin names match in any case and only between word boundaries: ``JD.COM`` is found in 阿里JD.COM, ``JD`` is
    not found in JDK. Weak aliases count only in a text that names the platform in another way too.
    """
    known = _forms(tuple(platforms))
    matches = list(known.pattern.finditer(text))
    if not matches:
        return ()
    others = [(match.start(), match.end()) for match in _OTHER_WORDS.finditer(text)]
    found = [
        (match, match[0].casefold())
        for match in matches
        if not any(start <= match.start() and match.end() <= end for start, end in others)
        and not ends_in_a_word(text, match.end())
        and not goes_on(match[0], text[match.end() : match.end() + _LONGER])
        and not _is_region(text, match)
    ]
    named = {known.forms[form] for _, form in found if form in known.strong}
    return tuple(
        PlatformMention(known.forms[form], Span(match.start(), match.end()), match[0])
        for match, form in found
        if form in known.strong or known.forms[form] in named
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    """The folded forms of the names of some platforms, each with the platform's name, and what finds them."""

    forms: Mapping[str, str]
    strong: frozenset[str]
    """Those that name the platform wherever they stand."""
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(platforms: tuple[Platform, ...]) -> _Forms:
    """Return the forms some platforms are named in: the same platforms are looked for in one text after the other."""
    owners: dict[str, str] = {}
    weak: dict[str, str] = {}
    for platform in platforms:
        for form in (platform.name, *platform.aliases, platform.english):
            if form:
                owners.setdefault(form.casefold(), platform.name)
        weak |= {form.casefold(): platform.name for form in platform.weak_aliases if form}
    forms = {**weak, **owners}
    return _Forms(forms, frozenset(owners), _pattern(sorted(forms, key=len, reverse=True)))


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of all names; only where one may begin are they tried one after the other."""
    if not forms:
        return re.compile("(?!)")
    begin = "".join(dict.fromkeys(re.escape(form[0]) for form in forms))
    return re.compile(f"(?=[{begin}])(?:{'|'.join(map(_bounded, forms))})", re.IGNORECASE)


def _bounded(form: str) -> str:
    """Return the pattern of a name, closed by word boundaries where it begins or ends in Latin letters."""
    before = r"(?<![A-Za-z0-9_])" if form[0].isascii() and form[0].isalnum() else ""
    after = r"(?![A-Za-z0-9_])" if form[-1].isascii() and form[-1].isalnum() else ""
    return before + re.escape(form) + after
