"""Documents edited in LibreOffice come back: numbers, list and every word right."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from corpus.language.labels import report_labels
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import reading
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.library.reports.renewing import RenewedFile, renew_file
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.report.labels import ReportLabels
from corpus.report.round_trip.fields import fields_of
from corpus.report.round_trip.package import DOCUMENT, FOOTNOTES, Package, w
from corpus.report.round_trip.writing import text_of

PYTHON = next((one for one in ("/usr/bin/python3", "python3") if shutil.which(one)), "")
SCRIPT = Path(__file__).with_name("edited_in_libreoffice.py")
STYLES = ("gbt7714-2025-numeric", "gbt7714-2025-author-date", "gbt7714-2025-note")
DOCUMENTS = 10
PLACES = ("松溪", "竹溪", "梅溪", "兰溪", "菊溪")


@dataclass(slots=True)
class Page:
    """A document as it should stand: paragraphs by their own words, each with the article it cites (or none)."""

    style: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    edits: list[list[str]] = field(default_factory=list)
    gone: int = 0
    twice: int = 0

    def edit(self, dice: random.Random) -> None:
        """Move two paragraphs, add two, delete one, copy one with its field, write on in one."""
        for _ in range(2):
            moved, before = dice.sample(self.lines[1:], 2)
            self.lines.remove(moved)
            self.lines.insert(self.lines.index(before), moved)
            self.edits.append(["move", moved[0], before[0]])
        for number in range(2):
            behind = dice.choice(self.lines[:-1])
            words = f"我在旁边另写的第{number}句话。"
            self.lines.insert(self.lines.index(behind) + 1, (words, ""))
            self.edits.append(["add", words, behind[0]])
        gone = dice.choice([one for one in self.lines[1:] if one[1]])
        self.lines.remove(gone)
        self.edits.append(["delete", gone[0]])
        self.gone += 1
        kept = dice.choice([one for one in self.lines[1:] if one[1]])
        behind = dice.choice([one for one in self.lines if one != kept])
        self.lines.insert(self.lines.index(behind) + 1, kept)
        self.edits.append(["copy", kept[0], behind[0]])
        self.twice += 1
        own = dice.choice([one for one in self.lines if one[0].startswith("我的第")])
        self.lines[self.lines.index(own)] = (f"{own[0]}这句是后来补的。", "")
        self.edits.append(["type", own[0], "这句是后来补的。"])

    def revise(self, dice: random.Random) -> None:
        """Split a paragraph, join two of one's own, embolden a quotation, centre one, replace a word."""
        own = [one for one in self.lines if one[0].startswith("我的第")]
        cut = dice.choice(own)
        head, tail = "我的第", cut[0].removeprefix("我的第")
        at = self.lines.index(cut)
        self.lines[at : at + 1] = [(f"{head}{tail[0]}", ""), (tail[1:], "")]
        self.edits.append(["split", f"{head}{tail[0]}"])
        self.lines.insert(1, ("前一句是我的，", ""))
        self.lines.insert(2, ("后一句也是我的。", ""))
        self.edits += [
            ["add", "后一句也是我的。", self.lines[0][0]],
            ["add", "前一句是我的，", self.lines[0][0]],
        ]
        self.lines[1:3] = [("前一句是我的，后一句也是我的。", "")]
        self.edits.append(["join", "前一句是我的，"])
        cited = [one for one in self.lines if one[1]]
        self.edits.append(["form", dice.choice(cited)[0], "Bold"])
        self.edits.append(["form", dice.choice(cited)[0], "CenterPara"])
        self.edits.append(["replace", "说的是渡口", "说的是渡船"])
        self.lines = [(words.replace("说的是渡口", "说的是渡船"), article) for words, article in self.lines]

    def order(self) -> list[str]:
        return list(dict.fromkeys(article for _words, article in self.lines if article))


