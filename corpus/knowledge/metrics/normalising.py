"""Normalising metric and subject, the last step: words that only lead to a metric go, and subjects that are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.phrase_ends import ends_of
from corpus.knowledge.cues.tables import cue
from corpus.knowledge.metrics.normalising_words import is_another, names_only, with_normal_words
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.own_names import is_name
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_HANDLES: Final = LazyPattern(
    r"(?:[^，]{0,12}?(?:想|准备|打算|计划|争取|要|能)?把|[一-鿿]{0,6}?(?<=[行司厂店门府委])将)"
    r"(?P<what>(?!.*[成了])[一-鿿A-Za-z0-9]{2,12}?)(?:开|做|卖|种|养)?"
)
"""Who does something with what a figure is of, before it: 央行将基准利率, 准备把豆子基地."""
_DRIVES: Final = LazyPattern(r"^(?:推动|助推|带动|拉动|促使|使得)(?=(?P<what>[一-鿿].{2,}))")
_ALL_OF: Final = LazyPattern(
    r"^(?P<who>[一-鿿]{2,6}?)(?:(?<![公总一])共有?(?![同享和建用性计])|现有(?=[一-鿿]{2}))(?P<what>[一-鿿]{2,})$"
)
_SIGNS: Final = LazyPattern(r"^[^\w“《（(+%℃‰-]+")
_ONE_ITEM: Final = LazyPattern(r"一项就?(?=收入|支出|就?收入$)")
_MOST: Final = LazyPattern(r".{2,}占据?了?")
_MANY: Final = LazyPattern("(?:占据?)?了?(?:绝?大?多数|半数以上|大部分|主流|主体)$")
"""Of how many there are most: 男性受访者占据了绝大多数，达到71%."""
_TAKES: Final = LazyPattern(
    r"(?P<who>[一-鿿]{2,12})(?:拿走|占去|拿下|吃下|吃掉|抢走|分走|占)了?(?:其中?的?)?"
)
"""Who takes how much of a whole: 线上渠道拿走了其中的58%."""
_EXTREME: Final = LazyPattern(r"(?P<what>[一-鿿]{2,8})(?P<how>最[大高低小多少长短])")
_ACHIEVED: Final = LazyPattern(
    r"(?P<who>[一-鿿]{2,8})实现(?P<what>(?:营业|销售|主营业务|服务)?收入|营收|增加值|总?产值|销售额|利润总额|税收|(?:净|毛)?利润)(?P<share>占比)?"
)
"""What earns a sum, and the sum: 电子水泵实现收入."""
_OVER_THERE: Final = LazyPattern(r"(?<=[一-鿿A-Za-z]{2})(?:[这那]边|[这那]一?块)(?=[一-鿿]{2})")
"""What a speaker points at somebody with, before what is theirs: 工厂那边开工率."""
_HERE: Final = ("这边", "那边", "这块", "那块", "这一块")
"""The same where a share of somebody is told: 抖音这边占到六成."""
_TABLE: Final = "normalising"
_PROJECT: Final = LazyPattern(r"“[^”]{1,8}”(?:项目|工程|行动|计划)(?=[完覆捐资救培发建投]..)")
_NEWLY: Final = LazyPattern(r"(?:新近?|刚刚?|已|即将|正式|全线)[一-鿿]{1,3}的")
"""What is said of a thing before its name, and says no other: 新通车的滨江大桥."""
_DISTRICT: Final = LazyPattern(r"(?P<place>[一-鿿]{2,4}(?:新区|开发区|高新区|经开区))(?P<what>[一-鿿]{2,8})")
_OFFICE: Final = LazyPattern(r"(?P<who>[一-鿿]{2,6}(?:部门|机关))(?P<what>[一-鿿]{4,})")
"""An office that does what a metric tells: 气象部门开展人工增雨作业."""
_AFTER_NAME: Final = LazyPattern(r"(?!及其|等|[、和与及]).{2}")
_OF_GROUP: Final = LazyPattern(r"(?:集团|公司(?!贷款|存款|客户)|全公司|全集团)(?P<what>[一-鿿]{2,})")
"""What a firm has; 公司贷款 of a bank are those to firms."""
_HELD_BY: Final = LazyPattern(r"[一-鿿]{0,8}(?:持有|所持|占)[一-鿿]{0,6}公司")
"""Stakes in a company, which is no owner of theirs: 质押股份占持有公司股份数."""
_RANKED: Final = 5
"""What a name is before it is told is no longer: 头部企业爪安医疗运营医院."""
_NOT_ALONE: Final = LazyPattern(r"[、和与及对向给由被将把在从较比为是]$")
_WITHIN: Final = LazyPattern(r"占|归属")
"""Before a name that is no owner but within a measure: 归属于上市公司股东的净利润."""
_SCORED: Final = LazyPattern(r"(?P<who>[一-鿿·/]{0,8}?)以(?P<what>总分|总成绩|成绩|比分|平均分|均分)")
_SHORTEST: Final = 2


def _group(kind: str) -> str:
    """Return the expression of the cues of a kind, as a group."""
    return f"(?:{cue(_TABLE, kind).pattern})"


@cache
def _body_first() -> LazyPattern[str]:
    """Return what finds the body a metric begins with."""
    return LazyPattern(
        rf"(?P<who>(?!归属|扣除)[一-鿿]{{2,8}}?{_group('body')})(?<!大学(?=生))(?<!中学(?=生))(?<!小学(?=生))(?P<what>[一-鿿].+)"
    )


@cache
def _body_last() -> LazyPattern[str]:
    return LazyPattern(f"{_group('body')}$")


@cache
def _kind_first() -> LazyPattern[str]:
    """Return what finds the kind of body a metric begins with, told without a name."""
    kind = f"[省市县区镇]?{_group('body')}|{_group('own_body')}"
    return LazyPattern(rf"(?P<kind>{kind})(?P<what>[一-鿿]{{2,}})")


@cache
def _firm_first() -> LazyPattern[str]:
    """Return what finds a name before what only a firm or a team has."""
    return LazyPattern(
        rf"(?P<who>[一-鿿]{{3,5}}(?<!市场)(?<![的日月年周季总全占]))(?P<what>{_group('firm_measure')})"
    )


def normalised(found: Sequence[Statistic], about: str) -> list[Statistic]:
    """Return figures with metric and subject by their names alone; ``about`` is whom their document is about."""
    return [each for one in found if not names_only(each := _normalised(one, about))]


def _normalised(one: Statistic, about: str) -> Statistic:
    if one.unit == "%" and _MOST.fullmatch(one.subject):
        one = replace(one, metric=_MANY.sub("占比", one.metric), subject="", kind=StatisticKind.SHARE)
    if one.unit == "%" and one.subject and one.metric in _HERE:
        one = replace(one, metric="占比", kind=StatisticKind.SHARE)
    takes = _TAKES.fullmatch(one.metric) if one.unit == "%" and one.direction is None else None
    if takes:
        one = replace(one, metric=f"{takes['who']}占比", kind=StatisticKind.SHARE)
    metric, subject = _turned(plain_metric(one.metric)), _plain_subject(one.subject)
    whole = _ALL_OF.match(metric)
    if whole and all(len(word) == 1 or word_class(word).startswith(("n", "m")) or not word_class(word)
                     for word in plain_words(whole["who"])):  # fmt: skip
        named = is_name(whole["who"])
        done = not (named or subject) and word_class(whole["what"]).startswith("v")
        subject = subject or (whole["who"] if named else "")
        metric = f"{whole['who']}{whole['what']}" if done else whole["what"]
    project = _PROJECT.match(metric)
    if project:
        metric, subject = metric[project.end() :], subject or project[0]
    newly = _NEWLY.match(metric)
    if newly and thing_in(metric[newly.end() :]):
        metric = metric[newly.end() :]
    district = _DISTRICT.fullmatch(metric) if not subject else None
    if district and _may_be_had(district["what"]):
        one, metric = replace(one, region=district["place"]), district["what"]
    office = _OFFICE.match(metric) if not subject else None
    if office and word_class(first_word(office["what"])) == "v":
        metric, subject = office["what"], office["who"]
    body, what = _body_of(metric, subject, "" if one.region and not subject else about)
    if what:
        metric, subject = plain_metric(what), body if is_another(body, subject) else subject or body
    metric, subject = _of_winner(_without_recipient(metric.lstrip("的")), subject)
    same = metric == one.metric and subject == one.subject
    return with_normal_words(one if same else replace(one, metric=metric, subject=subject))


def _of_winner(metric: str, subject: str) -> tuple[str, str]:
    """Return a score and who reached it: 陈某以总分 → 总分, 陈某."""
    told = _SCORED.fullmatch(metric)
    return (told["what"], subject or told["who"]) if told else (metric, subject)


@lru_cache(maxsize=4096)
def _without_recipient(metric: str) -> str:
    """Return a payment without who gets it, where nothing says for what: 赔偿蓝田公司 → 赔偿."""
    told = cue(_TABLE, "to_somebody").fullmatch(metric)
    return told["what"] if told else metric


@lru_cache(maxsize=4096)
def plain_metric(metric: str) -> str:
    """Return a metric without the words that only lead to it: 约定运费总额, 7月24日最高气温, ✅ 技术合同成交额."""
    while True:
        shorter = _ONE_ITEM.sub("", ends_of("metric_ends").without(_SIGNS.sub("", metric), _SHORTEST))
        if shorter == metric or len(shorter) < _SHORTEST:
            break
        metric = shorter
    handled = _HANDLES.fullmatch(metric)
    return handled["what"] if handled else metric


@lru_cache(maxsize=4096)
def _turned(metric: str) -> str:
    """Return a measure by its noun: 雨量最大 → 最大雨量, 电子水泵实现收入 → 电子水泵收入."""
    metric = _OVER_THERE.sub("", metric)
    achieved = _ACHIEVED.fullmatch(metric)
    if achieved:
        return f"{achieved['who']}{achieved['what']}{achieved['share'] or ''}"
    driven = _DRIVES.match(metric)
    if driven and (is_money_noun(driven["what"]) or cue(_TABLE, "measure").search(driven["what"])):
        metric = driven["what"]
    extreme = _EXTREME.fullmatch(metric)
    return (
        f"{extreme['how']}{extreme['what']}"
        if extreme and cue(_TABLE, "measure").search(extreme["what"])
        else metric
    )


def _plain_subject(subject: str) -> str:
    """Return a subject by its name, empty where it names nobody: 看宁朔阀门, 归属于母公司股东."""
    if not subject:
        return ""
    plain = ends_of("subject_ends").without(subject)
    return "" if cue(_TABLE, "no_subject").search(plain) else plain


def _body_of(metric: str, subject: str, about: str) -> tuple[str, str]:
    """Return the body a metric begins with and what is its: 南桥云亭机场保障航班起降, 医院开放床位.

    A kind alone counts where it is that of the subject, or of whom the document is about.
    """
    if subject and metric.startswith(subject) and _AFTER_NAME.match(metric, len(subject)):
        return subject, metric.removeprefix(subject).lstrip("的")
    group = _OF_GROUP.match(metric) if subject else None
    if group and _may_be_had(group["what"]):
        return subject, group["what"]
    behind = metric.find(subject) + len(subject) if subject else 0
    if (
        len(subject) < behind <= len(subject) + _RANKED
        and not _WITHIN.search(metric, 0, behind)
        and not _NOT_ALONE.search(metric, 0, behind - len(subject))
        and _AFTER_NAME.match(metric, behind)
    ):
        return subject, metric[behind:].lstrip("的")
    kind = _kind_first().match(metric)
    if (
        kind
        and _ends_word(metric, len(kind["kind"]))
        and (_ends_so(subject, kind["kind"]) or (not subject and _ends_so(about, kind["kind"])))
    ):
        return about, kind["what"]
    firm = _firm_first().fullmatch(metric) if not subject else None
    if firm and _own(firm["who"]):
        return firm["who"], firm["what"]
    body = None if _HELD_BY.match(metric) else _body_first().match(metric)
    other = body is not None and is_another(body["who"], subject)
    if (
        body is None
        or not _may_be_had(body["what"])
        or (subject and body["who"] not in subject and not other)
    ):
        same = body is not None and subject[:2] == body["who"][:2]
        if not (same and body is not None and _may_be_had(body["what"])):
            return "", ""
    if not other and not _own(_body_last().sub("", body["who"])):
        return "", ""
    return body["who"], body["what"]


def _ends_word(words: str, size: int) -> bool:
    """Tell whether a word ends at a place in a phrase: 港 is none in 港口货物吞吐量."""
    return len(first_word(words)) <= size


def _ends_so(name: str, kind: str) -> bool:
    """Tell whether a name is that of a body of a kind: 全院 or 医院 of 湖岭市第三人民医院."""
    return bool(name) and name.endswith(kind[1:] if kind[0] in "全该本我" else kind)


def _own(words: str) -> bool:
    """Tell whether a phrase is the own part of a name, and nothing is said in it."""
    if sum(len(word) > 1 and is_word(word) for word in plain_words(words)) > 1:
        return False
    said = any(len(word) > 1 and word_class(word).startswith(OF_SENTENCES) for word in plain_words(words))
    return len(words) > 1 and not said and (is_name(words) or _is_word_of_names(words))


def _is_word_of_names(words: str) -> bool:
    """Tell whether the dictionary has a phrase as a person's name or a brand, as bodies are named: 仁和."""
    return word_class(words) in ("nr", "nz")


def _may_be_had(what: str) -> bool:
    """Tell whether what stands behind the name of a body is its measure or what it does."""
    return bool(cue(_TABLE, "measure").search(what) or cue(_TABLE, "does").match(what) or is_money_noun(what))
