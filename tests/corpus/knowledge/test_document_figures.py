"""Figures of whole documents of many genres: what is given of metric, subject, place, time and kind is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.document.places import SCOPE_OF, place_in
from corpus.knowledge.extraction import extract
from corpus.knowledge.phrases.metrics import usual_metric
from corpus.knowledge.phrases.place_names import is_place_name
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.scoring.counts import Counts
from corpus.text.sentences import sentences
from tests.lines import every

DOCUMENTS = Path(__file__).parent / "labelled" / "documents.jsonl"
FIELDS = ("metric", "subject", "region", "period", "forecast")


@cache
def scored() -> dict[str, Counts]:
    """Return for each field, and for the figures themselves, what was right, wrong and not given.

    Of a document labelled ``whole`` every figure has its label, those that may be left out as ``optional``.
    """
    counts = {name: Counts() for name in ("figure", *FIELDS)}
    for line in DOCUMENTS.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        context = derive_context(text)
        found = extract(text, sentences(text), builtin_knowledge(), context).statistics
        told = [(gold, figure_of(text, gold, found)) for gold in document["figures"]]
        for gold, one in told:
            if not gold.get("optional"):
                score(counts, document["id"], gold, one)
        if document.get("whole"):
            known = {one.id for _, one in told if one is not None}
            others = [one.figure.of(text) for one in found if one.id not in known]
            counts["figure"].extra += len(others)
            counts["figure"].notes += [f"NO FIGURE {document['id']} {other}" for other in others]
    return counts


def figure_of(text: str, gold: dict[str, Any], found: Sequence[Statistic]) -> Statistic | None:
    """Return the figure that is labelled, or the one whose change it is."""
    places = [match.start() for match in re.finditer(re.escape(gold["figure"]), text)]
    place = places[gold.get("nth", 1) - 1]
    for one in found:
        if one.figure.start < place + len(gold["figure"]) and place < one.figure.end:
            return one
    number = re.match(r"[\d.]+", gold["figure"].lstrip("-").replace(",", ""))
    size = Decimal(number[0]) if number else None
    return next(
        (
            one
            for one in reversed(found)
            if one.change and one.change.value == size and one.evidence.start <= place < one.evidence.end
        ),
        None,
    )


def score(counts: dict[str, Counts], document: str, gold: dict[str, Any], one: Statistic | None) -> None:
    """Count what a figure says against its label."""
    told = f"{document} {gold['figure']}"
    if one is None:
        counts["figure"].missed += 1
        counts["figure"].notes.append(f"MISSED {told}")
        return
    counts["figure"].hits += 1
    for name, given, right, asked in judged(gold, one):
        if given:
            counts[name].hits += right
            counts[name].extra += not right
        elif asked:
            counts[name].missed += 1
        if given and not right:
            counts[name].notes.append(f"{told}: {name} {getattr(one, name, one.kind)!r}, not {gold[name]}")


def judged(gold: dict[str, Any], one: Statistic) -> Iterator[tuple[str, bool, bool, bool]]:
    """Yield for every field whether it is given, whether it is right, and whether the document settles it."""
    metrics = {usual_metric(form) for form in gold["metric"]}
    yield "metric", True, usual_metric(one.metric) in metrics, True
    is_place = one.subject == one.region or one.subject in SCOPE_OF
    yield "subject", bool(one.subject), is_place or one.subject in gold["subject"], "" not in gold["subject"]
    yield "region", bool(one.region), one.region in gold["region"], "" not in gold["region"]
    spans = [tuple(span) for span in gold["period"]]
    given = (one.period.start, one.period.end or one.period.start)
    late = one.period.text in {"年末", "年底"} and any(span and span[0][:4] == given[0][:4] for span in spans)
    yield "period", bool(one.period.start), late or given in spans, () not in spans
    forecast = one.kind is StatisticKind.FORECAST
    yield "forecast", True, one.change is not None or forecast == gold["forecast"], True


@pytest.mark.parametrize(
    ("field", "precision", "recall"),
    [
        ("figure", 0.99, 0.95),
        ("metric", 0.92, 0.92),
        ("subject", 0.96, 0.8),
        ("region", 0.95, 0.8),
        ("period", 0.9, 0.85),
        ("forecast", 0.98, 0.98),
    ],
)
def test_that_fields_of_figures_stay_above_their_floor(field: str, precision: float, recall: float) -> None:
    counts = scored()[field]
    shown = "\n".join(counts.notes)
    assert counts.precision >= precision, shown
    assert counts.recall >= recall, shown


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年、2025年营业收入分别为13.2亿元、15.6亿元。", ["2024", "2025"]),
        ("2024年和2025年，公司净利润分别为1.2亿元和1.5亿元。", ["2024", "2025"]),
        ("2023—2025年，全市出口额分别为31亿元、35亿元和42亿元。", ["2023", "2024", "2025"]),
        ("预计2026-2028年归母净利润分别为13.2/15.6/18.1亿元。", ["2026", "2027", "2028"]),
    ],
)
def test_that_years_are_shared_out_among_figures_of_one_metric(text: str, years: list[str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    assert [one.period.start[:4] for one in found] == years
    assert all(one.period.start[:4] == one.period.end[:4] for one in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("对应每股收益为0.86/1.02/1.21元。", ["0.86元", "1.02元", "1.21元"]),
        ("对应市盈率为9.8/8.3/7.1倍。", ["9.8倍", "8.3倍", "7.1倍"]),
        ("这一段限速120公里/小时。", ["120公里/小时"]),
    ],
)
def test_that_figures_between_strokes_are_told_one_by_one(text: str, values: list[str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    assert [f"{one.value}{one.unit}" for one in found] == values


@pytest.mark.parametrize(
    ("text", "metric", "region"),
    [
        ("公告称，获悉青禾创投已将其所持2039万股补充质押给蓝田证券。", "质押股份", ""),
        ("白河医疗与29家行业巨头企业进行签约。", "行业巨头企业进行签约", ""),
        ("全国首创制度创新案例新增9个。", "全国首创制度创新案例新增", ""),
        ("1—5月，白河市城镇新增就业2.9万人。", "城镇新增就业", "白河市"),
        ("湖东区完成固定资产投资218亿元。", "固定资产投资", "湖东区"),
        ("达产后年产重卡3万辆。", "年产重卡", ""),
        ("鹭东机场旅客吞吐量2.7万人次。", "旅客吞吐量", ""),
    ],
)
def test_that_a_metric_is_named_whole_and_alone(text: str, metric: str, region: str) -> None:
    (found,) = extract(text, sentences(text), builtin_knowledge()).statistics
    assert (found.metric, found.region) == (metric, region)


@pytest.mark.parametrize("kind", ["城镇", "农村", "旅游区", "居民区", "县级市", "家乡", "度假村", "城乡"])
def test_that_a_kind_of_places_is_no_place(kind: str) -> None:
    assert place_in(f"{kind}居民人均支出增长4%") == ""
    assert not is_place_name(kind)
    text = f"{kind}居民人均支出增长4%。"
    (one,) = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert one.region == ""


def test_that_places_named_like_words_stay_places() -> None:
    assert [place_in(f"{one}居民人均支出") for one in ("保定市", "邻水县", "松滋市", "衡水桥县")] == [
        "保定市",
        "邻水县",
        "松滋市",
        "衡水桥县",
    ]


@every(
    ("text", "told"),
    [
        ("海衡股份有限公司2025年半年度报告\n经营活动产生的现金流量净额为-4312万元。",
         ("经营活动产生的现金流量净额", "", "2025-01-01")),
        ("云亭新能源发电量创新高\n云亭新能源前三季度发电。\n记者从云亭新能源集团获悉，该集团完成发电量30亿千瓦时。",
         ("完成发电量", "", "")),
        ("中国扫地机器人2025年上半年市场跟踪报告\n线上零售额占比87.6%。", ("线上零售额占比", "", "2025-01-01")),
        ("中国扫地机器人2025年市场跟踪报告\n线上零售额占比87.6%。", ("线上零售额占比", "", "")),
        ("岭东理工大学2025届毕业生就业质量年度报告\n升学率39%。", ("升学率", "", "2025-01-01")),
        ("新疆昌吉：棉花开秤\n昌吉州的采棉机下地了。今年全州共投入采棉机1320台。", ("投入采棉机", "昌吉州", "")),
        ("2024年度岚屿省医疗简报\n2024年末，全省床位3.4万张。", ("床位", "岚屿省", "2024-12-31")),
        ("青藤助学基金会2024年度报告\n2024年是它的第十二年。这一年，公益支出5亿元，占上年末净资产的71%。",
         ("公益支出占净资产", "", "2024-01-01")),
        ("公司动态\n公司在甘肃的弃风率为9.1%。", ("弃风率", "甘肃省", "")),
        ("公司动态\n公司总营收在26亿元至27.5亿元之间。", ("总营收", "", "")),
        ("影片票房揭晓\n《长河谣》票房领跑，《小满》收获17.9亿元。", ("票房", "", "")),
        ("橘舟影业公告\n橘舟影业当日收涨8.2%，报14.37元/股。", ("股价", "", "")),
        ("棉花开秤\n天山农报 2025年10月11日\n今年投入采棉机1320台。", ("投入采棉机", "", "2025-01-01")),
        ("棉花开秤\n棉田 2025年10月11日 1320台\n今年投入采棉机1320台。", ("投入采棉机", "", "")),
    ],
)  # fmt: skip
def test_that_a_figure_has_what_the_head_of_its_document_settles(
    text: str, told: tuple[str, str, str]
) -> None:
    *_, one = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert (one.metric, one.region, one.period.start) == told


@every(
    ("text", "metric", "place"),
    [
        ("2023年末，云溪城市常住人口38.7万人。", "常住人口", "云溪城市"),
        ("2023年末，澜城市常住人口38.7万人。", "常住人口", "澜城市"),
        ("2023年，都城县外贸进出口12.8亿元。", "外贸进出口", "都城县"),
        ("2023年，双城镇粮食产量1.2万吨。", "粮食产量", "双城镇"),
        ("2023年，宁乡市粮食产量62万吨。", "粮食产量", "宁乡市"),
        ("2023年，景德镇市粮食产量62万吨。", "粮食产量", "景德镇市"),
        ("2023年，西乡县粮食产量62万吨。", "粮食产量", "西乡县"),
        ("2023年，黄泥村集体经济收入106万元。", "集体经济收入", "黄泥村"),
        ("海晏乡全乡人均纯收入1.36万元。", "人均纯收入", "海晏乡"),
        ("双桥街道辖12个社区。", "社区", "双桥街道"),
        ("今年，沅溪县已建成36个充电站。", "建成充电站", "沅溪县"),
        ("马镇乡共有耕地2.1万亩。", "耕地", "马镇乡"),
        ("截至11月底，柳集镇新增市场主体312户。", "新增市场主体", "柳集镇"),
        ("永泽市石榴湾区接待游客12万人次。", "接待游客", "石榴湾区"),
        ("城关镇东街村人均纯收入2.8万元。", "人均纯收入", "东街村"),
    ],
)
def test_that_a_place_is_known_by_its_form_whatever_stands_in_its_name(
    text: str, metric: str, place: str
) -> None:
    (found,) = extract(text, sentences(text), builtin_knowledge()).statistics
    assert (found.metric, found.region) == (metric, place)


@pytest.mark.parametrize(
    "kind",
    ["沿海城市", "沿湖城市", "中心城市", "合肥城市", "低碳城市", "港口城市", "资源型城市", "新城镇", "作业区"],
)  # fmt: skip
def test_that_a_sort_of_town_is_no_place(kind: str) -> None:
    assert not is_place_name(kind)
    text = f"2023年末，{kind}常住人口38.7万人。"
    (found,) = extract(text, sentences(text), builtin_knowledge()).statistics
    assert found.region == ""


def test_that_a_place_is_kept_for_what_follows_in_its_sentence() -> None:
    text = "石榴河镇共有耕地3.2万亩，人均1.4亩；镇中心医院床位120张。"
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    assert [one.region for one in found] == ["石榴河镇", "石榴河镇", ""]