def bridge() -> bool:
    """Tell whether LibreOffice and its bridge are there."""
    if not shutil.which("soffice") or not PYTHON:
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def written(
    library: Library,
    style: str,
    seed: int,
    folder: Path,
    hands: Callable[[Page, random.Random], None] = Page.edit,
) -> tuple[Page, Path]:
    """Write a paper with eight quotations from five articles, words of one's own between."""
    dice = random.Random(seed)  # noqa: S311 - papers, not secrets
    page = Page(style)
    articles = {}
    for place in PLACES:
        lines = [f"{place}的第{n}处渡口在{seed}年里换过{n + 2}回船夫。" for n in range(3)]
        told = import_text(
            library, f"{place}渡口志{seed}", f"{place}渡口志{seed}\n\n" + "\n\n".join(lines) + "\n"
        )
        articles[place] = (told.sources[0].articles[0].id, lines)
    items = [DraftItem("heading", text="一、渡口")]
    page.lines.append(("一、渡口", ""))
    chosen = [(place, n) for place in PLACES for n in range(3)]
    for number, (place, n) in enumerate(dice.sample(chosen, 8)):
        own = f"我的第{number}段话，说的是渡口。"
        items.append(DraftItem("text", text=own))
        page.lines.append((own, ""))
        article, lines = articles[place]
        start = reading(library, article).text.index(lines[n])
        note = annotate(library, article, Span(start, start + len(lines[n]))).annotation
        items.append(DraftItem("annotation", note.id))
        page.lines.append((lines[n], article))
    draft = new_draft(library, f"渡口论{seed}", "free", items)
    out = folder / f"{seed}.docx"
    request = ExportRequest("docx", out, what="report", style=style, draft=draft.id, running=True)
    export(library, replace(request, labels=ReportLabels(**report_labels())))
    hands(page, dice)
    return page, out


def body_of(path: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the paragraphs of a document, each as its words and what its mark says; and the list behind them."""
    package = Package.of(path.read_bytes())
    tree = package.tree(DOCUMENT)
    notes = {}
    if FOOTNOTES in package.parts:
        notes = {
            one.get(w("id")): text_of(one).strip() for one in package.tree(FOOTNOTES).iter(w("footnote"))
        }
    held = [run for one in fields_of(tree) for run in one.shown]
    shown = {id(run) for run in held}
    lines: list[tuple[str, str]] = []
    for paragraph in tree.iter(w("p")):
        words = mark = ""
        for run in paragraph.iter(w("r")):
            text = "".join(one.text or "" for one in run.iter(w("t")))
            if id(run) in shown:
                mark += text
            else:
                words += text
            mark += "".join(notes.get(one.get(w("id")), "") for one in run.iter(w("footnoteReference")))
        if words.strip() or mark:
            lines.append((words.strip(), mark))
    heads = [number for number, (words, _mark) in enumerate(lines) if words == "参考文献"]
    cut = heads[-1] if heads else len(lines)
    return lines[:cut], [words for words, _mark in lines[cut + 1 :]]


def check(page: Page, done: RenewedFile) -> None:
    body, listed = body_of(done.out)
    told = body[1:]
    assert [words for words, _mark in told] == [words for words, _article in page.lines]
    order = page.order()
    for (words, mark), (_own, article) in zip(told, page.lines, strict=True):
        assert bool(mark) == bool(article), words
        if article and page.style.endswith("numeric"):
            assert mark == f"[{order.index(article) + 1}]"
        elif article:
            assert f"{words[:2]}渡口志" in mark
    assert len(listed) == len(order)
    if page.style.endswith("numeric"):
        assert [one.split("]")[0][1:] for one in listed] == [str(n + 1) for n in range(len(order))]
    assert len(done.missing) == page.gone
    assert len(done.copied) == page.twice
    assert done.renewed == sum(bool(article) for _words, article in page.lines)
    assert (done.edited, done.unknown, done.list_missing) == ((), (), False)


@pytest.mark.long
@pytest.mark.parametrize(("hands", "documents"), [(Page.edit, DOCUMENTS), (Page.revise, 6)])
def test_that_documents_come_back_from_libreoffice(
    library: Library, tmp_path: Path, hands: Callable[[Page, random.Random], None], documents: int
) -> None:
    if not bridge():
        pytest.skip("LibreOffice with its Python bridge is not installed")
    seeds = range(1, documents + 1)
    made = [written(library, STYLES[seed % len(STYLES)], seed, tmp_path, hands) for seed in seeds]
    jobs = [
        {"path": str(path), "out": str(path.with_suffix(".lo.docx")), "edits": page.edits}
        for page, path in made
    ]
    ran = subprocess.run(
        [PYTHON, str(SCRIPT)], input=json.dumps(jobs), text=True, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    for page, path in made:
        done = renew_file(library, path.with_suffix(".lo.docx"), path.with_suffix(".new.docx"))
        check(page, done)
