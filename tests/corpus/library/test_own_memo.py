"""A memo made here stands its own check: nothing true is told as wrong, and nothing changed is told as true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.audit.paper.listed_figures import listings
from corpus.language.labels import report_labels
from corpus.library.checking.audited import AuditEntry, CheckedPaper, Standing
from corpus.library.checking.auditing import audit
from corpus.library.checking.papers import audit_file
from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.notes.drafts import new_draft
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export
from corpus.model.draft import DraftItem
from corpus.text.sentences import sentences

HEADS = (
    "第一章 章名1",
    "1.1 市场规模",
    "第二章 数据比较",
    "一、2023年以来的讨论",
    "第三章 结论",
    "（二）3个问题",
)
PLANTED = 10
TOLD = (Standing.CHANGED, Standing.NOT_FOUND, Standing.CONTRADICTED)


def memo(library: Library, out: Path, style: str, first: int) -> CheckedPaper:
    """Return how a memo of six chapters stands: 12 quotations, 6 figures, a table, a matrix and a chart of figures."""
    views = [*statistics(library)]
    figures = [views[(first + 7 * n) % len(views)] for n in range(22)]
    articles = sorted({one.place.article for one in views})
    items: list[DraftItem] = []
    for n, head in enumerate(HEADS):
        items.append(DraftItem("heading", text=head, level=1 if head.startswith("第") else 2))
        for m in range(2):
            article = articles[(first + 2 * n + m) % len(articles)]
            text = library.texts.get(article).article.original
            spans = [
                one for one in sentences(text) if 15 < len(one.of(text)) < 90 and one.of(text)[-1] == "。"
            ]
            span = spans[(5 * n + m) % len(spans)]
            items.append(
                DraftItem(
                    "passage", article, quote=span.of(text), start=span.start, end=span.end, use="quote"
                )
            )
        items.append(DraftItem("figure", figures[n].statistic.id))
    several = [
        " ".join(one.statistic.id for one in part) for part in (figures[6:12], figures[12:18], figures[14:])
    ]
    items.insert(6, DraftItem("figures", several[0], "各家的数据"))
    items.insert(10, DraftItem("matrix", several[1], "各年的数据", shape="years"))
    items.insert(15, DraftItem("chart", several[2], "两家的走势"))
    draft = new_draft(library, "一份备忘录 1", "free", tuple(items))
    told = arguments_of(
        draft, format=out.suffix[1:], out=str(out), style=style, contents=True, created="2026-11-30",
        labels=report_labels(),
    )  # fmt: skip
    export(library, request_from(told))
    return audit_file(library, out)


@pytest.mark.parametrize(
    ("kind", "style", "first"),
    [
        ("docx", "gbt7714-2025-numeric", 0),
        ("html", "gbt7714-2025-author-date", 3),
        ("md", "gbt7714-2015-note", 5),
        pytest.param("odt", "gbt7714-2015-numeric", 2, marks=pytest.mark.long),
    ],
)
def test_that_nothing_of_a_memo_made_here_is_told_as_wrong(
    library: Library, tmp_path: Path, kind: str, style: str, first: int
) -> None:
    checked = memo(library, tmp_path / f"memo.{kind}", style, first)
    wrong = [one for one in checked.entries if one.standing in (Standing.CHANGED, Standing.NOT_FOUND)]
    assert [(one.standing, one.words) for one in wrong] == []
    assert len(checked.entries) > 40


def test_that_every_number_changed_in_a_memo_is_told(library: Library, tmp_path: Path) -> None:
    checked = memo(library, tmp_path / "memo.md", "gbt7714-2025-numeric", 0)
    in_cells = [one for one in checked.entries if one.read_as]
    in_words = [one for one in checked.entries if not one.read_as and re.search(r"\d[%万亿]", one.text)]
    for ones in (in_cells, in_words):
        text, planted = _with_changed(checked.text, ones[:: max(1, len(ones) // PLANTED)][:PLANTED])
        found = audit(library, text)
        for at in planted:
            assert any(one.span.start <= at < one.span.end and one.standing in TOLD for one in found), text[
                at - 20 : at + 20
            ]


def _with_changed(text: str, entries: Sequence[AuditEntry]) -> tuple[str, list[int]]:
    """Return a text with the first digit of the last amount of each entry changed, and where."""
    planted = []
    for one in entries:
        amounts = [*re.finditer(r"(?<![\d.])\d+(?:\.\d+)?(?!\d|\s*[年月日季]|[.]\d)", one.text)]
        at = one.span.start + amounts[-1].start()
        text = text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]
        planted.append(at)
    return text, planted


def test_that_a_table_that_lists_figures_is_read_by_its_heads_and_a_broken_row_is_unsure() -> None:
    head = "序号\t指标\t对象\t时期\t数值 单位\t增速\n"
    (whole,) = listings(head + "1\t销售额\t云岭镇\t2023 年\t12.6\t亿元\t同比 +8%\n原句")
    assert [one.sentence for one in whole.figures] == [
        "2023 年，云岭镇的销售额为12.6亿元。",
        "2023 年，云岭镇的销售额同比 +8%。",
    ]
    (broken,) = listings(
        head + "1\t销售额与服\t云岭镇\t2023 年\t12.6\t亿元\t\n务额\n2\t产量\t云岭镇\t2023 年\t3\t吨\t\n原句"
    )
    assert [(one.metric, one.sure) for one in broken.figures] == [("销售额与服", False), ("产量", True)]
    (matrix,) = listings("指标\t地区\t2022\t2023\n产量（万吨）\t云岭镇 · 省级\t3\t4.5（估算值）\n")
    assert [one.sentence for one in matrix.figures] == [
        "2022，云岭镇的产量为3万吨。",
        "2023，云岭镇的产量为4.5万吨。",
    ]
    assert listings("姓名\t年龄\n甲\t3\n") == ()
