"""Reports of invented provinces and cities in many layouts, in our own words: growth of 2025 and the aim for 2026."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.model.source import Metadata
from corpus.model.statistic import StatisticKind
from corpus.scoring.counts import Counts
from corpus.scoring.provinces import growth_of
from corpus.text.sentences import sentences

_PLACES: Final = (
    "云岭省", "东岳省", "海岱省", "江右省", "北峦省", "南沂省", "西陂省", "松漠省", "白河市", "青原市", "平渡市",
    "海晏市", "石泉市", "望川省", "临江省", "苍溪市", "陇右省", "云梦省", "滨海省", "琼崖省", "河朔省", "湘沅省",
)  # fmt: skip
_GONE: Final = (
    "2025年，全{s}地区生产总值增长{g}%，规模以上工业增加值增长6.1%。",
    "过去一年，我们顶住压力，全年地区生产总值达到{v}亿元、增长{g}%。",
    "一年来，经济运行稳中向好，地区生产总值同比增长{g}%，一般公共预算收入增长3.9%。",
    "2025年{p}生产总值{v}亿元，按不变价格计算，比上年增长{g}%。",
    "初步核算，去年全{s}生产总值增长{g}%左右，高于全国平均水平。",
    "刚刚过去的2025年，全{s}GDP突破{v}亿元，同比增长{g}%。",
    "回顾2025年，主要指标好于预期：一是地区生产总值增长{g}%；二是社会消费品零售总额增长5.2%。",
    "去年，{p}地区生产总值迈上新台阶，达{v}亿元，增速为{g}%。",
)
_AIMS: Final = (
    "今年经济社会发展的主要预期目标是：地区生产总值增长{t}%左右，城镇新增就业30万人。",
    "2026年，全{s}地区生产总值增长目标为{t}%。",
    "综合各方面因素，建议2026年地区生产总值增长{t}%以上。",
    "做好今年工作，要力争地区生产总值增长{t}%，确保粮食产量稳定。",
    "2026年GDP增长预期目标设定为{t}%左右。",
)
_HEADS: Final = (
    ("{p}2026年政府工作报告", "各位代表：\n现在，我代表{p}人民政府向大会报告工作，请予审议。"),
    ("政府工作报告", "——2026年1月20日在{p}第十四届人民代表大会第四次会议上\n{p}{r}　林远舟\n各位代表："),
    ("关于{p}2025年国民经济和社会发展计划执行情况与2026年计划草案的报告", "{p}发展和改革委员会"),
    ("{p}政府工作报告（2026年）", "我代表{p}人民政府，向大会作工作报告。"),
    ("2026年{p}《政府工作报告》全文", "来源：{p}人民政府　时间：2026-01-26"),
)
_CHAPTERS: Final = (
    ("一、2025年工作回顾", "二、2026年工作安排"),
    ("（一）过去一年工作", "（二）今年重点工作"),
    ("一、“十四五”及2025年发展回顾", "二、2026年总体要求和目标"),
    ("", ""),
)


@dataclass(frozen=True, slots=True)
class InventedReport:
    """A report with what it says: growth of 2025 and the aim for 2026, in percent as printed."""

    place: str
    title: str
    text: str
    growth: str
    aim: str


def invented_reports() -> Iterator[InventedReport]:
    """Yield the reports, each laid out in another way."""
    for number, place in enumerate(_PLACES):
        growth, aim = f"{4 + number * 7 % 30 / 10:.1f}", f"{45 + number % 4 * 5:d}"
        aim = f"{int(aim) / 10:g}"
        words = {
            "p": place, "s": place[-1], "r": "省长" if place.endswith("省") else "市长", "g": growth, "t": aim,
            "v": str(3100 + 977 * number),
        }  # fmt: skip
        title, opening = (one.format(**words) for one in _HEADS[number % len(_HEADS)])
        past, plans = _CHAPTERS[number % len(_CHAPTERS)]
        gone = _GONE[number % len(_GONE)].format(**words)
        aimed = _AIMS[number % len(_AIMS)].format(**words)
        filler = "我们坚持办好民生实事，新建农村公路1200公里，改造老旧小区310个。"
        parts = (title, opening, past, gone, filler, plans, aimed, "我们将扎实推进各项工作，谢谢大家！")
        yield InventedReport(place, title, "\n".join(part for part in parts if part), growth, aim)


def score_invented_reports(knowledge: Knowledge) -> dict[str, Counts]:
    """Return the counts of growth in 2025, of aims for 2026, and of contradictions between the reports."""
    growth, aims, between = Counts(), Counts(), Counts()
    everything: list[LocatedStatistic] = []
    done = {StatisticKind.ACTUAL, StatisticKind.GROWTH, StatisticKind.ESTIMATE}
    for report in invented_reports():
        context = derive_context(report.text, title=report.title, metadata=Metadata())
        found = extract(report.text, sentences(report.text), knowledge, context).statistics
        everything += [LocatedStatistic(report.place, one, report.title) for one in found]
        for counts, year, kinds, wanted in (
            (growth, "2025", done, report.growth),
            (aims, "2026", {StatisticKind.FORECAST}, report.aim),
        ):
            rates = growth_of(found, year, kinds)
            right = [one for one in rates if one[0] == Decimal(wanted) and report.place in one[1]]
            counts.hits += bool(right)
            counts.missed += not right
            counts.extra += len(rates) - len(right)
            if not right or len(rates) > len(right):
                counts.notes.append(
                    f"{report.place} {wanted} {[(str(v), r) for v, r, _ in rates]} | {report.text}"
                )
    where = {one.statistic.id: one.article for one in everything}
    wrong = [one for one in find_conflicts(everything) if where[one.left] != where[one.right]]
    between.extra, between.notes = len(wrong), [f"{one.kind} {one.sum}" for one in wrong]
    return {"growth 2025": growth, "targets 2026": aims, "conflicts": between}
