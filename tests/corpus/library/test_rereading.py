"""After a repair only the sentences around it are read, and what is found is what reading all would find."""

from __future__ import annotations

import logging
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from corpus.knowledge.extraction import extract
from corpus.library.core.library import Library
from corpus.library.facts.contradictions import compare_left_over
from corpus.library.intake.building import build
from corpus.library.intake.building.refinding import find_anew
from corpus.library.intake.corrections import repairing, rereading
from corpus.library.intake.corrections.own_edits import carried_over, correct_text, restore_ledger
from corpus.library.intake.corrections.parting import split_article
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.store.facts.facts import StoredFacts
from corpus.store.facts.relations import Relations
from corpus.text.repairs.kinds import RepairKind
from tests.copies import copied

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

SENTENCES = (
    "2018年全县网络零售额达到{a}.7亿元，比上年增长{b}.5%。",
    "其中农产品占{b}% ，快递 {a}万件。",
    "拼多多的活跃用户达到{a}亿人,京东为{b}亿人。",
    "街上有{a}家店,每家雇{b}人 。",
    "店主说,生意还行 。",
    "智能化是一个趋势,无人仓用了{a}台机器人。",
    "当年销售额为{a}００万元。",
    "２０１７年,平台完成了{a}亿元的 A轮融资。",
    "镇上的人起初不信，后来慢慢习惯了在手机上看货。",
)
HEADINGS = ("一、智能化趋势", "二、各地的情况", "三、规范化", "")


def written(chance: random.Random, paragraphs: int) -> str:
    lines = ["一本很长的年鉴", ""]
    for _number in range(paragraphs):
        if chance.random() < 0.15:
            lines += [chance.choice(HEADINGS), ""][: chance.randint(1, 2)]
        chosen = (chance.choice(SENTENCES) for _one in range(chance.randint(1, 7)))
        lines.append("".join(one.format(a=chance.randint(2, 90), b=chance.randint(2, 90)) for one in chosen))
    return "\n".join(lines) + "\n"


def imported(library: Library, folder: Path, text: str) -> str:
    file = folder / "年鉴.txt"
    file.write_text(text, encoding="utf-8")
    return import_paths(library, [file]).sources[0].articles[0].id


def found(library: Library, article: str) -> list[list[str]]:
    """Return all that is kept; the ids of facts, which nothing refers to, stay where only part is read."""
    facts = library.store.facts
    return [
        sorted(map(repr, facts.found_in(article))),
        sorted(map(repr, facts.mentions_of(article))),
        sorted(repr(replace(one, id="")) for one in facts.platform_facts_of(article)),
        sorted(map(repr, facts.passages(article))),
    ]


def read_whole(library: Library, article: str) -> None:
    number = library.store.database.last_change()
    with library.store.database.transaction():
        find_anew(library, article, number)


