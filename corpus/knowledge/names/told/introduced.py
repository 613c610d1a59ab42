"""Names that what stands before them introduces: what kind of business, how many of a list, who works there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue, cues
from corpus.knowledge.names.shapes.boundaries import (
    ending_at,
    is_person,
    is_place,
    stands_free,
    starting_at,
    stops,
)
from corpus.knowledge.names.shapes.coined import has_tail, is_coined, is_made_up, is_simplified
from corpus.knowledge.names.shapes.edges import cut_apart, only_words
from corpus.knowledge.names.told.records import by_record
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.geography import FOREIGN_COUNTRIES
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMES

_HAN: Final = "一-鿿"
_COUNTS: Final = "一二三四五六七八九十"
_TRADES: Final = (
    "(?:科技|信息|网络|电子|生物|医药|智能|文化|传媒|食品|集团|股份"
    "|公司|实业|厂|商行|百货|餐饮|软件|数据|能源|材料)"
)
_ABROAD: Final = frozenset({*FOREIGN_COUNTRIES, "俄国"})
_SPEAKS: Final = ("表示", "说", "称", "认为", "介绍", "告诉", "坦言", "回忆", "指出", "透露", "回应")
_FIRM_ACTS: Final = ("获", "宣布", "完成", "获得", "推出", "发布", "拿到", "融资")
_FIRM_KINDS: Final = ("公司", "企业", "集团", "机构")
"""Behind these somebody of the company is told of as often as its name."""
_PARTIES: Final = ("方", "人", "商", "机构", "对手", "主", "东家", "房东", "代理")
_CAPITALS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FULL: Final = 2
_TWO: Final = ("两", "二")
_CLOSED: Final = ("，", "。", "；", "、", "的", "")
_ITEMS: Final = 12
"""More items of a list than these are not looked at."""
_NUMBER: Final = LazyPattern(r"[等这]?[两三四五六七八九十几多\d]{1,3}$")
_DIGITS: Final = 3
_PERSON: Final = 3
"""No longer name may be a person's."""
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
_ITEMS_BEHIND: Final = LazyPattern(
    rf"[{_HAN}A-Z]{{2,8}}(?:、[{_HAN}A-Z]{{2,8}}){{0,9}}[、和与及][{_HAN}]{{2,8}}(?=.)"
)
_ITEM: Final = LazyPattern(rf"(?:(?!以及|[和与及等])[{_HAN}A-Z]){{2,8}}")
_LONGEST: Final = 8
_BEFORE: Final = 6


def _kind(name: str) -> str:
    """Return the expression of the cues of a kind, as a group."""
    return f"(?:{cue('names/context', name).pattern})"


_STATE: Final = guarded(
    rf"[第大隧电建港上广天{_COUNTS}](?<=[铁建交冶核煤化水电葛能航油石工桥投坝].)"
    rf"(?:(?:(?<=第)[{_COUNTS}]{{1,3}}|(?<=[{_COUNTS}])[{_COUNTS}]{{0,2}})"
    r"(?:[航公工冶]?局|公司|建设?|院|分公司|工程公司|处)(?:集团)?"
    r"|(?:(?<=大)桥|(?<=隧)道|(?<=电)气化|(?<=建)工|(?<=港)湾|(?<=上)航|(?<=广)航|(?<=天)航)局(?:集团)?)"
)
_STATE_HEAD: Final = LazyPattern(
    rf"(?:中国?(?:铁建?|交建?|建|冶|核|煤|化|水电|电建|葛|能建|航|海油|石油|石化)|葛洲坝"
    rf"|[{_HAN}]{{1,2}}(?:建|建工|水电|路桥|铁投|化建|电建))$"
)
"""State firms by their short names: 中铁十九局, 陕建三公司."""
_BRANCHES: Final = (
    guarded(rf"(?:华能|大唐|华电|国电|国投|国能|神华|中广核)[{_HAN}]{{2,4}}?(?:热?电厂|煤矿|核电|风电场)"),
    guarded(
        r"(?:国网|南网|中石[化油]|中海油|中国(?:移动|联通|电信|石化|石油|人寿|邮政|烟草))"
        rf"[{_HAN}]{{2,4}}?(?:供电|电力|销售|石油)?(?:分公司|公司)"
    ),
)
"""What a state firm is called by at a place: 国网江城供电公司."""
_SIGNBOARD: Final = guarded(rf"记(?=[{_HAN}]{{2}})(?!者|录|得|载|忆|号|住|账|下|挂|述|性|在|了|不|起|过|工)")
"""An owner's name before what a shop sells: 林记糖水."""
_WITHIN: Final = LazyPattern(f"[{_HAN}]")
_OPENS_SIGN: Final = LazyPattern(
    rf"(?:^|[^{_HAN}]|[的和与跟是叫去在到从被把给]|守着|经营|打理|接手|盘下|另开|开了|开着|创办|创立|做成|挂出|老板|老店|名为|改名|家的)$"
)
"""Before the owner's name on a sign."""
_PROVINCES_SHORT: Final = frozenset("京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁新")


