from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.importing.table import read
from corpus.model.edit import RepairClass
from corpus.model.platform import Correction
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose
from tests.benchmarks.bench_repairs import score

NOISE = st.lists(
    st.sampled_from([
        "网店", " 。", ",", "1 。", "第二,", "四 。", "不及物动词", "\n", "品多多", "(", ")", "８％", "&nbsp;", "<br>",
        "数据来源:前沿研究院整理", "2018年统计", "【网店怎么开 网店赚钱吗,网店】", "\u200b", "⼀",
        "055-79000显示", "《", "å¥½ä½",
        "- 1 -", "- 2 -", "文章插图",
        "县城里的网店今年又多了不少家店主们都说生意比去年要好得多快递也来得更勤快了钱好赚了。",
    ]),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(NOISE)
def test_edits_fit_the_text_and_applied_ones_never_overlap(text: str) -> None:
    edits = propose(text, [Correction("品多多", "拼多多")])
    assert all(text[one.start : one.end] == one.before for one in edits)
    assert len({one.id for one in edits}) == len(edits)
    apply_edits(text, edits)
    assert not any(
        one.applied and (one.repair_class is RepairClass.FACT or one.after is None) for one in edits
    )


@given(NOISE)
def test_the_same_text_gets_the_same_repairs(text: str) -> None:
    assert propose(text) == propose(text)


def test_the_noisy_page_comes_out_clean(project_root: Path) -> None:
    text = read(project_root / "resources" / "samples" / "noisy-page.txt").text
    body = apply_edits(text, propose(text)).split("\n", 1)[1]
    assert " 。" not in body
    assert "," not in body.replace("社区团购赚钱吗,", "")
    assert "不及物动词" not in body
    assert (
        "\n[图：2016-2018年熟人分享渠道成交额变化统计]（数据来源：前沿商业研究院整理）\n2.再看平台。" in body
    )
    assert "品多多" in body


@pytest.mark.parametrize("article", ["A1", "A2", "A4"])
def test_what_is_applied_to_the_sample_page_is_what_people_labelled_certain(
    shared_samples: Path, article: str
) -> None:
    assert shared_samples.is_dir()
    told = score(article)
    assert told.wrong == ()
    assert told.found / (told.found + len(told.missed)) > 0.97


def test_clean_reports_are_hardly_touched(shared_samples: Path) -> None:
    files = sorted((shared_samples / "open" / "07_reports" / "_plain").glob("*.txt"))
    assert files
    for path in files:
        applied = [one for one in propose(read(path).text) if one.applied]
        assert len(applied) <= 4, path.name
