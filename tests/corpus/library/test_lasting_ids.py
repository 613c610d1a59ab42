"""What a thing is called follows from what it is: links, merges and copies find it by that in ten years, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.corrections.own_edits import correct_text
from corpus.library.intake.corrections.parting import split_article
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.referencing import take_lines
from corpus.model.span import Span
from tests.copies import copied

TEXT = (
    "乡镇小店的一年\n\n店主说,这一年过得不容易 。2018年，全镇零售额达到150万元，比上年增长25% 。\n"
    "后一篇\n村里的人把苹果卖到了城里，价钱稳了。\n"
)
LINE = "柯岚. 社区团购的信任建构[J]. 商业与流通学报, 2023(4): 62-73."


def imported(library: Library, path: Path, text: str = TEXT) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return import_paths(library, [path]).sources[0].articles[0].id


def called(library: Library, article: str) -> tuple[set[str], ...]:
    """Return the ids of what was found in an article, kind by kind."""
    facts = library.store.facts
    return (
        {one.id for one in library.texts.get(article).article.edits},
        {one.id for one in facts.statistics_of(article)},
        {one.id for one in facts.platform_facts_of(article)},
    )


def test_that_texts_references_repairs_and_corrections_keep_the_ids_they_were_given(
    library: Library, tmp_path: Path
) -> None:
    article = imported(library, tmp_path / "小店.txt")
    repairs = called(library, article)[0]
    assert (article, library.store.articles.of([article])[0].source) == (
        "a747307d6e846927f",
        "scbc74e9f9bf8c8b6",
    )
    assert repairs == {"rf442b45424e6b116", "r4e789a9626eba750", "r355c619b69389dbf"}
    correct_text(library, article, Span(0, 3), "小店")
    assert called(library, article)[0] - repairs == {"r4ea8b3e469da6485"}
    second = split_article(library, article, library.texts.get(article).clean.index("后一篇") + 1).second
    assert second.article.id == "acdc142b707f80c8d"
    (reference,) = take_lines(library, LINE).taken
    assert reference.article == "ad42fc6242441aab7"
    assert library.store.articles.of([reference.article])[0].source == "s04dd30fd70e9f0e9"


def test_that_everything_found_in_a_file_is_called_the_same_wherever_it_is_read(
    library: Library, library_template: Path, tmp_path: Path
) -> None:
    text = TEXT.replace("后一篇", "2015年9月，拼多多上线，2018年拼多多的交易额达到4716亿元。")
    article = imported(library, tmp_path / "一" / "小店.txt", text)
    other = open_library(copied(library_template, tmp_path / "另一份"), write=True)
    assert imported(other, tmp_path / "二" / "别名.txt", text) == article
    here = called(library, article)
    assert called(other, article) == here
    assert all(here)
    other.close()
    longer = imported(library, tmp_path / "一" / "又一篇.txt", f"{text}又添了一句。\n")
    assert [one & two for one, two in zip(here, called(library, longer), strict=True)] == [set()] * 3


@pytest.mark.parametrize("line", [LINE, LINE.replace("柯岚", "展昭华"), LINE.replace("62-73", "62-74")])
def test_that_a_reference_is_known_again_by_all_it_says(library: Library, line: str) -> None:
    (first,) = take_lines(library, LINE).taken
    (again,) = take_lines(library, line).taken
    assert (again.article, again.status) == (first.article, "same" if line == LINE else "filled")