# An expression that begins with a word or a class of signs is tried only where one stands: these are parted by that.
@cache
def _business() -> Guarded:
    """Return what finds names behind the kind of a business."""
    return guarded(
        rf"(?P<kind>{_kind('business')})(?P<name>(?:[A-Z]{{1,4}})?[{_HAN}]{{2,6}}?)(?={_kind('business_does')}|$)"
    )


@cache
def _business_latin() -> Guarded:
    """Return what finds Latin names behind the kind of a business: 零售商 Harlow."""
    return guarded(
        rf"(?:{_kind('business')}|客户|投资人)[ ]?"
        r"(?P<name>[A-Z][a-z][A-Za-z0-9.-]+(?: (?:& )?[A-Z][A-Za-z0-9.&-]*){0,2})"
        rf"(?={_kind('business_does')}|[ ]?(?:持有|[一上]季度)|$)"
    )


@cache
def _working() -> tuple[Guarded, ...]:
    """Return what finds names of where somebody works, or comes from."""
    return (
        guarded(rf"{_kind('works_at')}(?P<name>[{_HAN}]{{2,7}}?)(?={_kind('works')}|$)"),
        guarded(rf"{_kind('worked_at')}(?P<name>[{_HAN}]{{3,7}}?)(?={_kind('worked')})"),
        guarded(rf"从(?P<name>[{_HAN}]{{2,7}}?)(?={_kind('leaves')})"),
    )


@cache
def _glossed() -> tuple[Guarded, ...]:
    """Return what stands right behind a name: its foreign form in brackets, or that it had another one."""
    return (
        guarded(
            rf"[（(](?:英文名(?:称)?(?:[：:]|为)?[ ]?)?[A-Z][A-Za-z .&-]{{1,30}}"
            r"(?:[，,](?:以下|下)?(?:简)?称[^（()）]{2,12})?[）)]"
            rf"(?=[^。；\n]{{0,20}}{_kind('glossed')})"
        ),
        guarded(
            rf"，?(?:又叫|又名|也叫|又称|原名|后来改称|后改称)(?=[“]?[{_HAN}]{{1,3}}[记号堂斋坊铺居楼馆园轩行店厂社祥昌隆][”]?[，。；])"
        ),
        guarded(
            rf"[（(][^（（）)“”]{{0,8}}(?:叫|喊|唤)(?:它|他们|这里)?(?:作|为)?(?=[“][{_HAN}]{{2,5}}[”][）)])"
        ),
        guarded(
            rf"(?:原名|曾用名|英文名)(?=[{_HAN}A-Za-z& ]{{2,24}}[，。,][^。\n]{{0,30}}{_kind('glossed')}"
            rf"|[{_HAN}]{{2,4}}{_TRADES})"
        ),
    )


@cache
def _counted() -> tuple[Guarded, Guarded]:
    """Return what stands behind the number of businesses listed before it, and what without a number."""
    return guarded(_kind("counted")), guarded(_kind("such"))


def introduced(text: str) -> Iterator[Span]:
    """Yield the places of names that a kind of business, a count or somebody's work introduces."""
    signs = frozenset(text)
    for read in _INTRODUCTIONS:
        yield from read(text, signs)


