"""Whose figure it is: the subject or place a metric carries in front is taken off it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.knowledge.bearers.bearers import is_deed, is_object
from corpus.knowledge.cues.tables import cue, cue_words
from corpus.knowledge.document.places import PROVINCES, SCOPE_OF, full_name, level_of
from corpus.knowledge.metrics.deeds_beside import only_acts
from corpus.knowledge.metrics.normalising import plain_metric
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD, split_scope, strip_metric
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.phrases.own_names import is_name, tells_of_doing
from corpus.knowledge.phrases.persons import person_before
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import is_place_name
from corpus.knowledge.phrases.times_aside import OCCASION
from corpus.knowledge.phrases.works import works_before
from corpus.knowledge.subjects.metric_owners import (
    OwnedMetric,
    Parted,
    of_all_listed,
    of_city,
    of_firm,
    of_other_owner,
)
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, plain_words, word_class

_TABLE: Final = "subjects"
_LONG_NAME: Final = 8
_LIKE: Final = ("i", "z", "a", "l")
"""Classes of words that tell what things are like: 憨态可掬的吉祥物."""
_WIDE: Final = frozenset({"全国", "我国", "全球", "全省", "全市", "全县", "全区"})
"""With what a metric begins when a mark stood before it: 三、全国棉花总产量."""
_COSTS: Final = (
    "成本",
    "价格",
    "房租",
    "租金",
    "工资",
    "费用",
    "均价",
    "单价",
    "售价",
    "指数",
    "股指",
    "汇率",
    "油价",
    "金价",
)
"""With what a thing ends that is measured itself, and is nobody: 生豆成本去年涨了六成."""
_OFFICES: Final = (
    "部门",
    "部",
    "局",
    "署",
    "委",
    "委员会",
    "厅",
    "办公室",
    "协会",
    "学会",
    "中心",
    "研究院",
    "总队",
)
_ANNOUNCES: Final = LazyPattern(
    r"[^，。；]{0,12}?(?:公布|发布|通报|披露|介绍|透露|表示|消息|称|说)[^，。；]{0,12}[，,：:]"
)
"""Behind the name of an office that tells what others have: 国家旅游部门2月14日公布，…"""
_MEANWHILE: Final = LazyPattern(
    r"(?!上年|去年|前年|[今当]年)(?P<who>[一-鿿]{3,6})同期的?(?P<what>[一-鿿]{2,8})"
)
"""Another of whom the same time is told: 申贝缝制同期外销收入."""
_TITLED: Final = LazyPattern(
    rf"(?:[一-鿿]{{0,4}}?(?:影片|电影|片|剧|剧集|综艺|游戏|小说|书|专辑|单曲|歌曲|杂志))?(?P<who>《[^《》]{{1,20}}》)的?(?:[今当]年)?(?:(?:{OCCASION}){{1,2}}节?(?:假期|档)?)?(?:期间)?的?(?P<what>[^《》]{{2,}})"
)
"""A work before what it has, within a holiday or not: 影片《归山》春节档票房."""
_IN_PROVINCE: Final = LazyPattern(rf"在(?P<where>{'|'.join(PROVINCES)})省?的(?=\S{{2}})")
_PLACES: Final = ("ns", "s")
_LYING: Final = ("在", "占", "居", "于", "对")
"""Between a place and the larger one it lies in or is held against: 南屏县在|全省."""
_DEEDS: Final = ("v", "d")
_DOES: Final = LazyPattern(
    rf"[ 　]*(?:(?:今年|去年|目前|截至目前|全年|其中|而)[，,]?)?(?P<who>[一-鿿]{{2,6}}?{PLACE_END})的?"
)
"""A place at the head of a clause."""
_SAID: Final = ("r", "p", "c")
"""Classes of words that stand in no name."""


@cache
def _place() -> LazyPattern[str]:
    """Return what finds a place a metric begins with, and what is told of it behind."""
    no_lead, court = cue(_TABLE, "no_place_before").pattern, cue(_TABLE, "of_court").pattern
    return LazyPattern(
        rf"(?!{no_lead})(?P<who>[一-鿿]{{1,5}}?(?:(?<![节反减]){PLACE_END}|州市))(?!{court})的?(?=\S{{2}})"
    )


def named_before_time(words: str) -> str:
    """Return who is named right before a time at the head of a clause: 云川去年的社零总额 → 云川."""
    for match in cue(_TABLE, "before_time").finditer(words):
        if match["who"].endswith(_OFFICES) and _ANNOUNCES.match(words, match.end()):
            continue
        if match["who"] in {"公司", "本公司", "我公司", "集团", "本集团"}:
            return match["who"]
        if METRIC_HEAD.search(match["who"]) or match["who"].endswith(_COSTS):
            continue
        if not cue(_TABLE, "no_name").search(match["who"].replace("共和国", "国")) and not _says(
            match["who"]
        ):
            return cue(_TABLE, "auxiliary").sub("", match["who"].removesuffix("居民"))
    return ""


def is_of_title(metric: str) -> bool:
    """Tell whether a metric is what a film, a book or another work with a title has: 累计票房."""
    return cue(_TABLE, "of_title").search(metric) is not None


def own_name(words: str) -> str:
    """Return 公司, 我们 … where a phrase begins with one of them and names what is its: 公司研发人员 → 公司."""
    own = cue(_TABLE, "own").match(words)
    return own["who"] if own else ""


def _owns(metric: str, place: int = 0) -> bool:
    """Tell whether what stands behind a name in a metric may be its own."""
    return len(metric) > place + 1 and not cue(_TABLE, "no_owner_of").match(metric, place)


def _says(words: str) -> bool:
    """Tell whether a phrase is no name because something is done or pointed at in it: 公司发布, 成立, 本次调查."""
    return any(
        word in listed("verbs") or word in cue_words(_TABLE, "doing") or word_class(word).startswith(_SAID)
        for word in plain_words(words)
        if len(word) > 1
    )


def _leads_to_name(words: str) -> bool:
    """Tell whether a company behind these words of a metric is its owner: 质押日 before 甲公司收盘价."""
    if words in ("把", "将"):
        return True
    if "占" in words or words.endswith(("、", "和", "与", "及")):
        return False
    return words.endswith(("日", "时")) or not is_object(words)


def is_somewhere(words: str) -> bool:
    """Tell whether a phrase that ends as places do names one: 南屏县, not 开工城中村 and not 巩固提升区."""
    return is_place_name(words) and not only_acts(words[:-1])


def place_that_does(clause: str) -> str:
    """Return the place that has or does what a clause tells before its number: 双桥街道辖 12个社区; empty for none."""
    told = _DOES.match(clause)
    if told is None or not is_somewhere(told["who"]):
        return ""
    rest = clause[told.end() :]
    return told["who"] if not rest or word_class(first_word(rest)).startswith(_DEEDS) else ""


def _begins_with_deed(words: str) -> bool:
    """Tell whether a phrase before 的 says what somebody does, and is nobody: 获得补贴 of 获得补贴的教师.

    What ends as kinds of bearers do is one, whatever it begins with: 烧烤品类, 垄断竞争部门.
    """
    first = first_word(words)
    return 1 < len(first) < len(words) and word_class(first) == "v" and not cue(_TABLE, "bears").search(words)


def _plainly(rest: str) -> str:
    """Return what is left of a metric behind a name without the words that only lead to it: 同期营收, 却赚."""
    earned = cue(_TABLE, "earned").fullmatch(rest)
    if earned:
        return "盈利" if earned["up"] else "亏损"
    shorter = strip_metric(rest)
    return shorter if len(shorter) > 1 else rest


def _firm_of_kind(metric: str) -> tuple[str, str]:
    """Return the firm a metric names behind its kind, and the rest: 龙头企业岭光电子出口额 → 岭光电子, 出口额."""
    kind = cue(_TABLE, "kind_of_firm").match(metric)
    words = plain_words(metric[kind.end() :]) if kind else []
    for place in range(1, len(words)):
        name, rest = "".join(words[:place]), "".join(words[place:])
        if ends_as_company(name) and is_money_noun(rest):
            return name, rest
    return "", metric


def _of_scope(one: OwnedMetric) -> Parted | None:
    """Part a place as wide as 全国 that stood behind a mark."""
    if one.metric == one.printed or one.region or one.subject:
        return None
    scope, rest = split_scope(one.metric)
    return (rest, scope, scope) if scope in _WIDE else None


def _of_same_time(one: OwnedMetric) -> Parted | None:
    """Part another one of whom the same time is told: 申贝缝制同期外销收入."""
    told = _MEANWHILE.fullmatch(one.metric)
    fits = told and is_money_noun(told["what"]) and is_name(told["who"])
    return (told["what"], told["who"], one.region) if told and fits else None


def _of_kind(one: OwnedMetric) -> Parted | None:
    """Part a firm behind its kind: 龙头企业岭光电子出口额."""
    firm, rest = _firm_of_kind(one.metric) if not one.subject else ("", one.metric)
    return (rest, firm, one.region) if firm else None


def _of_round(one: OwnedMetric) -> Parted | None:
    """Part who was funded from the round."""
    told = cue(_TABLE, "raised").fullmatch(one.metric)
    return (f"{told['round']}融资", one.subject or told["who"] or "", one.region) if told else None


def _of_person(one: OwnedMetric) -> Parted | None:
    """Part a person named in front."""
    person, rest = person_before(one.metric)
    return (rest, person, one.region) if person else None


def _of_work(one: OwnedMetric) -> Parted | None:
    """Part the works named in front."""
    works, rest = works_before(one.metric) if one.subject in ("", one.region) else ("", one.metric)
    return (rest, works, one.region) if works else None


def _of_title(one: OwnedMetric) -> Parted | None:
    """Part the film, book or other work named by its title in front: 影片《归山》票房."""
    told = _TITLED.fullmatch(one.metric) if one.subject in ("", one.region) else None
    return (told["what"], told["who"], one.region) if told and is_of_title(told["what"]) else None


def _of_child(one: OwnedMetric) -> Parted | None:
    """Part a firm told of as somebody's, unless it is one of the names known."""
    told = cue(_TABLE, "child").fullmatch(one.metric)
    if told is None or any(name.text == told["who"] for name in one.names):
        return None
    return told["what"], told["who"], one.region


