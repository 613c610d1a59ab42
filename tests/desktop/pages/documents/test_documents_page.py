from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from corpus.library.intake.importing import import_text
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import (
    add_collection,
    all_tags,
    collections,
    delete_for_good,
    put_into,
    set_tags,
    trash,
)
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.collection import Scope, ScopeKind
from corpus.store.database.totals import LibraryTotals, Total
from desktop.operations import articles
from desktop.pages.documents import DocumentsPage, article_list
from desktop.pages.documents.columns import ids_of
from desktop.pages.documents.details_sheet import DetailsSheet
from desktop.pages.documents.library_tree import LibraryTree
from desktop.pages.documents.menus import article_menu, shelf_menu
from desktop.pages.documents.places import Shelves
from desktop.pages.documents.record_values import read_values
from desktop.services.targets import DocumentsTarget, PlaceKind, ReaderTarget, ShelfPlace
from desktop.theme import ThemeManager
from desktop.wording.ordering import pinyin_key, sounds_like
from tests.desktop.lane import perform

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.desktop.pages.conftest import Pages


def rows(page: DocumentsPage) -> list[ArticleSummary]:
    """Return the articles listed; there are fewer than are read at once."""
    model = page.articles.model
    found = [model.row_at(model.index(place, 0)) for place in range(model.rowCount())]
    return [one for one in found if one is not None]


def titles(page: DocumentsPage) -> list[str]:
    return [one.title for one in rows(page)]


def test_chinese_sorts_and_is_found_by_its_sound() -> None:
    assert sorted(["重庆", "安徽", "京东", "Apple"], key=pinyin_key) == ["安徽", "Apple", "重庆", "京东"]
    assert sounds_like("pdd", "拼多多")
    assert sounds_like("duoduo", "拼多多")
    assert sounds_like("多多", "拼多多")
    assert not sounds_like("jd", "拼多多")


