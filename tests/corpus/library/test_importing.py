"""Taking in files: what came of each, and that nothing a person made is lost on the way."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.library.core.items import item_of
from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide, edit_statistic
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.repairing import change_repairs
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import get_source, list_articles, reading
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus
from corpus.model.collection import Scope, ScopeKind
from corpus.model.edit import RepairState
from corpus.model.progress import Cancelled, Progress
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles import prints
from tests.corpus.importing.making import docx, paragraph

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

MINE = Scope(ScopeKind.MINE)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def article(subject: str) -> str:
    body = "。".join(
        f"这是关于{subject}的第 {n} 句话，讲的是{subject}在第 {n} 个城市的经营情况" for n in range(1, 15)
    )
    return f"{subject}观察\n\n{body}。\n"


def test_that_the_noisy_page_becomes_two_articles_and_a_repeat(library: Library, noisy_page: Path) -> None:
    report = import_paths(library, [noisy_page])
    (source,) = report.sources
    assert source.status == "added"
    assert len(source.articles) == 3
    first, _second, third = source.articles
    assert third.duplicate_of == first.id or source.articles[1].duplicate_of == first.id
    assert all(one.applied > 0 for one in source.articles)
    assert sum(one.figures for one in source.articles) > 0
    assert report.platforms
    assert len(report.platforms) < sum(len(one.platforms) for one in source.articles)


def test_that_articles_and_pieces_tile_the_source(library: Library, noisy_page: Path) -> None:
    report = import_paths(library, [noisy_page])
    source, articles = get_source(library, report.sources[0].id)
    spans = sorted(
        [(one.start, one.end) for one in articles] + [(p.span.start, p.span.end) for p in source.pieces]
    )
    assert spans[0][0] == 0
    assert spans[-1][1] == len(source.text)
    assert all(left[1] == right[0] for left, right in pairwise(spans))
    assert all(source.text[one.start : one.end] == one.original for one in articles)


def test_that_the_same_file_gives_the_same_ids_and_is_not_taken_in_twice(
    library: Library, tmp_path: Path
) -> None:
    first = import_paths(library, [write(tmp_path / "甲.txt", article("茶叶"))])
    again = import_paths(library, [write(tmp_path / "乙.txt", article("茶叶"))])
    assert again.sources[0].status == "same"
    assert [one.id for one in again.sources[0].articles] == [one.id for one in first.sources[0].articles]
    (listed,) = list_articles(library, MINE)
    assert {Path(path).name for path in listed.paths} == {"甲.txt", "乙.txt"}


def test_that_one_bad_file_does_not_stop_the_batch(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "资料 & 100%（一）"
    folder.mkdir()
    write(folder / "好.txt", article("陶瓷"))
    (folder / "空.txt").write_bytes(b"")
    (folder / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
    (folder / "表.xyz").write_bytes(b"whatever")
    report = import_paths(
        library, [folder / "好.txt", folder / "空.txt", folder / "图.txt", folder / "没有.txt"]
    )
    outcome = {Path(one.path).name: one.error.kind if one.error else one.status for one in report.sources}
    assert outcome == {"好.txt": "added", "空.txt": "empty", "图.txt": "no_text", "没有.txt": "missing"}
    named = import_paths(library, [folder / "表.xyz"])
    assert named.sources[0].error is not None
    assert named.sources[0].error.kind == "unsupported"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_that_an_unreadable_file_is_told(library: Library, tmp_path: Path) -> None:
    locked = write(tmp_path / "锁.txt", article("盐"))
    locked.chmod(0)
    assert import_paths(library, [locked]).sources[0].error is not None


def test_that_an_import_can_be_undone_and_done_again(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "甲.txt", article("丝绸"))
    report = import_paths(library, [path])
    ids = undo_import(library, report.batch).trashed
    assert list_articles(library, MINE) == ()
    assert find_places(library, SearchRequest("丝绸观察", "exact")).total == 0
    again = import_paths(library, [path])
    assert again.sources[0].status == "added"
    assert tuple(one.id for one in list_articles(library, MINE)) == ids
    assert find_places(library, SearchRequest("丝绸观察", "exact")).total == 1


def test_that_notes_follow_a_corrected_file(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "报告.txt", article("灯具"))
    identity = import_paths(library, [path]).sources[0].articles[0].id
    text = reading(library, identity).text
    start = text.index("第 9 句话")
    annotate(library, identity, Span(start, start + 6), note="要核对")
    write(path, article("灯具").replace("第 2 句话", "第二句，这里补了一段新的话"))
    report = import_paths(library, [path])
    assert (report.sources[0].status, report.sources[0].articles[0].id) == ("updated", identity)
    (note,) = list_annotations(library)
    assert note.annotation.status is AnchorStatus.PLACED
    assert note.place is not None
    assert note.place.quote == "第 9 句话"
    assert check(library).findings == ()


def test_that_a_note_whose_words_are_gone_waits_for_a_place(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "报告.txt", article("灯具") + "\n尾声：惟独此处写着独一无二的古怪词句。\n")
    identity = import_paths(library, [path]).sources[0].articles[0].id
    text = reading(library, identity).text
    start = text.index("惟独此处")
    annotate(library, identity, Span(start, start + 14), note="留意")
    write(path, article("灯具"))
    import_paths(library, [path])
    (note,) = list_annotations(library)
    assert (note.annotation.note, note.annotation.status, note.place) == ("留意", AnchorStatus.ORPHAN, None)


def test_that_a_cancelled_import_keeps_what_was_finished(library: Library, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.txt", article(subject)) for n, subject in enumerate(("米", "面", "油"))]

    def stop_at_the_second(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    report = import_paths(library, paths, progress=stop_at_the_second)
    assert [one.status for one in report.sources] == ["added", "added"]
    assert report.unread == (str(paths[2]),)
    assert len(list_articles(library, MINE)) == 2
    assert find_places(library, SearchRequest("米观察", "exact")).total == 1


def test_that_rare_characters_and_emoji_keep_their_places(library: Library) -> None:
    report = import_text(
        library, "", "𠮷野家的经验\n\n𠮷野家在 2018 年卖出 300 万碗🍚牛肉饭，这是一个很大的数字。"
    )
    shown = reading(library, report.sources[0].articles[0].id)
    start = shown.text.index("🍚牛肉")
    made = annotate(library, shown.summary.id, Span(start, start + 3))
    assert made.place is not None
    assert made.place.quote == "🍚牛肉"
    assert find_places(library, SearchRequest("𠮷", "exact")).total == 2


def test_that_the_sample_page_becomes_its_five_articles(library: Library, shared_samples: Path) -> None:
    report = import_paths(library, [shared_samples / "000_da38a27201784206.txt"])
    articles = report.sources[0].articles
    assert len(articles) == 5
    assert articles[3].duplicate_of == articles[0].id
    assert all(" 。" not in library.texts.get(one.id).clean for one in articles)


@pytest.mark.parametrize("few", [0, 200])
def test_that_an_updated_article_is_no_repeat_of_itself_and_its_own_repeats_name_it(
    library: Library, tmp_path: Path, noisy_page: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(prints, "FEW", few)
    path = write(tmp_path / "页面.txt", noisy_page.read_text(encoding="utf-8"))
    before = import_paths(library, [path]).sources[0].articles
    write(path, noisy_page.read_text(encoding="utf-8") + "\n补记一句。\n")
    (source,) = import_paths(library, [path]).sources
    assert source.status == "updated"
    assert [(one.id, one.duplicate_of) for one in source.articles] == [
        (one.id, one.duplicate_of) for one in before
    ]


def test_that_a_file_as_it_once_was_does_not_replace_what_became_of_it(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path / "报告.txt", article("灯具"))
    identity = import_paths(library, [path]).sources[0].articles[0].id
    start = reading(library, identity).text.index("第 9 句话")
    annotate(library, identity, Span(start, start + 6), note="要核对")
    write(path, "卷首语：新写的一段话。\n" + article("灯具"))
    import_paths(library, [path])
    updated = reading(library, identity).text
    copy = write(tmp_path / "报告（旧）.txt", article("灯具"))
    (source,) = import_paths(library, [copy]).sources
    assert source.status == "added"
    assert source.articles[0].id != identity
    assert source.articles[0].duplicate_of == identity
    assert reading(library, identity).text == updated
    assert check(library).findings == ()
    assert {one.id for one in list_articles(library, MINE)} == {identity, source.articles[0].id}


def test_that_decisions_stand_in_a_corrected_file(library: Library, tmp_path: Path) -> None:
    text = article("灯具") + "\n2018 年灯具市场规模达到 320 亿元 。次年的灯具市场规模达到 350 亿元 。\n"
    path = write(tmp_path / "报告.txt", text)
    identity = import_paths(library, [path]).sources[0].articles[0].id
    first, second = reading(library, identity).figures[-2:]
    decide(library, first.statistic.id, FactStatus.REJECTED)
    edit_statistic(library, second.statistic.id, subject="灯具行业")
    undone = [one.edit for one in reading(library, identity).edits if one.edit.applied][-1]
    change_repairs(library, identity, undo=[undone.id])
    write(path, "卷首语：新写的一段话。\n" + text)
    import_paths(library, [path])
    found = {one.statistic.id: one for one in reading(library, identity).figures}
    assert found[first.statistic.id].statistic.status is FactStatus.REJECTED
    assert found[second.statistic.id].statistic.subject == "灯具行业"
    assert found[second.statistic.id].place.quote == "次年的灯具市场规模达到 350 亿元 。"
    states = {one.edit.id: one.edit.state for one in reading(library, identity).edits}
    assert states[undone.id] is RepairState.UNDONE
    assert reading(library, identity).text.endswith("350 亿元 。")
    assert check(library).findings == ()


def test_that_a_text_pasted_twice_is_taken_in_once(library: Library) -> None:
    first = import_text(library, "摘抄", article("陶瓷")).sources[0]
    again = import_text(library, "摘抄", article("陶瓷")).sources[0]
    assert (again.status, [one.id for one in again.articles]) == ("same", [one.id for one in first.articles])


def test_that_corrected_metadata_stay_when_the_file_is_updated(library: Library, tmp_path: Path) -> None:
    def stated(date: str, text: str) -> str:
        return f"---\ntitle: 灯具观察\nauthor: 佚名\ndate: {date}\n---\n\n# 灯具观察\n\n{text}"

    path = write(tmp_path / "报告.md", stated("2018-01-01", article("灯具")))
    identity = import_paths(library, [path]).sources[0].articles[0].id
    found = reading(library, identity).summary.metadata
    set_record(library, [identity], {"author": "张三", "publisher": "灯具出版社"})
    write(path, stated("2019-09-09", article("灯具") + "\n补记一句。\n"))
    (source,) = import_paths(library, [path]).sources
    assert (source.status, source.articles[0].id) == ("updated", identity)
    assert reading(library, identity).summary.metadata == replace(
        found, author="张三", publisher="灯具出版社", date="2019-09-09"
    )
    set_record(library, [identity], {"author": "", "publisher": ""})
    assert reading(library, identity).summary.metadata == replace(found, date="2019-09-09")


def test_that_a_file_changed_back_is_the_article_it_was(library: Library, tmp_path: Path) -> None:
    path = write(tmp_path / "报告.txt", article("灯具") + "后来又补了一句话。\n")
    identity = import_paths(library, [path]).sources[0].articles[0].id
    start = reading(library, identity).text.index("又补了一句")
    annotate(library, identity, Span(start, start + 5), note="记")
    for tail in ("", "另有说明。\n", "后来又补了一句话。\n"):
        write(path, article("灯具") + tail)
        assert import_paths(library, [path]).sources[0].articles[0].id == identity
    (note,) = list_annotations(library)
    assert note.place is not None
    assert note.place.quote == "又补了一句"
    assert check(library).findings == ()


@pytest.mark.parametrize(
    ("name", "text", "tongue"),
    [
        ("a", "# IDC Report\n\n三月赶集的人多了两成，镇上的铺子添了三家，街坊说生意好做了。\n", "zh-CN"),
        ("c", "# IDC Report\n\nMore people came in March, and three shops were added to the town.\n", "en"),
        ("d", "三月赶集的人多了两成，镇上的铺子添了三家，街坊说生意好做了。\n", "zh-CN"),
    ],
)
def test_that_a_chinese_text_with_a_latin_title_is_chinese(
    library: Library, tmp_path: Path, name: str, text: str, tongue: str
) -> None:
    made = tmp_path / f"text-{name}.md"
    made.write_text(text, encoding="utf-8")
    import_paths(library, [made])
    [article] = [one for one in list_articles(library) if one.path.endswith(made.name)]
    assert item_of(article, library.store.records.get(article.id))["language"] == tongue


def test_that_a_chinese_text_is_not_in_the_language_of_its_program(library: Library, tmp_path: Path) -> None:
    core = '<c xmlns:d="http://purl.org/dc/elements/1.1/"><d:language>en-US</d:language></c>'
    for name, words in (("月报", "三月赶集的人多了两成。"), ("monthly", "More people came in March.")):
        made = tmp_path / f"{name}.docx"
        made.write_bytes(docx(paragraph(words)))
        with zipfile.ZipFile(made, "a") as file:
            file.writestr("docProps/core.xml", core)
        import_paths(library, [made])
    told = {Path(one.path).stem: library.store.records.get(one.id) for one in list_articles(library)}
    stated = {name: "language" in record.origins for name, record in told.items() if record is not None}
    assert {name: stated[name] for name in ("月报", "monthly")} == {"月报": False, "monthly": True}