def _of_latin_name(one: OwnedMetric) -> Parted | None:
    """Part the Latin name of several words a metric begins with, where it is known to be its owner's."""
    named = " " in one.subject and one.printed.startswith(one.subject)
    rest = one.printed.removeprefix(one.subject).lstrip("的 ") if named else ""
    return (_plainly(rest), one.subject, one.region) if len(rest) > 1 else None


def _of_known_name(one: OwnedMetric) -> Parted | None:
    """Part one of the names known, which the metric begins with or leads to."""
    for at, name in enumerate(one.names):
        if one.metric.startswith(name.text) and cue(_TABLE, "earned").fullmatch(one.metric, len(name.text)):
            return _plainly(one.metric[len(name.text) :]), name.text, one.region
        if one.metric.startswith(name.text) and _owns(one.metric, len(name.text)):
            other = any(one.subject == behind.text != name.text for behind in one.names[at + 1 :])
            rest = one.metric.removeprefix(name.text).lstrip("的 ")
            return _plainly(rest), one.subject if other else name.text, one.region
        outer, _, inner = one.metric.partition(name.text)
        inner = inner.lstrip("的 ")
        if _owns(inner) and is_money_noun(inner) and _leads_to_name(outer):
            return inner, name.text if one.subject in ("", name.text) else one.subject, one.region
    return None


