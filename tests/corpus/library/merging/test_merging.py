"""Two libraries become one: nothing of either is lost, what both changed is kept twice; again it changes nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.facts.deciding import state_all
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    get_annotation,
    list_annotations,
)
from corpus.library.notes.drafts import delete_draft, drafts, get_draft, save_draft
from corpus.library.reading.organising import add_collection, delete_for_good, put_into, set_star, set_tags
from corpus.library.upkeep.backup import backup
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.copies import list_copies
from corpus.library.upkeep.merging.state import Apart
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.annotation import AnchorStatus
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from tests.copies import copied
from tests.corpus.library.merging.pairs import WORDS, merged, note, noted, opened, texts

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


def test_that_what_came_on_both_sides_is_there_and_a_second_time_changes_nothing(
    pair: tuple[Path, Path],
) -> None:
    here, there = pair
    with opened(here) as library:
        add_note(library, "这边写的")
    with opened(there) as library:
        add_note(library, "那边写的")
        noted(library, "第一条", "第一条改过")
    first, again = merged(here, there), merged(here, there)
    assert (first.parts["notes"].added, first.parts["notes"].changed, first.apart) == (1, 1, ())
    assert not again.changed
    assert again.copy == ""
    with opened(here) as library:
        assert texts(library) == sorted(["标记", "第一条改过", "第二条", "这边写的", "那边写的"])
        assert check(library).findings == ()


def test_that_a_note_both_changed_is_kept_twice_and_both_are_named(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(here) as library:
        ours = noted(library, "第一条", "这边改的")
    with opened(there) as library:
        noted(library, "第一条", "那边改的")
    report = merged(here, there)
    (apart,) = report.apart
    assert (apart.kind, apart.id) == ("note", ours.id)
    assert (apart.title, apart.ours, apart.theirs) == ("那边改的", "这边改的", "那边改的")
    with opened(here) as library:
        states = {get_annotation(library, one).note for one in (apart.id, apart.kept_as)}
        assert states == {"这边改的", "那边改的"}
        assert WORDS.tag in get_annotation(library, apart.kept_as).tags
    assert not merged(here, there).changed
    with opened(here) as library:  # the copy a person lets go does not come back
        delete_annotation(library, apart.kept_as)
    assert not merged(here, there).changed


def test_that_each_of_several_states_both_changed_is_kept(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(here) as library:
        known = note(library, "第一条").id
    kept: list[str] = []
    for turn in ("一", "二", "三"):
        for root, side in ((here, "这边"), (there, "那边")):
            with opened(root) as library:
                change_annotation(library, replace(get_annotation(library, known), note=f"{side}{turn}"))
        (apart,) = merged(here, there).apart
        assert apart.kept_as not in kept
        kept.append(apart.kept_as)
    with opened(here) as library:
        assert {get_annotation(library, one).note for one in kept} == {"这边一", "这边二", "这边三"}
        assert get_annotation(library, known).note == "那边三"


def test_that_both_directions_come_to_the_same_notes(pair: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = pair
    with opened(here) as library:
        noted(library, "第一条", "这边改的")
        add_note(library, "这边写的")
    with opened(there) as library:
        noted(library, "第一条", "那边改的")
        noted(library, "第二条", "只有那边改的")
    before = tmp_path / "先"
    copied(here, before)
    merged(here, there)
    merged(there, before)
    with opened(here) as one, opened(there) as other:
        assert texts(one) == texts(other)


def test_that_only_what_was_deleted_unchanged_goes(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(here) as library:
        delete_annotation(library, note(library, "标记").id)
        noted(library, "第二条", "第二条改过")
    with opened(there) as library:
        delete_annotation(library, note(library, "第一条").id)
        delete_annotation(library, note(library, "第二条").id)
        delete_draft(library, drafts(library)[0].id)
    report = merged(here, there)
    assert (report.parts["notes"].removed, report.parts["notes"].left_out) == (1, 1)
    assert [(one.kind, one.title) for one in report.apart] == [("deleted", "第二条改过")]
    with opened(here) as library:
        assert texts(library) == ["第二条改过"]
        assert drafts(library) == ()
    assert not merged(here, there).changed


def test_that_a_deleted_note_the_other_side_changed_comes_back_named(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(here) as library:
        gone = delete_annotation(library, note(library, "第一条").id)
    with opened(there) as library:
        noted(library, "第一条", "后来又写的")
    report = merged(here, there)
    assert report.apart == (Apart("deleted", gone.id, "后来又写的", "", "后来又写的"),)
    with opened(here) as library:
        assert get_annotation(library, gone.id).note == "后来又写的"
        delete_annotation(library, gone.id)
    assert not merged(here, there).changed


def test_that_a_strangers_deletions_take_nothing_away(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    with opened(me) as library:
        add_note(library, "我的")
    with opened(colleague) as library:
        add_note(library, "同事的")
    merged(me, colleague)
    with opened(colleague) as library:
        delete_annotation(library, note(library, "同事的").id)
    assert not merged(me, colleague).changed
    with opened(me) as library:
        assert texts(library) == ["同事的", "我的"]


def test_that_a_colleagues_later_change_is_taken_and_mine_stays(strangers: tuple[Path, Path]) -> None:
    me, colleague = strangers
    with opened(colleague) as library:
        add_note(library, "甲")
        add_note(library, "乙")
    merged(me, colleague)
    with opened(colleague) as library:
        noted(library, "甲", "甲改过")
    with opened(me) as library:
        noted(library, "乙", "乙是我改的")
    report = merged(me, colleague)
    assert (report.parts["notes"].changed, report.apart) == (1, ())
    with opened(me) as library:
        assert texts(library) == ["乙是我改的", "甲改过"]


def test_that_tags_of_both_sides_are_joined(pair: tuple[Path, Path]) -> None:
    here, there = pair
    for root, tag in ((here, "乙"), (there, "丙")):
        with opened(root) as library:
            mark = note(library, "标记")
            change_annotation(library, replace(mark, tags=(*mark.tags, tag)))
    assert merged(here, there).apart == ()
    with opened(here) as library:
        assert set(note(library, "标记").tags) == {"甲", "乙", "丙"}


def test_that_a_draft_both_changed_is_kept_twice(pair: tuple[Path, Path]) -> None:
    here, there = pair
    for root, text in ((here, "这边"), (there, "那边")):
        with opened(root) as library:
            draft = drafts(library)[0]
            save_draft(library, replace(draft, items=(DraftItem("text", text=text),)))
    (apart,) = merged(here, there).apart
    with opened(here) as library:
        kept = get_draft(library, apart.kept_as)
        assert {draft.items[0].text for draft in drafts(library)} == {"这边", "那边"}
        assert kept.title == "文稿（另一份）"
    assert not merged(here, there).changed


def test_that_what_a_merge_met_is_known_however_soon_it_is_changed_again(pair: tuple[Path, Path]) -> None:
    here, there = pair
    for root in pair:  # the same on both sides, and only just made so
        with opened(root) as library:
            noted(library, "第二条", "第二条，两边一样")
    with opened(there) as library:
        noted(library, "第一条", "第一条，那边改过")
        (draft,) = drafts(library)
        save_draft(library, replace(draft, title="文稿，那边改过"))
        add_note(library, "那边写的")
    assert merged(here, there).apart == ()
    with opened(here) as library:
        for text in ("第一条，那边改过", "第二条，两边一样", "那边写的"):
            noted(library, text, f"{text}，接着写")
        (draft,) = drafts(library)
        save_draft(library, replace(draft, title="文稿，接着写"))
        before = texts(library)
    assert not merged(here, there).changed
    with opened(here) as library:
        assert texts(library) == before
        assert [one.title for one in drafts(library)] == ["文稿，接着写"]


def test_that_articles_come_with_their_file_their_marks_and_what_was_decided(
    strangers: tuple[Path, Path],
) -> None:
    me, colleague = strangers
    text = "二〇一八年社交电商的市场规模是 12624.7 亿元，同比增长 63.2%。\n结尾。"
    with opened(colleague) as library:
        (article,) = import_text(library, "报告", text).sources[0].articles
        annotate(library, article.id, Span(3, 8), note="看这里")
        set_tags(library, article.id, ["重点"])
        set_star(library, [article.id], on=True)
        put_into(library, add_collection(library, "课题甲").id, [article.id])
        set_record(library, [article.id], {"author": "王小明"})
        figure = library.store.facts.statistics_of(article.id)[0]
        state_all(library, [replace(figure, status=FactStatus.CONFIRMED)])
        correct_text(library, article.id, Span(3, 5), "贰零")
        shown = library.texts.get(article.id).clean
    report = merged(me, colleague)
    assert report.missing == ()
    with opened(me) as library:
        (summary,) = library.store.articles.of([article.id])
        assert (summary.star, summary.tags, len(summary.collections)) == (True, ("重点",), 1)
        assert summary.metadata.author == "王小明"
        assert library.texts.get(article.id).clean == shown
        assert library.store.facts.decisions(article.id)[figure.id].status is FactStatus.CONFIRMED
        assert note(library, "看这里").status is AnchorStatus.PLACED
        assert check(library).findings == ()
        assert import_text(library, "报告", text).sources[0].status == "same"
    assert not merged(me, colleague).changed


def test_that_what_was_decided_on_either_side_holds_and_a_difference_is_told_once(
    pair: tuple[Path, Path],
) -> None:
    here, there = pair
    with opened(here) as library:
        (article,) = (one.id for one in library.store.articles.summaries(packed=False))
        set_record(library, [article], {"author": "甲", "publisher": "这边出版"})
    with opened(there) as library:
        set_record(library, [article], {"author": "乙", "publisher-place": "北京"})
        retitle(library, article, "苹果的路")
    report = merged(here, there)
    assert [(one.kind, one.ours, one.theirs) for one in report.apart if one.kind == "record"] == [
        ("record", json.dumps([{"literal": "甲"}], ensure_ascii=False),
         json.dumps([{"literal": "乙"}], ensure_ascii=False))
    ]  # fmt: skip
    with opened(here) as library:
        record = library.store.records.correction(article).fields
        assert (record["publisher"], record["publisher-place"]) == ("这边出版", "北京")
        assert library.store.articles.of([article])[0].title == "苹果的路"
        told = [one.annotation for one in list_annotations(library) if WORDS.tag in one.annotation.tags]
        assert "乙" in told[0].note
        assert check(library).findings == ()
    assert not merged(here, there).changed


@pytest.mark.long
def test_that_a_text_that_differs_under_one_id_is_brought_beside(
    tmp_path: Path, library_template: Path
) -> None:
    me, colleague, paper = tmp_path / "我", tmp_path / "同事", tmp_path / "稿.txt"
    copied(library_template, me)
    old = "稿\n" + "".join(f"第{n}句说的是第{n}件事。" for n in range(40))
    paper.write_text(old, encoding="utf-8")
    with opened(me) as library:
        (mine,) = import_paths(library, [paper]).sources[0].articles
    copied(me, colleague)
    paper.write_text(old + "最后添了一句。", encoding="utf-8")
    with opened(colleague) as library:
        import_paths(library, [paper])
        end = len(library.texts.get(mine.id).clean)
        annotate(library, mine.id, Span(end - 7, end - 1), note="新的一句")
    report = merged(me, colleague)
    (apart,) = (one for one in report.apart if one.kind == "article")
    with opened(me) as library:
        assert note(library, "新的一句").article == apart.kept_as
        assert library.store.articles.original_of(mine.id) == old
        assert check(library).findings == ()
    assert not merged(me, colleague).changed
    # The other way round theirs is the earlier state of ours: nothing is to be brought.
    assert merged(colleague, me).parts["articles"].added == 0


def test_that_what_was_deleted_for_good_stays_away_and_its_unknown_notes_wait(
    pair: tuple[Path, Path],
) -> None:
    here, there = pair
    with opened(here) as library:
        (article,) = (one.id for one in library.store.articles.summaries(packed=False))
        delete_for_good(library, [article])
    with opened(there) as library:
        annotate(library, article, Span(10, 14), note="还想留着")
    report = merged(here, there)
    assert report.parts["articles"].left_out == 1
    with opened(here) as library:
        assert note(library, "还想留着").status is AnchorStatus.ORPHAN
        assert library.store.article_changes.change_of(article) is None
    report = merged(there, here)  # there it goes into the trash only if nothing was written on it since
    assert report.parts["articles"].removed == 0


def test_that_a_merge_can_be_taken_back_whole(pair: tuple[Path, Path]) -> None:
    here, there = pair
    with opened(there) as library:
        add_note(library, "那边写的")
    report = merged(here, there)
    assert report.copy in {str(one.path) for one in list_copies(here)}
    restore_backup(Path(report.copy), here)
    with opened(here) as library:
        assert "那边写的" not in texts(library)


def test_that_a_backup_is_merged_as_well(pair: tuple[Path, Path], tmp_path: Path) -> None:
    here, there = pair
    with opened(there) as library:
        add_note(library, "那边写的")
        backup(library, tmp_path / "备份.zip")
    merged(here, tmp_path / "备份.zip")
    with opened(here) as library:
        assert "那边写的" in texts(library)