def _behind_business(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield what stands behind the kind of a business: 连锁品牌茶语堂."""
    for match in _business().finditer(text, signs):
        name = match["name"].lstrip(_CAPITALS)
        firm = match["kind"].endswith(_FIRM_KINDS) and not _is_abroad(text, match.end("kind"))
        if firm and not _says_which(text, match.start(), match["kind"]):
            continue
        span = Span(match.start("name"), match.end("name"))
        coined = is_coined(name) or (name != match["name"] and ends_as_company(match["name"]))
        made_up = not firm and (is_made_up(name) or _is_two_nouns(name))
        made_up = made_up and (name.endswith("网") or text.startswith(_FIRM_ACTS, match.end()))
        if (
            (coined or made_up or (not firm and _is_party(text, match["kind"], span)))
            and not _is_somebody(name, text, match.end(), firm=firm)
            and not cut_apart(text, span)
        ):
            yield span


def _is_two_nouns(name: str) -> bool:
    """Tell whether a phrase is two everyday nouns, as brands are called: 馋猫日记."""
    words = plain_words(name)
    return list(map(len, words)) == [_FULL, _FULL] and all(
        is_word(word) and word_class(word) in {"n", "nz", "nr"} and word not in listed("kinds")
        for word in words
    )


def _is_party(text: str, kind: str, span: Span) -> bool:
    """Tell whether a party to something has the name of a company, of words of the dictionary too: 运营方欢聚文旅."""
    name = span.of(text)
    if not kind.endswith(_PARTIES) or name.endswith(_FIRM_KINDS):
        return False
    two = len(plain_words(name)) == _FULL and len(name) > _PERSON
    return has_tail(name) or (two and ends_as_company(name) and not only_words(text, span))


def _behind_count(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the items of a list that a number of businesses sums up: 甲、乙等三家药店."""
    for match in () if signs.isdisjoint(_CAPITALS) else _business_latin().finditer(text, signs):
        yield _named(match)
    for end in _counts(text, signs):
        yield from _listed(text, end)


def _behind_naming(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield what words that tell of names stand before, several or one."""
    for kind in ("named", "concerns"):
        for match in cues("names/context", kind).finditer(text, signs):
            yield from _named_behind(text, match.end())
    for match in cues("names/context", "one_named").finditer(text, signs):
        end = starting_at(text, match.end())
        name = text[match.end() : end]
        closed = text[end : end + 1] in _CLOSED and not is_person(name)
        if closed and (is_coined(name) or is_made_up(name) or has_tail(name) or ends_as_company(name)):
            yield Span(match.end(), end)


def _worked_at(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield where somebody works, or comes from."""
    for pattern in _working():
        for match in pattern.finditer(text, signs):
            if _is_workplace(text, match["name"], _named(match)):
                yield _named(match)


def _of_the_state(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield state firms by their short names and what they are called by at a place."""
    for pattern in _BRANCHES:
        for match in pattern.finditer(text, signs):
            yield Span(match.start(), match.end())
    for match in _STATE.finditer(text, signs):
        head = _STATE_HEAD.search(text, max(0, match.start() - 4), match.start())
        if head and (head[0][0] in "中葛" or head[0][0] in _PROVINCES_SHORT or is_place(head[0][:2])):
            yield Span(head.start(), match.end())


def _on_signboards(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield an owner's name with what the shop sells: 林记糖水."""
    for match in _SIGNBOARD.finditer(text, signs):
        start = match.start() - 1
        if start < 0 or text[start] not in FAMILY or not _OPENS_SIGN.search(text, max(0, start - 3), start):
            continue
        sold = first_word(text[match.end() : match.end() + 4])
        if len(sold) == _FULL and (
            sold in listed("weak") or (is_word(sold) and word_class(sold).startswith("n"))
        ):
            yield Span(start, match.end() + len(sold))


def _before_gloss(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield what stands right before its foreign form in brackets, or before the name it had."""
    for pattern in _glossed():
        for match in pattern.finditer(text, signs):
            end = match.start() - text.endswith(("，", ","), 0, match.start())
            start = ending_at(text, end)
            if is_coined(text[start:end]) and not is_person(text[start:end]):
                yield Span(start, end)


_INTRODUCTIONS: Final = (
    _behind_business,
    _behind_count,
    _behind_naming,
    _worked_at,
    _of_the_state,
    _on_signboards,
    _before_gloss,
    by_record,
)
"""What may introduce a name, each with the function that finds it."""


def _named(match: re.Match[str]) -> Span:
    return Span(match.start("name"), match.end("name"))


def _counts(text: str, signs: frozenset[str]) -> Iterator[int]:
    """Yield where a number of businesses begins, 三家药店, or a word that sums some up, 等药企."""
    numbered, such = _counted()
    for match in numbered.finditer(text, signs):
        number = _NUMBER.search(text, max(0, match.start() - _DIGITS - 1), match.start())
        if number:
            yield number.start()
    for match in such.finditer(text, signs):
        yield match.start()


def _is_workplace(text: str, name: str, span: Span) -> bool:
    """Tell whether a phrase where somebody works is the name of a company."""
    if not is_simplified(name):
        return False
    coined = is_coined(name) and not is_person(name)
    return coined or has_tail(name) or (ends_as_company(name) and not only_words(text, span))


def _is_abroad(text: str, end: int) -> bool:
    """Tell whether a kind of company is said to be foreign: 芬兰游戏公司."""
    return any(
        word in _ABROAD or (word_class(word) == "ns" and len(word) > _FULL)
        for word in plain_words(text[max(0, end - _BEFORE - _FULL) : end])
    )


def _says_which(text: str, start: int, kind: str) -> bool:
    """Tell whether a trade or a country stands before 公司 or 企业: 化工企业, not 上市公司."""
    whole = start + len(kind) - _FULL
    words = plain_words(text[max(0, whole - _BEFORE) : whole])
    last = words[-1] if words else ""
    trade = any(last in listed(name) for name in ("weak", "everyday", "inner", "kinds"))
    return len(last) >= _FULL and (trade or (is_place(last) and not last.endswith(("省", "市", "县"))))


def _is_somebody(name: str, text: str, end: int, *, firm: bool) -> bool:
    """Tell whether a name is that of somebody who speaks, or of somebody of the company named by its kind."""
    short = len(name) in {2, 3} and name[0] in FAMILY
    return short and (firm or text.startswith(_SPEAKS, end))


def _listed(text: str, end: int) -> Iterator[Span]:
    """Yield the items of the list that ends before a count, where they are names: 聚福楼、老街羊汤等六家餐馆."""
    items: list[Span] = []
    position = end - text.endswith("，", 0, end)
    while len(items) < _ITEMS:
        start = text.rfind("、", max(0, position - _LONGEST - 1), position) + 1
        closed = start > 0
        if not closed:
            joint = max(text.rfind(sign, max(0, position - _LONGEST), position) for sign in "和与及")
            two = text.startswith((*_TWO, "是", "都是"), end)
            if not items and joint > 0 and (two or "、" in text[max(0, joint - _LONGEST - 1) : joint]):
                start, closed = joint + 1, True
        if not closed:
            begin = ending_at(text, position)
            inside = (
                _WITHIN.match(text, max(0, begin - 1), begin) is not None and word_class(text[begin]) == "v"
            )
            begin += inside and is_coined(text[begin + 1 : position])
            items.append(Span(begin, position))
            break
        items.append(Span(start, position))
        position = start - 1
    names = [one.of(text) for one in items]
    if len(items) < _FULL or not all(names) or any(is_place(one) or is_person(one) for one in names):
        return
    told = [one for one, name in zip(items, names, strict=True) if _is_item(name)]
    if len(told) * 2 > len(items):
        yield from told


def _named_behind(text: str, start: int) -> Iterator[Span]:
    """Yield the items of the list that begins at a place, where most may be names: 厂商分别为锦秀、创尔和敷尔佳."""
    told = _ITEMS_BEHIND.match(text, start)
    if told is None:
        return
    items: list[Span] = []
    for one in _ITEM.finditer(text, start, told.end()):
        whole = text[one.end()] in "、和与及等" or (text[one.end()] in "，。；" and _is_item(one[0]))
        end = one.end() if whole else min(one.end(), starting_at(text, one.start()))
        form = any_of("strong", "weak").match(text, end)
        end = form.end() if form and stands_free(text, form.end()) else end
        items.append(Span(one.start(), end))
    names = [one.of(text) for one in items]
    coined = sum((is_coined(name) and not is_person(name)) or ends_as_company(name) for name in names)
    if not all(names):
        return
    people = sum(len(name) <= _PERSON and name[0] in FAMILY for name in names)
    plain = people * 2 >= len(names) or any(
        is_place(name) or not (_is_item(name) or _is_rare(name) or ends_as_company(name)) for name in names
    )
    if plain or coined * 2 <= len(names):
        return
    yield from items


def _is_rare(name: str) -> bool:
    """Tell whether a word is a noun that texts hardly use: 巨子."""
    return is_word(name) and word_class(name).startswith("n") and word_frequency(name) <= _RARE


def _is_item(name: str) -> bool:
    """Tell whether an item of a list of businesses may be the name of one."""
    plain = is_word(name) and word_class(name) not in NAMES
    if any(name.endswith(house, _FULL) for house in listed("houses")) and len(name) <= _LONGEST:
        return True
    if not _FULL <= len(name) <= _LONGEST or plain or name[-1] in "业类种些个":
        return False
    return not any(stops(word) and len(word) > 1 for word in plain_words(name)) and not set(name) & set(
        "的了是"
    )