def _of_firm_by_form(one: OwnedMetric) -> Parted | None:
    """Part a firm nobody lists, by the word its name ends in: 云溪科技商誉, told beside 京东."""
    words = plain_words(one.metric) if one.subject not in ("", one.region) else []
    for place in range(1, len(words)):
        name, rest = "".join(words[:place]), "".join(words[place:]).lstrip("的")
        measured = is_money_noun(rest) or OWN_HEAD.search(rest) is not None
        whole = len(name) <= _LONG_NAME and is_name(name) and not tells_of_doing(f"某{name}某")
        if measured and whole and name != one.subject and ends_as_company(name) and not own_name(name):
            return rest, name, one.region
    return None


def _of_whole_place(one: OwnedMetric) -> Parted | None:
    """Part a place whose whole is told of: 南屏全县."""
    told = cue(_TABLE, "whole_place").match(one.metric) if not one.placed else None
    if (
        told is None
        or told["name"].endswith(_LYING)
        or not (is_name(told["name"]) or word_class(told["name"]) in _PLACES)
    ):
        return None
    whole = told["name"] if told["name"].endswith(told["level"]) else told["name"] + told["level"]
    return one.metric[told.end() :], one.subject, whole


def _of_own(one: OwnedMetric) -> Parted | None:
    """Part 公司, 我们 … in front."""
    own = cue(_TABLE, "own").match(one.metric)
    if own is None:
        return None
    known = one.subject and one.subject not in SCOPE_OF
    return one.metric[own.end() :], one.subject if known else own["who"], one.region


