"""Thirty planted contradictions among a hundred pairs that only look like one, in words of our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.statistics import extract_statistics
from corpus.model.source import Metadata
from corpus.scoring.counts import Counts
from corpus.text.sentences import sentences

PLACES = ("云岭省", "东岳省", "白河市", "青原市", "芦川县", "石泉县", "江右省", "海晏市", "松阳县", "平渡市")
METRICS = (
    ("一般公共预算收入", "亿元"), ("社会消费品零售总额", "亿元"), ("粮食产量", "万吨"),
    ("旅游收入", "亿元"), ("固定资产投资", "亿元"),
    ("规模以上工业增加值", "亿元"), ("进出口总额", "亿元"),
    ("快递业务量", "万件"), ("发电量", "亿千瓦时"), ("地区生产总值", "亿元"),
)  # fmt: skip
Pair = tuple[tuple[str, str], tuple[str, str]]


def figures(pair: Pair) -> list[LocatedStatistic]:
    """Return the figures of two documents, each of a title and a text."""
    found = []
    for place, (title, text) in enumerate(pair):
        whole = f"{title}\n{text}"
        context = derive_context(whole, title=title, metadata=Metadata())
        found += [
            LocatedStatistic(str(place), replace(one, id=f"{place}:{one.id}"), title)
            for one in extract_statistics(whole, sentences(whole), context=context)
        ]
    return found


def subjects() -> Iterator[tuple[str, str, str, int]]:
    """Yield place, metric, unit and a value, ten of them."""
    for number, (place, (metric, unit)) in enumerate(zip(PLACES, METRICS, strict=True)):
        yield place, metric, unit, 320 + 37 * number


def planted() -> Iterator[Pair]:
    """Yield pairs that cannot both be true."""
    for place, metric, unit, value in subjects():
        yield (
            (f"{place}年报", f"2021年{place}{metric}为{value}{unit}。"),
            (f"{place}观察", f"据统计，2021年，{place}{metric}达到{value + 60}{unit}。"),
        )
        yield (
            (f"{place}2022年运行简报", f"2022年，全{place[-1]}{metric}完成{value}{unit}，比上年增长4.5%。"),
            (f"走进{place}", f"2022年，{place}{metric}同比增长9.1%，好于预期。"),
        )
        yield (
            (f"{place}展望", f"预计2023年{place}{metric}将达到{value + 90}{unit}。"),
            (f"{place}2023年盘点", f"2023年{place}{metric}只有{value}{unit}。"),
        )


def look_alikes() -> Iterator[Pair]:
    """Yield pairs that say different things of different things, or the same in other words."""
    for number, (place, metric, unit, value) in enumerate(subjects()):
        other, elsewhere = METRICS[(number + 3) % 10], PLACES[(number + 4) % 10]
        base = (f"{place}年报", f"2021年{place}{metric}为{value}{unit}。")
        for title, text in (
            (f"{elsewhere}年报", f"2021年{elsewhere}{metric}为{value + 80}{unit}。"),
            (f"{place}年报", f"2019年{place}{metric}为{value - 80}{unit}。"),
            (f"{place}年报", f"2021年{place}{other[0]}为{value + 55}{other[1]}。"),
            (f"{place}摘要", f"2021年{place}{metric}约{value + 1}{unit}。"),
            (f"{place}速览", f"2021年{place}{metric}超过{value - 30}{unit}。"),
            (f"{place}月报", f"2021年1月，{place}{metric}为{value // 12}{unit}。"),
            (f"{place}人均", f"2021年{place}人均{metric}为{value // 9}{unit}。"),
            (f"{place}口径说明", f"2021年{place}{metric}为{value + 70}{unit}（含下辖园区）。"),
            (f"{place}计划", f"到2025年，{place}{metric}力争达到{value * 2}{unit}。"),
            ("行业旁注", f"某地{metric}为{value + 40}{unit}。"),
        ):
            yield base, (title, text)


def score_planted() -> dict[str, Counts]:
    """Return the counts of contradictions found among pairs that hold one and pairs that only look so."""
    counts = Counts()
    for pair in planted():
        hit = bool(find_conflicts(figures(pair)))
        counts.hits += hit
        counts.missed += not hit
        if not hit:
            counts.notes.append(f"MISSED {pair}")
    for pair in look_alikes():
        wrong = bool(find_conflicts(figures(pair)))
        counts.extra += wrong
        if wrong:
            counts.notes.append(f"EXTRA {pair}")
    return {"contradiction": counts}
