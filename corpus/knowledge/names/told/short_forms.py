"""Short forms of a name a text goes on with, without having said so: 沪东电缆 of 沪东电缆集团有限公司."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.names.known.known_names import places_of
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, place_length
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class

_LEGAL: Final = LazyPattern(r"(?:股份|责任|集团|控股)*有限(?:责任)?公司$|总公司$|集团公司$|集团$")
_LEGAL_ENDS: Final = ("有限公司", "有限责任公司", "总公司", "集团公司")
_SPECIAL: Final = LazyPattern(r"\*?[ ]?S?\*?ST[ ]?(?P<own>[一-鿿]{2,4})")
_OTHER: Final = LazyPattern(r"集团$|银行|系$|[前原现拟因将已曾被]")
"""Behind its own part a parent, a bank it has accounts with, or the next word: *ST保千|前实际控制人."""
_SEAT: Final = LazyPattern(r"[（(][一-鿿]{2,5}[）)]")
_PUBLIC: Final = ("股份", "集团", "公司")
"""What a short form may end in though the registered name has it further on, or nowhere."""
_GROUP: Final = "集团"
_SHARES: Final = "股份"
_LIMITED: Final = "有限"
_SHORTEST: Final = 3
_OF_FORM: Final = ("股份", "集团")
"""What a short form ends in only where the registered name has it too."""
_HEAD: Final = 2
"""So many signs of its own part a short form keeps."""
_LONGEST_CORE: Final = 4
_IN_FULL: Final = "有限公司"
_ACT_OR_KIND: Final = LazyPattern(r"[做建提用投促推增加更新老多等并请到为获稳省市县区国]")
_WHOLE_FIRM: Final = LazyPattern(
    r"(?:新能源|网络|信息|科技|技术|实业|发展|集团|控股|股份)*(?:[（(][一-鿿]{2,5}[）)])?(?:集团|控股|股份)*有限(?:责任)?公司"
)
MODEL: Final = LazyPattern(
    r"[ ]?[A-Z]{0,3}\d|[A-Z](?![A-Za-z])|[ ]?[A-Z][a-z]+ ?\d|系(?=[”，。、的旗内])|转?债(?![务权券主台])"
)
"""Behind the core of a name these make what the company sells of it, or all its firms: 驰宇X9, 恒润系."""
_FREE: Final = ("p", "c", "u", "d", "v", "r", "t", "f", "m", "q", "y")
_BESIDE: Final = frozenset("原前老由称据")
"""Single words before a name that belong to none, though a dictionary has them as other words too."""
_ARMS: Final = frozenset(
    ("资本", "投资", "基金", "创投", "银行", "证券", "保险", "信托", "期货", "租赁", "支付", "金融", "财富", "资管",
     "物流", "物业", "地产", "置业", "云", "保理", "小贷", "供应链")
)  # fmt: skip
"""What arms of a company end in, behind the name of the whole."""
_WORKS: Final = frozenset("厂社店铺行")
_HOUSE_BEHIND: Final = LazyPattern(
    r"(?![新老分总大小工的了在与和及把将从到等])[一-鿿]{1,6}?(?<![市现广商卖会停剧战考工商立到登入当])[厂场矿](?![长区房商景地部内里外方家])"
)
"""Words of trades up to what a works is called by."""
_DISTRICT: Final = LazyPattern(rf"[一-鿿]{{1,3}}?{PLACE_END}")
_PLACE_BEHIND: Final = LazyPattern(PLACE_END)
_CLAUSE: Final = 24
"""So far before a name of the same clause its owner is looked for, in code points."""
_HOLDS: Final = LazyPattern(
    r"持有|控股|收购|受让|增持|减持|参股|入股|入主|转让|买下|出售|剥离|分拆|旗下|子公司|孙公司|联营公司"
)
_HELD: Final = LazyPattern(r"的?(?:第[一二三]|控股|最大|大)?股东(?:为|是|系|[，、])?|的?母公司(?:为|是|系)?")


def take_short_forms(text: str, owners: dict[str, str], known: AbstractSet[str]) -> None:
    """Let a name own its core where no other has the same one and the core stands alone elsewhere.

    A registered name owns what a text shortens it to as well.
    """
    forms = Counter(form for name in owners for form in _short_forms(name) if form not in owners)
    _join_special(text, owners)
    for name in tuple(owners):
        for form in _short_forms(name):
            if forms[form] == 1 and _stands_elsewhere(text, form, name):
                owners[form] = owners[name]
    for name in tuple(owners):
        whole = owners.get(name[: -len(_GROUP)]) if name.endswith(_GROUP) else None
        if whole == name[: -len(_GROUP)]:
            owners[whole] = owners[name]
    for short, full in _owners_of_short_forms(owners, known).items():
        holders = {one for one, owner in owners.items() if owner == owners[full] and one != short}
        if owners[short] == short and not is_held_by(text, short, holders):
            owners[short] = owners[full]
    cores = Counter(core for core, _ in {(core_of(name), owner) for name, owner in owners.items()})
    for name in tuple(owners):
        core = core_of(name)
        free = owners.get(core, core) == core and (
            core not in owners
            or _is_whole_firm(name, core)
            or (core not in known and _leads(text, name, core))
        )
        told = core and cores[core] == 1 and free and not is_place_there(text, core)
        if told and _stands_elsewhere(text, core, name):
            owners[core] = owners[name]
    for name, owner in tuple(owners.items()):
        owners[name] = owners.get(owner, owner)


def _join_special(text: str, owners: dict[str, str]) -> None:
    """Let the one name that begins as a company under special treatment is called own that: *ST 瀚墨, 瀚墨文具."""
    for name in tuple(owners):
        special = _SPECIAL.fullmatch(name)
        if special is None or f"{special['own']}{_GROUP}" in owners:
            continue
        whole = {
            owners[one]
            for one in owners
            if one.startswith(special["own"]) and not _OTHER.match(one, len(special["own"]))
        }
        if len(whole) == 1:
            owners[name] = whole.pop()
        if owners[name] == special["own"] and text.count(name) == text.count(special["own"]):
            owners[name] = owners[special["own"]] = name


def take_former_forms(text: str, owners: dict[str, str]) -> None:
    """Let a name own what a prospectus calls its bearer by before the change of form: 禾川有限 of 禾川股份有限公司."""
    if _LIMITED not in text:
        return
    for name in tuple(owners):
        form = core_of(name) + _LIMITED if name in owners and core_of(name) else name + _LIMITED
        for one in {form, name + _LIMITED}:
            if one not in owners and re.search(
                rf"{re.escape(one)}(?!公司|责任|合伙|[制度期时量额的地且几])", text
            ):
                owners[one] = owners[name]


def is_place_there(text: str, core: str) -> bool:
    """Tell whether a core is the name of a place the text speaks of too: 南屏 of 南屏农商银行 beside 南屏市."""
    return any(_PLACE_BEHIND.match(text, place + len(core)) for place in places_of(core, text))


def is_held_by(text: str, short: str, holders: Collection[str]) -> bool:
    """Tell whether a text says that the bearer of some names holds the one of another: then they are two companies."""
    for place in places_of(short, text):
        if text.startswith(tuple(one for one in holders if one.startswith(short)), place):
            continue
        before = text[max(0, place - _CLAUSE) : place]
        before = before[max(map(before.rfind, "，。；！？\n")) + 1 :]
        held = _HOLDS.search(before)
        if held and any(one in before[: held.start()] for one in holders):
            return True
        behind = _HELD.match(text, place + len(short))
        if behind and text.startswith(tuple(holders), behind.end()):
            return True
    return False


def _short_forms(name: str) -> Iterator[str]:
    """Yield the forms a text may go on with: the name without its legal form, and without a trade at its end.

    What it begins and ends with may be put together, 北岸码头 of 北岸集装箱码头有限公司.
    Each other one still ends as names of companies do or is all that stands before the legal form, with and without
    the place the name begins with.
    """
    base = without_legal(name)
    if base == name or not base:
        yield from _works_forms(name)
        return
    for whole in dict.fromkeys((base, base[_seat_length(base) :])):
        own, trade, words = whole[:_HEAD], whole[-_HEAD:], plain_words(whole)
        told = words[0] == own and (words[-1] == trade or ends_as_company(own + trade))
        if told and len(whole) > _HEAD * 2 and _has_own(own):
            yield own + trade
        part = whole
        while len(part) >= _SHORTEST:
            sure = ends_as_company(part) or (part == whole and len(part) > _SHORTEST)
            if part != name and sure and _has_own(part):
                yield part
            shorter = _last_trade().sub("", part)
            if shorter == part:
                break
            part = shorter


def _works_forms(name: str) -> Iterator[str]:
    """Yield what a works or shop is called by in short: 凯欣厂 of 顺德区凯欣五金制品厂."""
    own = name[_seat_length(name) :]
    while length := _seat_length(own) or _district_length(own):
        own = own[length:]
    if name[-1] in _WORKS and len(own) > _HEAD * 2 and _has_own(own[:_HEAD]):
        yield own[:_HEAD] + name[-1]


def _district_length(name: str) -> int:
    match = _DISTRICT.match(name)
    return match.end() if match else 0


def _owners_of_short_forms(names: Collection[str], known: Collection[str]) -> Mapping[str, str]:
    """Return the names among some that are short for one registered name there, each with that one.

    A short form keeps the beginning of the own part and the order of what it takes: 砚北装备 of
    江州砚北智能装备股份有限公司. Where two registered names could be meant it belongs to neither.
    One of the ``known`` names is short only for itself with a legal form behind it: 比亚迪, not of 比亚迪电子有限公司.
    """
    by_head: dict[str, list[tuple[str, str]]] = {}
    registered = {one: base for one in names if (base := without_legal(one)) != one and base}
    for one, base in registered.items():
        for whole in {base, base[_seat_length(base) :]}:
            by_head.setdefault(whole[:_HEAD], []).append((one, whole))
    works: dict[str, set[str]] = {}
    for one in names:
        for form in _works_forms(one) if one[-1] in _WORKS else ():
            works.setdefault(form, set()).add(one)
    found: dict[str, str] = {}
    for short in names:
        if short in registered and not short.endswith("集团"):
            continue
        likely = by_head.get(short[:_HEAD], ())
        form = next((one for one in _OF_FORM if short.endswith(one)), "")
        full = {one for one, base in likely if one != short and form in one and _is_short_for(short, base)}
        full |= {one for one, _ in likely if one != short and short in _short_forms(one)}
        full |= works.get(short, set())
        full = {one for one in full if registered[one] == short} if short in known else full
        if not full and short.endswith(_SHARES):
            full = {one for one, base in registered.items() if _holds(base, short.removesuffix(_SHARES))}
        if len(full) == 1:
            found[short] = full.pop()
    return found


def in_full(name: str) -> bool:
    """Tell whether a name has the legal form of a registered one behind it."""
    return name.endswith(_LEGAL_ENDS) and without_legal(name) != name


def own_part(name: str) -> str:
    """Return a registered name without its legal form and the places it begins with."""
    own = without_legal(name)
    while length := _seat_length(own) or _district_length(own):
        own = own[length:]
    return own


def without_legal(name: str) -> str:
    """Return a name without the legal form and the seat in brackets behind it."""
    return _SEAT.sub("", _LEGAL.sub("", name)) if name.endswith(_PUBLIC) else name


def _seat_length(base: str) -> int:
    length = place_length(plain_words(base)[:1])
    return length if len(base) - length >= _SHORTEST else 0


def _has_own(part: str) -> bool:
    """Tell whether something of its own is left of a name: 沪东 of 沪东电缆, none of 医药科技."""
    own = first_word(part)
    general = any(own in listed(kind) for kind in ("strong", "weak", "inner", "everyday", "barred"))
    return not general and not is_large_place(own)


def _is_short_for(short: str, base: str) -> bool:
    """Tell whether a name is made of another one's signs in their order, beginning with its own part.

    A word of the dictionary at its head says little: then it must begin as the other does for one sign more.
    """
    if len(short) < _SHORTEST or short.isascii():
        return False
    if is_word(short[:_HEAD]) and not base.startswith(short[:_SHORTEST]):
        return False
    ending = next((one for one in _PUBLIC if short.endswith(one)), "")
    rest = iter(base)
    return all(char in rest for char in short.removesuffix(ending) or short)


def _holds(base: str, own: str) -> bool:
    """Tell whether a registered name begins with a place no dictionary has before its own part: 江右|禾光新材料."""
    return len(own) >= _HEAD and not is_word(own) and base.find(own) == _HEAD


@cache
def _last_trade() -> re.Pattern[str]:
    """Return what finds the last word of trade of a name."""
    return re.compile(rf"(?:{any_of('strong', 'weak', 'inner', 'trades').pattern})$")


@cache
def _form_at_end() -> re.Pattern[str]:
    """Return what finds a form word at the end of a name."""
    return re.compile(rf"(?:{any_of('legal', 'strong', 'weak', 'inner').pattern})$")


@lru_cache(maxsize=4096)
def without_forms(name: str) -> str:
    """Return what stands before the form words of a name, without the place a registered one begins with."""
    core = name
    while match := _form_at_end().search(core):
        if match.start() < 2:
            break
        core = core[: match.start()]
    return core[place_length(plain_words(core)[:1]) :] if name.endswith(_IN_FULL) else core


def core_of(name: str) -> str:
    """Return the short form a text may use of a name: what stands before its form words, in no dictionary."""
    core = without_forms(name)
    usable = (
        core != name
        and 2 <= len(core) <= _LONGEST_CORE
        and not is_word(core)
        and core.isalpha()
        and not _ACT_OR_KIND.match(core)
        and all(len(part) == 1 or not is_word(part) for part in plain_words(core))
    )
    return core if usable else ""


def _is_whole_firm(name: str, core: str) -> bool:
    """Tell whether a name is a core and only what firms as a whole are called by: 灵跃科技, not 灵跃资本.

    Of a registered name what says which of several firms it is stands between: 比亚迪电子（国际）有限公司.
    """
    rest = name.removeprefix(core)
    return rest in {"科技", "集团", "股份", "公司"} or _WHOLE_FIRM.fullmatch(rest) is not None


def is_inside(text: str, span: Span) -> bool:
    """Tell whether a short form is here the end of another name: 立源 of 鑫立源投资, 华闻 of 新华闻."""
    if len(span) > _SHORTEST or not ("一" <= text[span.start - 1 : span.start] <= "鿿"):
        return False
    before = plain_words(text[max(0, span.start - _SHORTEST) : span.start])[-1]
    return len(before) == 1 and not word_class(before).startswith(_FREE) and before not in _BESIDE


def begins_another(text: str, span: Span) -> bool:
    """Tell whether a short form is here the beginning of another house's name, or of a bond: 汀南|磨床厂, 22泽源|债."""
    if len(span) > _SHORTEST:
        return False
    if text[span.start - 1 : span.start].isdecimal() and text.startswith("债", span.end):
        return True
    house = _HOUSE_BEHIND.match(text, span.end)
    return house is not None and not any(
        word_class(word).startswith(_FREE[:-1]) for word in plain_words(house[0])[:-1] if len(word) == 1
    )


def _leads(text: str, name: str, core: str) -> bool:
    """Tell whether a text names a company whole before it goes on with the first part, and parts the two nowhere.

    Arms of a company have names of their own: 青禾 is not 青禾资本.
    """
    rest = name.removeprefix(core)
    trade = rest in listed("weak") | listed("strong") and rest not in _ARMS
    return trade and text.find(name) == text.find(core) and not is_held_by(text, core, {name})


def _stands_elsewhere(text: str, core: str, name: str) -> bool:
    """Tell whether the core of a name stands without the rest of it too, and not only behind a surname: 罗大勇."""
    return any(
        not text.startswith(name, max(0, one - name.find(core)))
        and not begins_another(text, Span(one, one + len(core)))
        and not is_person(text[one - 1 : one + len(core)])
        and not MODEL.match(text, one + len(core))
        and not is_inside(text, Span(one, one + len(core)))
        for one in places_of(core, text)
    )
