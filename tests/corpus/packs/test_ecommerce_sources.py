"""The built-in pack against what it was written from: every figure carried, every sum right, nothing copied."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from tests.corpus.packs.reading import HAN, PACK, files, plain, statistics

SAMPLES: Final = Path(__file__).resolve().parents[4] / "shared" / "samples"
NO_NUMBER: Final = {
    "S001": "a direction: grew every year",
    "S010": "a direction: grew every year",
    "S023": "a stage: stable",
    "S024": "a stage: fast",
    "S034": "a direction: slowing",
    "S035": "the number is lost",
    "S085": "多级 names no number",
    "S096": "基本亏损 names no number",
    "S098": "a year only",
    "S100": "几年 names no number",
    "S104": "几家 names no number",
    "S107": "追平 names no number",
}
TABLES: Final = ("taxonomy.toml", "platforms.toml", "statistics.toml", "conflicts.toml", "pack.toml")


def test_that_every_number_of_the_digest_is_carried() -> None:
    carried = {ref for one in statistics() for ref in one.get("ref", ())}
    assert carried | set(NO_NUMBER) == {f"S{number:03}" for number in range(1, 110)}
    assert not carried & set(NO_NUMBER)


def test_that_the_sums_of_the_traps_are_right() -> None:
    parts = Decimal("30.61") / Decimal("1.145") + Decimal("1.02") / Decimal("0.487")
    sums = {
        "28.83": parts,
        "29.15": Decimal("31.63") / Decimal("1.085"),
        "9.7%": (Decimal("31.63") / parts - 1) * 100,
        "12.9%": (Decimal("35.7") / Decimal("31.63") - 1) * 100,
        "6.5%": (Decimal("9.6") / Decimal("9.01") - 1) * 100,
        "1226.92": Decimal("12624.7") - Decimal("11397.78"),
        "10.8%": (Decimal("12624.7") / Decimal("11397.78") - 1) * 100,
        "3.22": Decimal("2.23") * Decimal("1.442"),
        "46.9%": Decimal(662) / Decimal(1412) * 100,
        "28.5%": Decimal("9.01") / Decimal("31.63") * 100,
        "14.3%": 100 - Decimal("85.7"),
        "13.4 个百分点": Decimal("85.7") - Decimal("72.3"),
        "18%": Decimal(100 - 30 - 30 - 12 - 10),
    }
    whole = "".join(plain(file) for file in files())
    for printed, value in sums.items():
        number = re.match(r"[\d.]+", printed)
        assert number is not None
        assert printed in whole
        assert round(value, len(number.group().partition(".")[2])) == Decimal(number.group())


def bold_numbers() -> list[str]:
    facts = (SAMPLES / "facts.md").read_text(encoding="utf-8").split("## 五、")[0]
    found = re.findall(r"\*\*([^*]+)\*\*", facts)
    return [one for one in found if re.search(r"\d|[一二三四五六七八九十]{1,3}[年岁次]", one)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the digest is not here")
def test_that_every_bold_number_of_the_digest_stands_in_the_articles() -> None:
    whole = re.sub(r"\s", "", "".join(plain(file) for file in files()))
    numbers = [re.sub(r"\s|超", "", one) for one in bold_numbers()]
    assert len(numbers) >= 40
    assert [one for one in numbers if one not in whole] == []


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the labels are not here")
def test_that_statistics_agree_with_the_labels() -> None:
    labels = json.loads((SAMPLES / "labels" / "statistics.json").read_text(encoding="utf-8"))["statistics"]
    ours = {ref: one for one in statistics() for ref in one.get("ref", ())}
    compared = 0
    for label in labels:
        expected = {label["value"], label.get("value_corrected")} - {None}
        if label["id"] in NO_NUMBER or not expected:
            continue
        one = ours[label["id"]]
        assert float(one.get("value") or one["low"]) in expected, label["id"]
        assert one.get("period", {}).get("from", "")[:4] == label["period"][:4], label["id"]
        assert (one["kind"] == "forecast") is label["forecast"], label["id"]
        compared += 1
    assert compared >= 25


NAMES: Final = (
    "中国社交电商行业发展报告",
    "中国互联网发展报告", "中国电子商务行业发展趋势与投资决策分析报告", "欢乐喜剧人", "快乐大本营", "向往的生活",
    "中餐厅", "前瞻产业研究院", "艾媒咨询", "广东", "浙江", "北京", "上海", "江苏", "福建", "山东", "四川", "河北",
    "天津", "江西", "河南", "黑龙江", "广西", "新疆", "甘肃",
)  # fmt: skip


def han_runs(text: str) -> list[str]:
    """Runs of Han characters with punctuation taken out; names and numbers end a run."""
    for name in NAMES:
        text = text.replace(name, "0")
    text = re.sub(rf"[^{HAN}0-9A-Za-z]", "", text)
    return [run for run in re.split(r"[0-9A-Za-z]+", text) if len(run) >= 12]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample page is not here")
@pytest.mark.parametrize("source", ["000_da38a27201784206.txt", "facts.md"])
def test_that_nothing_is_copied(source: str) -> None:
    page = (SAMPLES / source).read_text(encoding="utf-8")
    taken = {run[at : at + 12] for run in han_runs(page) for at in range(len(run) - 11)}
    assert len(taken) > 1000
    ours = [*(plain(file) for file in files()), *((PACK / one).read_text(encoding="utf-8") for one in TABLES)]
    runs = [run for text in ours for run in han_runs(text)]
    windows = {run[at : at + 12] for run in runs for at in range(len(run) - 11)}
    assert sorted(windows & taken) == []
