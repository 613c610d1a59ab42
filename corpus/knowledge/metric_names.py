"""Metrics named as people would look for them: what a clause shares with the next, and the core of a long clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic, StatisticKind

_SHARED = re.compile(r"^(?:新增|净增|新建|新获批|获批|新设|新开工|新签约?|新认定|新引进|新培育)(?=[^\s])")
"""Verbs that hold for every member of a list: 新增甲45家、乙397家."""
_NEXT = re.compile(r"、[^，,。；;、]{0,24}")
_OF_WHOLE = re.compile(r"^约?占(?P<whole>全国|全省|全市|全区|全县|全球|世界)(?:总量|总数)?(?:的|比重|比例)?$")
_AGAINST = re.compile(r"^(?P<how>高于|低于|快于|慢于)(?P<whole>全国|全省|全市|全球|世界)(?:平均水平|平均)?$")
_HANGING = re.compile(r"(?:[以将从给与对被拟尚由向把]|需要支付|耗资|折合|作价)$")
"""With what no metric ends: the figure is the price or the manner of what follows."""
_BOUGHT = re.compile(
    r"[ ]*(?:元|人民币)?(?:的?(?:价格|对价|现金|总价|自有资金))?[^，,。；;]{0,4}?"
    r"(?P<verb>收购|购买|受让|转让|出售|认购|竞得|回购|拍得|买下)"
)
_AS = re.compile(r"[ ]*作为(?P<what>[一-鿿]{2,8})(?=[，,。；;]|$)")
_EQUITY = re.compile(r"[ ]*的?(?:股权|股份|权益)(?P<verb>质押|转让|出售)?")
_TAKEN = re.compile(r"收购|购买|受让|转让|出售|拿下|买下")
_LONG: Final = 12
_ACTS = re.compile(
    r"(?P<verb>支付|归还|偿还|赔偿|退还|清偿|追缴|减持|增持|回购(?!专|款|价)|质押(?!比|率|案)|发行|申请"
    r"|提供(?![^的]*的)|持有(?!占)|采购|开展)(?P<rest>[^，,。；;]{0,40})$"
)
_OWNED = re.compile(r".*的(?=[一-鿿]{2,8}$)")
_GIVEN = re.compile(r"^(?:人民币|了|不|给.*|用于.*)$")


def better_named(text: str, found: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, in its order, with the names a person would look for them by.

    A figure whose clause names nothing that can be counted, and nothing behind it does either, is left out.
    """
    named: list[Statistic] = []
    for one in found:
        before = named[-1] if named else None
        better = _joined(text, one, before) if before is not None else None
        better = better or _equity(text, one) or _unhung(text, one) or _core(one)
        if better is None and _HANGING.search(one.metric) and len(one.metric) > 1:
            continue
        named.append(better or one)
    return tuple(named)


def _joined(text: str, one: Statistic, before: Statistic) -> Statistic | None:
    """Return a figure under the verb, or the metric, of the one before it."""
    whole = _OF_WHOLE.match(one.metric)
    if whole and one.unit == "%":
        return replace(one, metric=f"{before.metric}占{whole['whole']}比重", subject=before.subject)
    against = _AGAINST.match(one.metric)
    if against:
        return replace(
            one, metric=f"{before.metric}{against['how']}{against['whole']}", subject=before.subject
        )
    shared = _SHARED.match(before.metric)
    between = text[before.figure.end : one.figure.start]
    if shared and _NEXT.fullmatch(between) and between[1:].strip() == one.metric:
        return replace(one, metric=f"{shared[0]}{one.metric}")
    return None


def _equity(text: str, one: Statistic) -> Statistic | None:
    """Return a stake as one: 收购甲公司30%的股权."""
    stake = _EQUITY.match(text, one.figure.end) if one.unit == "%" else None
    if stake is None or one.metric.endswith(("比例", "占比")):
        return None
    taken = _TAKEN.findall(text[max(one.evidence.start, one.figure.start - 40) : one.figure.start])
    verb = stake["verb"] or (taken[-1] if taken else "")
    return replace(one, metric=f"{verb}股权比例", kind=StatisticKind.SHARE) if verb else None


def _unhung(text: str, one: Statistic) -> Statistic | None:
    """Return a price by what it is paid for: 以39.73亿元收购…, 支付1.03亿元作为赔偿."""
    if not _HANGING.search(one.metric) and not one.metric.endswith("支付"):
        return None
    bought, paid = _BOUGHT.match(text, one.figure.end), _AS.match(text, one.figure.end)
    if bought and one.unit.endswith(("元", "美金")) and not one.metric.endswith("支付"):
        return replace(one, metric=f"{bought['verb']}金额")
    return replace(one, metric=paid["what"]) if paid else None


def _core(one: Statistic) -> Statistic | None:
    """Return a figure by the last thing its long clause does: 法院判决被告支付融资本金 → 支付融资本金."""
    if len(one.metric) <= _LONG:
        return None
    told = _ACTS.search(one.metric)
    if told is None or told.start() == 0:
        return None
    rest = told["rest"]
    while deeper := _ACTS.search(rest):
        told, rest = deeper, deeper["rest"]
    rest = _OWNED.sub("", rest)
    if one.subject and rest.startswith(one.subject):
        rest = rest.removeprefix(one.subject)
    if _GIVEN.match(rest) or len(rest) > _LONG:
        rest = ""
    if not rest and "股" not in one.unit:
        return None
    return replace(one, metric=told["verb"] + rest)
