"""``draft NEW | ADD | SET | SHOW | EXPORT``: the whole way of a paper without a window."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.commands.parsing import parse
from corpus.commands.run import run_command
from corpus.language.templates import template_name
from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.templates import TEMPLATES
from corpus.model.span import Span
from corpus.report.citations import OFTEN_ASKED


@pytest.fixture
def call(library: Library, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Return what runs a draft command on a library nobody else holds: its payload and exit code."""
    root = library.root
    library.close()

    def run(*words: str) -> tuple[Any, int]:
        code = run_command(parse(["--library", str(root), "--json", "draft", *words]))
        return json.loads(capfdbinary.readouterr().out), code

    return run


@pytest.fixture
def article(library: Library) -> str:
    return next(one.id for one in list_articles(library) if one.title.startswith("社交电商有多大"))


@pytest.fixture
def sentence(library: Library, article: str) -> tuple[str, ...]:
    """Return a sentence of the article as arguments of ``--quote``, and its words."""
    shown = reading(library, article)
    span = shown.sentences[2]
    return (article, str(span.start), str(span.end), span.of(shown.text))


def test_that_a_paper_goes_the_whole_way(
    article: str, sentence: tuple[str, ...], call: Any, tmp_path: Path
) -> None:
    *place, words = sentence
    made, _ = call("NEW", "--title", "期末论文", "--style", "gbt7714-2025-author-date", "--author", "王小明")
    call("ADD", made["id"], "--heading", "规模", "--level", "2")
    call("ADD", made["id"], "--quote", *place)
    call("ADD", made["id"], "--text", f"两个数都留着[@{article}:3]。")
    shown, code = call("SHOW", made["id"])
    assert code == 0
    assert [one["kind"] for one in shown["items"]] == ["heading", "passage", "text"]
    assert shown["settings"]["author"] == "王小明"
    out = tmp_path / "论文.md"
    done, code = call("EXPORT", made["id"], "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert (code, done["out"]) == (0, str(out))
    assert "### 规模" in text
    assert words in text
    assert "（引得编写组，2026）" in text
    assert "两个数都留着（引得编写组，2026：3）。" in text
    assert "王小明" in text
    assert [one["title"] for one in call("SHOW")[0]] == ["期末论文"]


def test_that_what_is_not_there_is_refused(call: Any, tmp_path: Path) -> None:
    assert call("ADD", "nothing", "--text", "x")[1] == 2
    assert call("EXPORT", "nothing", "--out", str(tmp_path / "x.md"))[1] == 2
    assert call("DANCE")[1] == 2
    assert call("NEW", "--template", "no-such")[1] == 2
    assert call("NEW", "--title", "题", "--style", "no-such")[0]["error"]["kind"] == "unknown_style"
    made, _ = call("NEW", "空")
    assert call("ADD", made["id"])[1] == 2
    assert call("ADD", made["id"], "--note", "nobody")[1] == 2
    assert call("ADD", made["id"], "--picture", str(tmp_path / "none.png"))[1] == 1
    assert call("SHOW", made["id"])[0]["items"] == []


def test_that_every_kind_of_block_can_be_put_in(
    library: Library, article: str, call: Any, tmp_path: Path
) -> None:
    figure = statistics(library)[0].statistic
    note = annotate(library, article, Span(60, 90), tags=("规模",)).annotation.id
    picture = tmp_path / "图.png"
    picture.write_bytes(PNG)
    made, _ = call("NEW", "各样都有")
    for block in (
        ("--note", note), ("--figure", figure.id), ("--figures", figure.id, "--caption", "核心数据"),
        ("--review", note), ("--hits", "社交电商", "--limit", "3"), ("--picture", str(picture), "--caption", "截图"),
        ("--matrix", figure.id, "--layout", "places", "--caption", "对照"), ("--chart", figure.id),
        ("--note", note, "--use", "paraphrase", "--words", "换句话说。"),
    ):  # fmt: skip
        call("ADD", made["id"], *block)
    shown, _ = call("SHOW", made["id"])
    kinds = ["annotation", "figure", "figures", "review", "hits", "picture", "matrix", "chart"]
    assert [one["kind"] for one in shown["items"]] == [*kinds, "annotation"]
    out = tmp_path / "各样.html"
    call("EXPORT", made["id"], "--out", str(out))
    html = out.read_text(encoding="utf-8")
    assert "data:image/svg+xml;base64," in html
    assert re.search(r"换句话说(?:</a>)?\u2060?<a [^>]*><sup>\[1\]</sup></a>。", html)
    assert f"{figure.metric}" in html
    assert html.count("<tr>") > 5
    assert "对照" in html


def test_that_a_block_can_be_put_between_others(call: Any) -> None:
    made, _ = call("NEW", "次序")
    for words in ("一", "三"):
        call("ADD", made["id"], "--text", words)
    shown, _ = call("ADD", made["id"], "--text", "二", "--after", "0")
    assert [one["text"] for one in shown["items"]] == ["一", "二", "三"]


def test_that_a_draft_becomes_a_template_without_its_evidence(article: str, call: Any) -> None:
    made, _ = call("NEW", "底稿", "--style", "gbt7714-2015-note", "--course", "经济学")
    call("ADD", made["id"], "--heading", "背景", "--text", "先写背景")
    call("ADD", made["id"], "--quote", article, "60", "90")
    kept, _ = call("TEMPLATE", made["id"], "--title", "我的模板")
    assert call("NEW", "表", "--template", "文献综述表")[1] == 0
    begun, _ = call("NEW", "第二篇", "--template", kept["key"])
    assert [(one["kind"], one["text"]) for one in begun["items"]] == [
        ("heading", "背景"),
        ("prompt", "先写背景"),
    ]
    assert (begun["settings"]["style"], begun["settings"]["course"]) == ("gbt7714-2015-note", "")


def test_that_the_switches_of_a_school_reach_text_and_list(article: str, call: Any, tmp_path: Path) -> None:
    made, _ = call(
        "NEW", "开关", "--style", "gbt7714-2025-numeric", "--brackets", "corner", "--marks", "half"
    )
    call("ADD", made["id"], "--quote", article, "60", "90")
    out = tmp_path / "开关.md"
    call("EXPORT", made["id"], "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert "〔1〕" in text
    assert "引得, 2026." in text
    call("SET", made["id"], "--style", "gbt7714-2025-author-date")
    call("EXPORT", made["id"], "--out", str(out))
    assert "(引得编写组, 2026)" in out.read_text(encoding="utf-8")


def test_that_the_finished_example_stands_in_the_pack(call: Any, tmp_path: Path) -> None:
    made, _ = call("NEW", "--template", "example")
    kinds = [one["kind"] for one in made["items"]]
    assert kinds.count("passage") == 4
    assert kinds.count("figures") == 1
    out = tmp_path / "示例.md"
    call("EXPORT", made["id"], "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert "[@" not in text
    assert "表 1" in text.replace("\u00a0", " ")
    assert text.count("（引得编写组，2026") >= 5


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_that_a_comparison_names_what_it_leaves_out_and_never_vanishes(
    library: Library, call: Any, tmp_path: Path
) -> None:
    figures = [one.statistic for one in statistics(library)]
    timeless = [one.id for one in figures if not one.period.start and one.value is not None]
    dated = next(one for one in figures if one.period.start and one.region and one.value is not None)
    made, _ = call("NEW", "比较")
    call("ADD", made["id"], "--matrix", ",".join([dated.id, timeless[0]]), "--caption", "全的")
    call("ADD", made["id"], "--chart", ",".join(timeless[:2]), "--caption", "比不了的")
    out = tmp_path / "比较.md"
    call("EXPORT", made["id"], "--out", str(out))
    text = out.read_text(encoding="utf-8")
    assert "未列入" in text
    assert "比不了的" in text


def test_that_the_help_and_a_wrong_name_tell_the_templates(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    root = library.root
    library.close()
    with pytest.raises(SystemExit):
        parse(["draft", "--help"])
    helped = "".join(capsys.readouterr().out.split())
    assert run_command(parse(["--library", str(root), "draft", "NEW", "--template", "没有的"])) == 2
    refused = "".join(capsys.readouterr().err.split())
    for one in TEMPLATES:
        assert f"{one.key}（{template_name(one.key)}）" in helped
        assert f"{one.key}（{template_name(one.key)}）" in refused


def test_that_a_wrong_style_tells_those_there_are(call: Any) -> None:
    told, code = call("NEW", "--style", "gbt7714-2099")
    assert code == 2
    assert all(one in str(told) for one in OFTEN_ASKED)