def _of_place(one: OwnedMetric) -> Parted | None:
    """Part a place named in front."""
    place = None if one.placed else _place().match(one.metric)
    if place is None or not is_somewhere(place["who"]):
        return None
    rest, where = one.metric[place.end() :], place["who"]
    inner = _place().match(rest)
    if inner and level_of(inner["who"]) not in ("", level_of(where)) and is_somewhere(inner["who"]):
        rest, where = rest[inner.end() :], inner["who"]
    return strip_metric(rest) or rest, one.subject, where


def _of_several(one: OwnedMetric) -> Parted | None:
    """Part several told of together."""
    told = cue(_TABLE, "several").fullmatch(one.metric) if not one.subject else None
    return (told["what"], told["who"], one.region) if told else None


def _of_owner(one: OwnedMetric) -> Parted | None:
    """Part what stands before 的, unless it says what somebody does or what things are like."""
    told = cue(_TABLE, "of").fullmatch(one.metric) if not one.subject else None
    if told is None or told["what"].startswith("对手") or not _is_owner(told["who"]):
        return None
    return told["what"], told["who"], one.region


def _is_owner(who: str) -> bool:
    """Tell whether a phrase before 的 may name whose something is."""
    return not (
        word_class(who).startswith(_LIKE)
        or cue(_TABLE, "no_owner").search(cue(_TABLE, "harmless").sub("", who))
        or is_deed(who)
        or _begins_with_deed(who)
        or (tells_of_doing(who) and not cue(_TABLE, "bears").search(who))
    )


_PARTINGS: Final = (
    of_all_listed,
    of_other_owner,
    _of_scope,
    _of_same_time,
    _of_kind,
    _of_round,
    _of_person,
    _of_work,
    _of_title,
    _of_child,
    _of_latin_name,
    _of_known_name,
    _of_firm_by_form,
    _of_whole_place,
    _of_own,
    _of_place,
    of_city,
    of_firm,
    _of_several,
    _of_owner,
)
"""What may be told in front of a metric, the surest first; the first that is there is taken off."""


def parted(metric: str, subject: str, region: str, names: Sequence[PlatformMention]) -> tuple[str, str, str]:
    """Return metric, subject and region of a figure, the owner its metric begins with parted from it."""
    plain = plain_metric(cue(_TABLE, "rest_of_name").sub("", cue(_TABLE, "taken_how").sub("", metric)))
    one = OwnedMetric(metric, plain, subject, region, names)
    return _somewhere(*next((told for part in _PARTINGS if (told := part(one))), (plain, subject, region)))


def _somewhere(metric: str, subject: str, region: str) -> Parted:
    """Part the province in which somebody has what is told: 在甘肃的弃风率."""
    told = _IN_PROVINCE.match(metric) if not region else None
    return (metric[told.end() :], subject, full_name(told["where"])) if told else (metric, subject, region)
