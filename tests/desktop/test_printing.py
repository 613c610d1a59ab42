from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdfium2 import raw
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles, reading
from corpus.model.article import ArticleSummary
from corpus.model.draft import DraftItem
from corpus.report.model import Report, ReportSection, TextItem
from corpus.report.writers.html import to_html
from desktop.export.export_choices import ExportSubject
from desktop.export.print_dialog import PrintDialog
from desktop.export.print_sources import of_article, of_report
from desktop.export.printed_paper import PaperChoice, PrintedDocument, put_on_paper, set_up
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.targets import (
    DataTarget,
    DraftsTarget,
    HomeTarget,
    ManualTarget,
    NotesTarget,
    ReaderTarget,
    SearchTarget,
    as_left,
)
from desktop.window.main_window import MainWindow
from tests.corpus.report.test_pictures_set import picture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RADICALS = str.maketrans("⻚⻓⻔⻢⻋⻅⻉⻛⻥⻦⻨⻩⻬⻮⻰", "页长门马车见贝风鱼鸟麦黄齐齿龙")
LONG = "<html><head><style></style></head><body>{}</body></html>"


@pytest.fixture
def article(reading_context: Context) -> ArticleSummary:
    return max(list_articles(reading_context.library), key=lambda one: (one.figures > 5, one.characters))


@pytest.fixture
def window(qtbot: QtBot, reading_context: Context) -> Iterator[MainWindow]:
    made = MainWindow(reading_context.theme, reading_context.settings)
    made.furnish(reading_context)
    bridge = ChangeBridge(reading_context.library, made)
    bridge.changed.connect(made.parts.pages.take_changes)
    qtbot.addWidget(made)
    made.resize(1280, 672)
    made.show()
    reading_context.navigator.go(HomeTarget())
    yield made
    bridge.close()


def printed(html: str, path: Path, choice: PaperChoice | None = None, title: str = "题目") -> list[str]:
    """Print a page of HTML into a PDF and return the text of its sheets."""
    choice = choice or PaperChoice()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, choice, title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    put_on_paper(PrintedDocument(html, choice), printer, title)
    return texts_of(path)