def test_the_articles_of_the_pack_are_listed_sorted_and_opened(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    QAbstractItemModelTester(page.articles.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pages.do(lambda: page.articles.table.sortByColumn(1, Qt.SortOrder.AscendingOrder))
    assert titles(page) == sorted(titles(page), key=pinyin_key)
    page.articles.table.choose_row(2)
    QTest.keyClick(page.articles.table, Qt.Key.Key_Return)
    assert pages.gone[-1] == ReaderTarget(article=rows(page)[2].id)


def test_a_filter_finds_titles_by_their_sound(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    page.articles.field.setText("pinduoduo")
    pages.do(lambda: page.articles.field.submitted.emit("pinduoduo"))
    assert titles(page)
    assert all("拼多多" in title for title in titles(page))
    page.articles.field.setText("没有这样的标题")
    pages.do(lambda: page.articles.field.submitted.emit("没有这样的标题"))
    assert page.articles.stack.currentWidget() is page.articles.empty
    pages.do(page.articles.empty.button.click)
    assert page.articles.stack.currentWidget() is page.articles.table


def test_the_list_is_narrowed_to_types_and_years_which_are_counted_where_they_are_opened(
    pages: Pages,
) -> None:
    import_text(pages.context.library, "县域快递一日一送", "镇上到村里的快递改为每天一趟。")
    page = pages.open(DocumentsPage)
    listed, button = page.articles, page.articles.facets.buttons["kinds"]
    every = len(rows(page))
    pages.do(button.open)
    assert button.popover is not None
    offered = {row.title: int(row.side) for row in button.popover.model.rows}
    assert sum(offered.values()) == every
    assert offered["综述"] == sum(one.kind == "综述" for one in rows(page))

    field = button.popover.field
    field.setText("综述")
    pages.do(lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    assert {one.kind for one in rows(page)} == {"综述"}
    assert listed.count.text() == f"{offered['综述']} 篇"
    kept = page.state()

    years = listed.facets.buttons["years"]
    pages.do(years.open)
    assert years.popover is not None
    assert sum(int(row.side) for row in years.popover.model.rows) == offered["综述"]
    years.popover.close()

    pages.do(lambda: page.show_target(DocumentsTarget(ShelfPlace(PlaceKind.MINE))))
    assert titles(page) == ["县域快递一日一送"]
    assert not listed.filtered
    pages.do(lambda: page.restore(kept))
    assert {one.kind for one in rows(page)} == {"综述"}
    assert "综述" in button.text()


def test_a_list_narrowed_to_nothing_says_so_and_lets_everything_pass_again(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    page.articles.facets.choose({"kinds": ["patent"]})
    pages.do(page.articles.show_rows)
    assert page.articles.stack.currentWidget() is page.articles.empty
    pages.do(page.articles.empty.button.click)
    assert page.articles.stack.currentWidget() is page.articles.table
    assert not page.articles.facets.narrowed


def test_trash_and_restore_with_undo(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    before = len(rows(page))
    page.articles.table.selectRow(0)
    gone = page.articles.chosen()[0]
    pages.do(page.article_actions.delete_chosen)
    assert len(rows(page)) == before - 1
    assert pages.context.notices.latest is not None
    assert pages.context.notices.latest.action is not None
    pages.do(pages.context.notices.latest.action)
    assert len(rows(page)) == before
    assert [one.id for one in page.articles.chosen()] == [gone.id]
    pages.do(pages.context.operations.redo)
    pages.do(lambda: page.shelf.choose(ShelfPlace(PlaceKind.TRASH)))
    assert [one.id for one in rows(page)] == [gone.id]
    page.articles.table.selectRow(0)
    pages.do(lambda: perform(pages.context, articles.restore(page.articles.chosen())))
    assert rows(page) == []
    assert gone.id in [one.id for one in list_articles(pages.context.library)]


def test_deleting_for_good_asks_first_in_its_place(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    page.articles.table.selectRow(0)
    gone = page.articles.chosen()[0].id
    pages.do(page.article_actions.delete_chosen)
    pages.do(lambda: page.shelf.choose(ShelfPlace(PlaceKind.TRASH)))
    page.articles.table.selectRow(0)
    page.article_actions.delete_chosen()
    assert page.articles.question.isVisible()
    page.articles.question.no.click()
    assert [one.id for one in list_articles(pages.context.library, trashed=True)] == [gone]
    page.article_actions.delete_chosen()
    pages.do(page.articles.question.yes.click)
    assert list_articles(pages.context.library, trashed=True) == ()


def test_articles_deleted_while_their_details_are_asked_for_are_no_trouble(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    pages.settle()
    gone = [one.id for one in rows(page)[:2]]
    trash(pages.context.library, gone)
    delete_for_good(pages.context.library, gone)
    page.articles.table.selectRow(0)
    pages.settle()
    assert pages.context.notices.latest is None
    assert not {one.id for one in rows(page)} & set(gone)
    assert read_values(pages.context.library, [*gone, rows(page)[0].id]).ids == (rows(page)[0].id,)


def test_tags_state_star_and_metadata_are_kept_and_taken_back(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    page.articles.table.selectRow(0)
    pages.settle()
    chosen = page.articles.chosen()[0]
    page.details.sheet.tag_field.setText("必读、方法")
    pages.do(page.details.sheet.tag_field.returnPressed.emit)
    assert all_tags(pages.context.library) == (("必读", 1), ("方法", 1))
    pages.do(lambda: page.details.state_changed.emit(ReadState.READ))
    page.details.fields["author"].setText("某人")
    pages.do(page.details.fields["author"].editingFinished.emit)
    pages.do(lambda: perform(pages.context, articles.switch_star(page.articles.chosen())))
    now = next(one for one in rows(page) if one.id == chosen.id)
    assert (now.tags, now.read_state, now.metadata.author, now.star) == (
        ("必读", "方法"),
        ReadState.READ,
        "某人",
        True,
    )
    for _step in range(4):
        pages.do(pages.context.operations.undo)
    back = next(one for one in rows(page) if one.id == chosen.id)
    assert (back.tags, back.read_state, back.metadata, back.star) == (
        chosen.tags, chosen.read_state, chosen.metadata, chosen.star,
    )  # fmt: skip


def test_collections_nest_take_articles_and_come_back_with_them(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    library = pages.context.library
    made = add_collection(library, "论文")
    child = add_collection(library, "第二章", made.id)
    ids = [one.id for one in rows(page)[:3]]
    pages.settle()
    dragged = page.articles.model.mimeData([page.articles.model.index(n, 0) for n in range(3)])
    assert ids_of(dragged) == ids
    pages.do(lambda: page.shelf.dropped.emit(child.id, ids))
    pages.do(lambda: page.shelf.choose(ShelfPlace(PlaceKind.COLLECTION, made.id)))
    assert [one.id for one in rows(page)] == ids
    pages.do(lambda: page.shelf.renamed.emit(child.id, "第三章"))
    renamed = next(one for one in collections(library) if one.id == child.id)
    assert (renamed.name, renamed.parent, renamed.count) == ("第三章", made.id, 3)
    pages.do(lambda: page.collection_actions.delete_collection(renamed))
    assert [one.id for one in collections(library)] == [made.id]
    pages.do(pages.context.operations.undo)
    assert renamed in collections(library)


def test_a_new_collection_is_there_at_once_and_named_in_the_tree(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    pages.do(page.new_button.click)
    assert [one.name for one in collections(pages.context.library)] == ["新课题"]
    assert page.articles.place.kind is PlaceKind.COLLECTION


def test_imported_articles_appear_and_the_scope_narrows_the_list(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    pages.do(lambda: import_text(pages.context.library, "我的笔记", "2019年市场规模为340亿元。"))
    assert "我的笔记" in titles(page)
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert titles(page) == ["我的笔记"]


def test_the_menus_offer_what_can_be_done(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    group = add_collection(pages.context.library, "论文")
    put_into(pages.context.library, group.id, [rows(page)[0].id])
    pages.settle()
    page.articles.table.selectRow(0)
    offered = [
        action.text()
        for action in article_menu(
            page.article_actions, page.collection_actions, page.articles.chosen()
        ).actions()
        if action.text()
    ]
    assert offered == [
        "阅读",
        "阅读状态",
        "加星标",
        "归入课题",
        "加入文稿（引用）",
        "复制链接",
        "编辑标签",
        "填写著录",
        "移入回收站",
    ]
    place = ShelfPlace(PlaceKind.COLLECTION, group.id)
    assert [action.text() for action in shelf_menu(page.collection_actions, place).actions() if action.text()] == [
        "重命名", "新建下级课题", "存为资料包…", "删除课题", "新建课题", "整个窗口只看这一部分",
    ]  # fmt: skip


def test_coming_back_finds_the_place_and_the_article_chosen(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    pages.do(lambda: page.shelf.choose(ShelfPlace(PlaceKind.PACK)))
    page.articles.table.selectRow(4)
    chosen = page.articles.chosen()[0].id
    page.article_actions.open_chosen()
    pages.do(lambda: page.shelf.choose(ShelfPlace(PlaceKind.MINE)))
    pages.context.navigator.back()
    pages.settle()
    assert page.articles.place == ShelfPlace(PlaceKind.PACK)
    assert [one.id for one in page.articles.chosen()] == [chosen]


def test_that_no_count_in_the_tree_is_cut(theme: ThemeManager, qtbot: QtBot) -> None:
    tree = LibraryTree(theme)
    qtbot.addWidget(tree)
    tree.resize(220, 400)
    many = Total(articles=1_234_567, starred=88_888)
    tree.show_shelves(Shelves(LibraryTotals(many, Total(), many), tags=(("要点", 10_000),)))
    tree.show()
    counts = [item.text(1) for item in tree._items.values() if item.text(1)]
    assert "1,234,567" in counts
    for text in counts:
        assert tree.fontMetrics().horizontalAdvance(text) + 8 <= tree.columnWidth(1)


def test_an_article_is_shown_beside_the_list_where_a_person_has_chosen_none(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    pages.qtbot.waitUntil(lambda: page.details.article is not None)
    assert page.details.article == rows(page)[0]
    page.articles.table.clearSelection()
    page.articles.field.setText("电商")
    page.articles.field.edited.emit("电商")
    pages.settle()
    assert page.articles.table.rows_chosen() == []


def test_a_column_is_shown_once_an_article_listed_has_something_in_it(pages: Pages) -> None:
    pages.stack.resize(1920, 900)
    pages.stack.show()
    page = pages.open(DocumentsPage)

    def shown() -> set[str]:
        table = page.articles.table
        return {
            one.key for number, one in enumerate(table.list_model.columns) if not table.isColumnHidden(number)
        }

    assert {"title", "date", "figures"} <= shown()
    # All are of one publisher and came on one day: that tells none from another.
    assert not {"tags", "notes", "publisher", "added"} & shown()
    library, article = pages.context.library, rows(page)[0].id
    pages.do(lambda: set_tags(library, article, ("必读",)))
    pages.do(lambda: page.articles.show_rows(anew=True))
    assert "tags" in shown()
    pages.do(lambda: set_tags(library, article, ()))
    pages.do(lambda: page.articles.model.sort(5, Qt.SortOrder.AscendingOrder))
    assert page.articles.model.order[0] == "tags"
    assert "tags" in shown()


def test_the_fields_beside_the_list_are_made_before_an_article_is_shown_in_them(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_list, "FIRST_AFTER_MS", 10**8)
    page = pages.open(DocumentsPage)
    pages.qtbot.waitUntil(lambda: bool(page.details.findChildren(DetailsSheet)))
    assert page.details.sheet.isHidden()
    assert page.details.article is None
    pages.do(lambda: page.articles.table.choose_row(0))
    pages.qtbot.waitUntil(lambda: page.details.article is not None)
    assert page.details.findChildren(DetailsSheet) == [page.details.sheet]
    assert page.details.sheet.isVisible()


def test_every_place_of_the_tree_lists_as_many_articles_as_its_number_says(pages: Pages) -> None:
    library = pages.context.library
    ids = [
        import_text(library, name, f"{name}\n2018年，全镇零售额达到150万元。").sources[0].articles[0].id
        for name in ("渡口", "码头", "桥", "堤")
    ]
    outer = add_collection(library, "外").id
    inner, other = add_collection(library, "里", outer).id, add_collection(library, "另", outer).id
    for shelf, some in ((inner, ids[:2]), (other, ids[1:3])):
        put_into(library, shelf, some)
    set_tags(library, ids[0], ["重点"])
    trash(library, ids[3:])
    page = pages.open(DocumentsPage)
    numbers = {place: item.text(1) for place, item in page.shelf._items.items()}
    assert numbers[ShelfPlace(PlaceKind.COLLECTION, outer)] == "3"
    for place, number in numbers.items():
        pages.do(lambda place=place: page.shelf.chosen.emit(place))  # type: ignore[misc]  # mypy knows no default of a lambda
        assert page.articles.model.rowCount() == int(number.replace(",", "") or 0), place


def test_f2_goes_to_the_title_of_the_article_chosen(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    page.articles.table.choose_row(0)
    pages.qtbot.waitUntil(lambda: "title" in page.details.fields)
    page.articles.table.setFocus()
    QTest.keyClick(page.articles.table, Qt.Key.Key_F2)
    assert page.window().focusWidget() is page.details.fields["title"]
