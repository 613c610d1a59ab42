"""The content of the built-in pack: every quote stands, every value is what its figure says, every form is kept."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Final

import pytest

from corpus.importing.text_files.markdown import read_markdown
from corpus.language import use_language
from corpus.language.fields import article_kind_name
from corpus.packs.pack import load_pack
from corpus.packs.version import pack_version
from corpus.text.sentences import sentences as split_sentences
from corpus.text.split import split
from tests.corpus.packs.reading import (
    HAN,
    files,
    markdown,
    parsed,
    plain,
    proofs,
    sentences,
    statistics,
    toml,
)


def test_that_the_version_read_alone_is_the_one_the_pack_states() -> None:
    assert pack_version("ecommerce") == toml("pack.toml")["version"] == load_pack("ecommerce").version
    assert pack_version("none of this name") == ""


FACT_PREDICATES: Final = {
    "founded", "model", "target_users", "funding", "sales", "listing", "users", "dispute", "founder", "category",
    "rule", "scale",
}  # fmt: skip
UNITS: Final = {"万亿": Decimal(10**12), "亿": Decimal(10**8), "万": Decimal(10**4), "千万": Decimal(10**7)}


def test_that_every_quote_is_a_whole_sentence_of_a_paragraph_that_stands_once() -> None:
    wrong = [
        (name, one["quote"])
        for name, one in proofs()
        if sentences(one["article"]).count(one["quote"]) != 1
        or plain(one["article"]).count(one["quote"]) != 1
    ]
    assert wrong == []


def test_that_the_kinds_of_articles_are_told_in_the_language_of_the_reader() -> None:
    kinds = {one.kind for one in load_pack("ecommerce").articles}
    assert all(article_kind_name(one) == one for one in (*kinds, "另一个资料包的类"))
    use_language("en")
    try:
        assert all(article_kind_name(one).isascii() for one in kinds)
        assert article_kind_name("另一个资料包的类") == "另一个资料包的类"
    finally:
        use_language("zh")


def test_that_the_program_reads_the_same_sentences() -> None:
    texts = {one.file: read_markdown(one.data).text for one in load_pack("ecommerce").articles}
    read = {file: [span.of(text) for span in split_sentences(text)] for file, text in texts.items()}
    assert [one["quote"] for _, one in proofs() if read[one["article"]].count(one["quote"]) != 1] == []


def test_that_an_article_stays_in_one_piece() -> None:
    articles = load_pack("ecommerce").articles
    assert [len(split(read_markdown(one.data)).articles) for one in articles] == [1] * 13


def test_that_every_figure_stands_once_in_its_quote() -> None:
    wrong = [
        (name, one["figure"])
        for name, one in proofs()
        if "figure" in one and one["quote"].count(one["figure"]) != 1
    ]
    assert wrong == []


def test_that_values_say_what_the_figure_says() -> None:
    wrong = []
    for one in statistics():
        low, high = parsed(one["figure"], one["unit"])
        bounds = {abs(Decimal(one[key])) for key in ("value", "low", "high") if one.get(key)}
        if not bounds or not bounds <= {low, high}:
            wrong.append((one["figure"], low, high, sorted(bounds)))
    assert wrong == []


def test_that_only_falling_growth_is_negative() -> None:
    negative = [one for one in statistics() if one.get("value", "").startswith("-")]
    assert [(one["kind"], one["change"]["direction"]) for one in negative] == [("growth", "down")]


def test_that_base_values_only_expand_wan_and_yi() -> None:
    for one in statistics():
        match = re.match(r"万亿|亿|万", one["unit"])
        scale = UNITS[match.group()] if match else Decimal(1)
        if "value" in one:
            assert Decimal(one["base_value"]) == Decimal(one["value"]) * scale, one["figure"]
        else:
            assert "base_value" not in one
            assert "low" in one
        assert one["base_unit"] in {one["unit"][match.end() :] if match else one["unit"], "人"}


def test_that_statistics_are_many_and_well_formed() -> None:
    assert len(statistics()) >= 90
    keys = Counter((one["article"], one["quote"], one["figure"], one["metric"]) for one in statistics())
    assert [key for key, times in keys.items() if times > 1] == []
    for one in statistics():
        assert one["kind"] in {"actual", "forecast", "estimate", "share", "growth", "rank", "anecdote"}
        if "period" in one:
            assert one["period"]["from"] <= one["period"]["to"]
        if change := one.get("change"):
            assert change["direction"] in {"up", "down", "flat"}
            assert change["basis"]


def test_that_stories_without_a_source_are_anecdotes() -> None:
    for one in statistics():
        told = one["article"].startswith(("articles/10", "articles/11"))
        assert (one["kind"] == "anecdote") is told


def test_that_inferred_statements_say_so_in_the_text() -> None:
    silent = []
    for name, one in proofs():
        if not one.get("inferred") or "推断" in one["quote"]:
            continue
        paragraph = next(line for line in markdown(one["article"]).splitlines() if one["quote"] in line)
        if "推断" not in paragraph and "倒推" not in paragraph:
            silent.append((name, one["quote"]))
    assert silent == []


def test_that_disputes_are_attributed() -> None:
    disputes = [
        fact
        for one in toml("platforms.toml")["platforms"]
        for fact in one.get("facts", ())
        if fact["predicate"] == "dispute"
    ]
    assert len(disputes) >= 5
    for fact in disputes:
        paragraph = next(line for line in markdown(fact["article"]).splitlines() if fact["quote"] in line)
        assert "据" in paragraph
        assert "称" in paragraph
        assert fact["value"]["text"].startswith("据")


def test_that_profiles_are_complete_and_names_are_told_apart() -> None:
    platforms = toml("platforms.toml")["platforms"]
    assert {
        "拼多多", "有好东西", "好衣库", "靠谱好物", "云集", "淘宝", "京东", "天猫", "唯品会", "微信", "苏宁易购",
        "礼物说", "环球捕手", "腾讯", "阿里巴巴", "美团", "糯米网", "拍拍", "小红书", "微博",
    } <= {one["name"] for one in platforms}  # fmt: skip
    forms = Counter(
        form for one in platforms for form in {one["name"], *one["aliases"], *one.get("weak_aliases", ())}
    )
    assert [form for form, times in forms.items() if times > 1] == []
    for one in platforms:
        assert one["description"]
        assert one["as_of"]
        for fact in one.get("facts", ()):
            assert fact["predicate"] in FACT_PREDICATES
            assert fact["label"]
            assert fact["value"]["text"]
            assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", fact.get("date", ""))
            if number := fact["value"].get("number"):
                assert number in fact["quote"]


def test_that_the_seven_trends_are_complete() -> None:
    trends = toml("taxonomy.toml")["trends"]
    assert [(one["key"], one["name"], one["subtitle"]) for one in trends] == [
        ("intelligence", "智能化", "用数据读懂顾客"),
        ("extension", "延伸化", "从买卖延伸到管理与上下游"),
        ("regulation", "规范化", "法规与自律"),
        ("specialisation", "分工化", "专业机构补齐链条"),
        ("regionalisation", "区域化", "因地制宜"),
        ("popularisation", "大众化", "走向中西部与城乡"),
        ("internationalisation", "国际化", "引进来、走出去"),
    ]
    for one in trends:
        assert len(one["points"]) >= 3
        assert len(one["cues"]) >= 12
        assert len({cue["word"] for cue in one["cues"]}) == len(one["cues"])
        assert len(one["evidence"]) >= 3


def test_that_conflicts_show_the_sum_and_a_conclusion() -> None:
    conflicts = toml("conflicts.toml")["conflicts"]
    assert len({one["key"] for one in conflicts}) == len(conflicts)
    assert {"CG04", "CG05", "CG07", "CG08", "CG11", "CG13", "CG14", "CG16", "CG17", "CG17b", "CG18"} <= {
        one["key"] for one in conflicts
    }
    for one in conflicts:
        assert one["kind"] in {"数值不一致", "合计不符", "推算不符", "预测与实际不符", "转引有误", "表述矛盾"}
        assert one["sum"]
        assert one["conclusion"]


def test_that_lexicon_words_and_corrections_are_single() -> None:
    lexicon = toml("lexicon.toml")
    words = [one["word"] for one in lexicon["words"]]
    assert len(set(words)) == len(words)
    assert all(word.strip() == word and word for word in words)
    wrong = [one["wrong"] for one in lexicon["corrections"]]
    assert len(set(wrong)) == len(wrong)
    texts = "".join(plain(file) for file in files())
    for one in lexicon["corrections"]:
        assert one["wrong"] not in one["right"]
        assert one["wrong"] not in re.sub(r"“[^”]*”", "", texts), "our own text would be repaired"


@pytest.mark.parametrize("record", toml("pack.toml")["articles"], ids=lambda one: one["file"])
def test_that_an_article_keeps_its_form(record: dict[str, str]) -> None:
    lines = markdown(record["file"]).splitlines()
    assert lines[0] == f"# {record['title']}"
    assert lines[2].startswith("资料截至：")
    assert record["as_of"][:4] in lines[2]
    assert re.fullmatch(r"articles/\d\d-[a-z-]+\.md", record["file"])
    body = re.sub(r"\s", "", "".join(lines[1:]))
    most = 3000 if "02-" in record["file"] else 2500
    assert 400 <= len(body) <= most
    text = "\n".join(lines)
    headings = [line for line in lines if line.startswith("## ")]
    assert headings[-2:] == ["## 想一想", "## 可以核对的一手资料"]
    questions, sources = text.split("## 想一想\n\n")[1].split("\n\n## 可以核对的一手资料\n\n")
    assert len(re.findall(r"^\d\. .+？", questions, re.MULTILINE)) >= 2
    assert len(questions.splitlines()) == 3
    assert len(sources.strip().splitlines()) >= 3


@pytest.mark.parametrize("file", files())
def test_that_an_article_has_no_inline_marks_and_even_spacing(file: str) -> None:
    text = markdown(file)
    assert not re.search(r"\*|`|\[|\]|<|http|_|!\(", text)
    outside_titles = re.sub(r"《[^》]*》", "《》", text)
    assert not re.search(rf"[{HAN}][0-9A-Za-z]|[0-9A-Za-z%][{HAN}]", outside_titles)
    assert not re.search(rf"[{HAN}][,;:!?()]|\s[，。；：？！]|  ", text)
    assert text.count("“") == text.count("”")
    assert text.count("（") == text.count("）")


def test_that_only_the_platform_comparison_has_a_table() -> None:
    assert [file for file in files() if "\n| --- " in markdown(file)] == ["articles/08-four-platforms.md"]