def texts_of(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    texts = [plain(page.get_textpage().get_text_bounded()) for page in pdf]
    pdf.close()
    return texts


def plain(text: str) -> str:
    """Return text without blanks; PDFs name some glyphs by the radical they look like."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


def test_an_article_is_printed_with_title_text_marks_notes_and_page_numbers(
    reading_context: Context, article: ArticleSummary, tmp_path: Path
) -> None:
    library = reading_context.library
    sentences = reading(library, article.id).sentences
    annotate(library, article.id, sentences[3], note="先核对口径", tags=("县域",))
    sheets = printed(
        of_article(library, article.id, article.title)[0].make(), tmp_path / "a.pdf", title="题目"
    )
    whole = "".join(sheets)
    assert sheets[0].startswith(plain(article.title))
    assert plain(sentences[3].of(reading(library, article.id).text)) in whole.replace("注1", "")
    assert whole.index("注1") < whole.index("先核对口径")
    assert "参考文献" in sheets[-1]
    assert [sheet.endswith(f"题目{n}/{len(sheets)}") for n, sheet in enumerate(sheets, start=1)] == [
        True
    ] * len(sheets)


def test_the_bare_text_the_notes_and_the_figures_are_offered_too(
    reading_context: Context, article: ArticleSummary, tmp_path: Path
) -> None:
    library = reading_context.library
    annotate(library, article.id, reading(library, article.id).sentences[3], note="先核对口径")
    _whole, text, notes, figures = of_article(library, article.id, article.title)
    assert "先核对口径" not in "".join(printed(text.make(), tmp_path / "t.pdf"))
    told = "".join(printed(notes.make(), tmp_path / "n.pdf"))
    assert "先核对口径" in told
    assert "在引得中打开" not in told
    assert "相关数据" in "".join(printed(figures.make(), tmp_path / "f.pdf"))


def test_larger_letters_and_smaller_paper_take_more_sheets(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    html = LONG.format("<p>网络零售额又有增长。</p>" * 150)
    usual = printed(html, tmp_path / "1.pdf")
    large = printed(html, tmp_path / "2.pdf", PaperChoice(points=14))
    small = printed(html, tmp_path / "3.pdf", PaperChoice(QPageSize.PageSizeId.A5))
    assert 1 < len(usual) < len(large)
    assert len(usual) < len(small)
    assert ["".join(sheets).count("又有增长") for sheets in (usual, large, small)] == [150] * 3


def test_a_heading_never_stands_alone_at_the_foot_of_a_sheet(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    for lines in range(24, 40):
        body = "<p>前文。</p>" * lines + "<h2>小标题</h2><p>标题下面的话。</p>" + "<p>后文。</p>" * 30
        sheets = printed(LONG.format(body), tmp_path / f"{lines}.pdf")
        assert next(sheet for sheet in sheets if "小标题" in sheet).count("标题下面的话") == 1


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("size", [(1080, 2400), (300, 160), (2000, 400)])
def test_no_sheet_cuts_a_picture(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], landscape: bool
) -> None:
    assert qapp is not None
    page = to_html(Report("题", (ReportSection("一", 1, (TextItem("前"), picture(*size), TextItem("后"))),)))
    printed(page, tmp_path / "1.pdf", PaperChoice(landscape=landscape))
    with pypdfium2.PdfDocument(tmp_path / "1.pdf") as document:
        boxes = [
            (one.get_bounds(), sheet.get_size())
            for sheet in document
            for one in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        ]
    assert len(boxes) == 1
    (left, bottom, right, top), (width, height) = boxes[0]
    assert (left >= 0, bottom >= 0, right <= width, top <= height) == (True,) * 4
    assert (top - bottom) / (right - left) == pytest.approx(size[1] / size[0], rel=0.03)


def test_only_the_pages_asked_for_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, PaperChoice(), "题目")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    html = LONG.format("<p>一段话。</p>" * 200)
    assert put_on_paper(PrintedDocument(html, PaperChoice()), printer, "题目") == 2
    sheets = texts_of(tmp_path / "a.pdf")
    assert ["2/" in sheets[0][-6:], "3/" in sheets[1][-6:]] == [True, True]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_place_that_cannot_be_written_prints_nothing(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, PaperChoice(), "题目")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有的文件夹" / "a.pdf"))
    assert put_on_paper(PrintedDocument(LONG.format("<p>话</p>"), PaperChoice()), printer, "题目") == 0


def test_the_dialog_prints_to_pdf_and_tells_where_it_is(
    window: MainWindow, qtbot: QtBot, article: ArticleSummary, tmp_path: Path
) -> None:
    context = window.context
    dialog = PrintDialog(context, of_article(context.library, article.id, article.title), window)
    dialog.open()
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    qtbot.waitUntil(lambda: dialog.preview.pageCount() > 1)
    assert dialog.number.text() == f"第 1 / {dialog.preview.pageCount()} 页"
    path = tmp_path / "我的 文章.pdf"
    with qtbot.waitSignal(dialog.destroyed):
        assert dialog.write_pdf(path)
    assert texts_of(path)[0].startswith(plain(article.title))
    notice = context.notices.latest
    assert notice is not None
    assert (notice.text, notice.action_text) == ("已打印到“我的 文章.pdf”", "打开所在文件夹")


def test_that_the_system_s_own_dialog_prints_onto_no_file_of_the_library(
    window: MainWindow, qtbot: QtBot, article: ArticleSummary, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = window.context
    database = context.library.root / "library.db"

    def agreed(asked: QPrintDialog) -> bool:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(database))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", agreed)
    dialog = PrintDialog(context, of_article(context.library, article.id, article.title), window)
    dialog.open()
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    dialog.print_button.setEnabled(True)
    dialog.print_button.click()
    assert database.read_bytes().startswith(b"SQLite format 3")
    assert context.notices.latest is not None
    assert "文库自己的文件" in context.notices.latest.text
    dialog.reject()


def test_without_a_printer_there_is_still_the_pdf_and_it_is_said_why(
    window: MainWindow, qtbot: QtBot, article: ArticleSummary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for printers in ([], ["办公室"]):
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda printers=printers: printers)
        dialog = PrintDialog(window.context, of_article(window.context.library, article.id, "题目"), window)
        dialog.open()
        qtbot.waitUntil(dialog.pdf_button.isEnabled)
        assert dialog.print_button.isEnabled() == bool(printers)
        assert ("可以打印到 PDF" in dialog.told.text()) != bool(printers)
        dialog.reject()


def test_nothing_can_be_printed_where_there_is_nothing_and_it_is_said(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = PrintDialog(
        window.context, (of_report(window.context.library, ExportSubject("annotations", "批注")),), window
    )
    dialog.open()
    qtbot.waitUntil(lambda: "没有可以导出的内容" in dialog.told.text())
    assert not dialog.pdf_button.isEnabled()
    dialog.reject()


def test_each_page_prints_what_it_shows_and_the_others_say_why_not(
    window: MainWindow, qtbot: QtBot, article: ArticleSummary
) -> None:
    context, registry = window.context, window.parts.registry
    library = context.library

    def titles() -> list[str]:
        page = window.parts.pages.current
        return [one.title for one in page.print_sources()] if page is not None else []

    for empty in ("home", "documents", "trends", "platforms", "notes", "drafts"):
        context.navigator.go(as_left(empty))
        qtbot.waitUntil(lambda: context.at_rest)
        assert titles() == [], empty
        assert not registry.trigger("print")
    print_action = next(one for one in registry.actions if one.key == "print")
    assert print_action.why.startswith("这里没有可以打印的")
    note = annotate(library, article.id, reading(library, article.id).sentences[3], note="记")
    draft = new_draft(library, "我的文稿", "free", (DraftItem("annotation", note.annotation.id),))
    wanted = (
        (NotesTarget(), "批注"),
        (DraftsTarget(draft=draft.id), "我的文稿"),
        (DataTarget(), "统计数据"),
        (SearchTarget(text="电商"), "电商"),
        (ManualTarget(chapter="keys"), "快捷键"),
        (ReaderTarget(article=article.id), article.title),
    )
    for target, title in wanted:
        context.navigator.go(target)
        qtbot.waitUntil(lambda title=title: titles()[:1] == [title])  # type: ignore[misc]
        assert window.parts.dialogs.can_print()
