"""Going through a paper by command, with and without a library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.auditing import Standing, audit
from corpus.library.intake.importing import import_paths
from tests.processes.standing import StandingProgram

SOURCE = (
    "夜市两回会\n\n城东的夜市今年开了两回会，摊位费降了，摊主却没有回来。"
    "全市夜间消费额为12.6亿元，比上年增长8.4%。\n"
)
OTHER = "夜市另一说\n\n据协会估算，全市夜间消费额为15.1亿元，比上年增长8.4%。\n"


@pytest.fixture
def paper() -> str:
    return (
        "有报道说，“摊位费降了，摊主却没有回来”。也有人写道：“摊位费涨了，摊主却没有回来。”"
        "还有人说“所有的摊主都去了海边卖贝壳”。全市夜间消费额达到12.6亿元。全县粮食产量为15万吨。"
    )


def test_that_each_quotation_and_figure_is_told_with_its_place(
    library: Library, tmp_path: Path, paper: str
) -> None:
    for name, text in (("甲.txt", SOURCE), ("乙.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path / "甲.txt"])
    alone = audit(library, paper)
    import_paths(library, [tmp_path / "乙.txt"])
    both = audit(library, paper)
    wanted = [Standing.SAME, Standing.CHANGED, Standing.NOT_FOUND, Standing.SAME, Standing.NOT_FOUND]
    assert [one.standing for one in alone] == wanted
    assert alone[0].found is not None
    assert alone[0].found.quote == "摊位费降了，摊主却没有回来"
    assert all(one.span.of(paper) == one.text for one in alone)
    assert both[3].standing is Standing.CONTRADICTED
    assert both[3].against is not None
    assert "15.1亿元" in both[3].against.quote


def test_that_pairs_are_answered_line_by_line(program: StandingProgram) -> None:
    good = {"library_text": SOURCE, "paper_sentence": "有报道说，“摊位费降了，摊主却没有回来”。"}
    lines = "\n".join([json.dumps(good), "no pair", json.dumps({**good, "paper_sentence": "今天下雨。"})])
    done = program.run("audit", "--lines", text=lines.encode())
    first, second, third = (json.loads(line) for line in done.out.splitlines())
    assert (first[0]["verdict"], first[0]["kind"]) == ("same", "quotation")
    assert second["error"]["kind"] == "bad_usage"
    assert third == []