@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(one, marks=pytest.mark.long) for one in range(2, 12))]
)
def test_what_is_found_is_what_reading_all_would_find(library: Library, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a generated text
    text = written(chance, 12)
    article = imported(library, tmp_path, OpenCC("s2t").convert(text) if seed % 2 else text)
    for _step in range(6):
        shown = [
            one.edit for one in ledger(library, article) if one.edit.repair_class is not RepairClass.FACT
        ]
        edit = chance.choice([one for one in shown if one.after is not None])
        try:
            if edit.state is RepairState.APPLIED:
                change_repairs(library, article, undo=[edit.id])
            else:
                change_repairs(library, article, apply=[edit.id])
        except UsageError:
            continue
        local = found(library, article)
        read_whole(library, article)
        assert found(library, article) == local


def compared(library: Library) -> list[list[object]]:
    """Return all that figures say of one another, and on which ground each figure is compared."""
    rows = library.store.database.rows
    told = rows("""SELECT f.id, o.id, r.sort, w.word, r.key, r.sum FROM relations r
                   JOIN figures f ON f.number = r.one JOIN figures o ON o.number = r.other
                   JOIN relation_words w ON w.number = r.kind ORDER BY 1, 2, 3, 4""")
    return [list(one) for one in (*told, *rows("SELECT id, compared, sign FROM figures ORDER BY id"))]


def test_that_what_is_compared_after_corrections_is_what_comparing_all_would_tell(
    library: Library, tmp_path: Path
) -> None:
    chance = random.Random(5)  # noqa: S311 - a generated text
    said = "2018年，青山县快递业务量为{}万件。茶叶交易额为12.4亿元。其中，绿茶交易额7.1亿元；红茶交易额{}亿元。\n\n"
    imported(library, tmp_path, f"另一本年鉴\n\n{said.format(300, 5.3)}{written(chance, 3)}")
    article = imported(library, tmp_path, f"一本年鉴\n\n{said.format(500, 5.3)}{written(chance, 9)}")
    told = [compared(library)]

    def check() -> None:
        told.append(compared(library))
        library.store.relations.leave_over([one.id for one in library.store.articles.summaries()])
        compare_left_over(library.store)
        assert compared(library) == told[-1]

    for words, by in (
        ("500万件", "300万件"),
        ("红茶交易额5.3", "红茶交易额5.7"),
        ("红茶交易额5.7亿元", ""),
        ("300万件", "700万件"),
        ("青山县快递", "青山县包裹"),
        ("12.4亿元", "12.8亿元"),
    ):
        before = correct_text(library, article, place_of(library, article, words), by)
        check()
        if not by:
            restore_ledger(library, before)
            check()
    assert len({repr(one) for one in told}) > 3


def place_of(library: Library, article: str, words: str) -> Span:
    at = library.texts.get(article).clean.index(words)
    return Span(at, at + len(words))


def test_that_figures_a_repair_leaves_as_they_were_are_neither_written_nor_compared(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = imported(library, tmp_path, written(random.Random(7), 30))  # noqa: S311 - a generated text
    numbers, grounds = numbered(library), list[str]()
    monkeypatch.setattr(Relations, "replace", lambda _store, ground, _found: grounds.append(ground))
    correct_text(library, article, place_of(library, article, "生意还行"), "生意不错")
    assert (grounds, numbered(library)) == ([], numbers)
    at = library.texts.get(article).clean.index(".7亿元")
    correct_text(library, article, Span(at, at + 2), ".8")
    moved = numbered(library).items() - numbers.items()
    assert 0 < len(moved) < len(numbers) / 4
    assert 0 < len(grounds) <= 2 * len(moved) + 1


def test_that_a_small_change_of_a_long_text_is_read_around(
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    article = imported(library, tmp_path, written(random.Random(7), 30))  # noqa: S311 - a generated text
    found, read = list[StoredFacts | None](), rereading.read_again

    def told(*given: Any) -> StoredFacts | None:
        found.append(read(*given))
        return found[-1]

    monkeypatch.setattr(repairing, "read_again", told)
    caplog.set_level(logging.DEBUG)
    correct_text(library, article, place_of(library, article, "生意还行"), "生意不错")
    at = library.texts.get(article).clean.index(".7亿元")
    correct_text(library, article, Span(at, at + 2), ".8")
    assert len(found) == 2
    assert None not in found
    assert "reading around" not in caplog.text


def numbered(library: Library) -> dict[str, int]:
    return {row["id"]: row["number"] for row in library.store.database.rows("SELECT id, number FROM figures")}


def test_that_the_first_sign_of_an_only_sentence_may_go_and_come_back(
    library: Library, tmp_path: Path
) -> None:
    article = imported(library, tmp_path, "观察1号\n\n正文。\n")
    split_article(library, article, library.texts.get(article).clean.index("正文"))
    for end in (1, 3):
        before = correct_text(library, article, Span(0, end), "")
        assert library.texts.get(article).clean.strip() == "观察1号"[end:]
        restore_ledger(library, before)
        assert library.texts.get(article).clean.strip() == "观察1号"


def test_the_cost_of_one_repair_is_that_of_its_sentences(
    library_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(text: str, sentences: list[Span], *more: object) -> object:
        read.append(sum(len(one) for one in sentences))
        return extract(text, sentences, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "extract", counted)
    monkeypatch.setattr(rereading, "extract", counted)
    costs = []
    for paragraphs in (20, 120):
        library = open_library(copied(library_template, tmp_path / f"文库{paragraphs}"), write=True)
        article = imported(library, tmp_path, written(random.Random(7), paragraphs))  # noqa: S311
        edits = [one.edit for one in ledger(library, article) if one.edit.state is RepairState.APPLIED]
        read.clear()
        change_repairs(library, article, undo=[edits[len(edits) // 2].id])
        costs.append(sum(read))
        library.close()
    assert costs[1] < 3 * costs[0]
    assert costs[1] < 10_000


@pytest.mark.parametrize("added", ["", "卷首语。\n", "一段很长的前言，" * 30])
def test_that_a_correction_goes_to_where_its_words_stand_in_a_corrected_file(added: str) -> None:
    text = "清早的集市\n\n店主说生意比去年好，货架上摆着新米。\n"
    at = text.index("新米")
    own = Edit(
        "e1", RepairKind.OWN_CORRECTION, RepairClass.FACT, at, at + 2, "新米", "陈米",
        Certainty.CERTAIN, RepairState.APPLIED,
    )  # fmt: skip
    (moved,) = carried_over([own], text, added + text, ())
    assert (moved.start, moved.end, moved.before, moved.after) == (
        *(at + len(added), at + len(added) + 2), "新米", "陈米",
    )  # fmt: skip
    for other in ("别的文章，什么都没有留下。", added + text.replace("新米", "新茶")):
        assert carried_over([own], text, other, ()) == ()
    whole = replace(own, start=text.index("店主"), end=at, before=text[text.index("店主") : at])
    assert [one.before for one in carried_over([whole], text, added + text, ())] == [whole.before]
    assert carried_over([whole], text, added + text.replace("去年好", "前年好"), ()) == ()
    inserted = replace(own, start=at, end=at, before="", after="白")
    assert carried_over([inserted], text, added + text, ()) == ()
