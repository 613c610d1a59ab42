from __future__ import annotations

from pathlib import Path

from corpus.language import sentence_of
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.intake.files.wishes import Wishes
from corpus.library.intake.importing import import_bytes, import_paths
from tests.corpus.importing.making import docx, epub, paragraph


def test_files_of_many_kinds_come_in_and_every_other_one_is_named(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "a.docx").write_bytes(docx(paragraph("布市月报") + paragraph("今年的布比去年多。")))
    (folder / "b.epub").write_bytes(epub({"a": "<p>甲地的集市热闹。</p>"}))
    (folder / "c.md").write_text("---\ntags: [粮]\n---\n# 粮行\n\n粮价没有涨。", encoding="utf-8")
    (folder / "d.docx").write_bytes(b"PK\x03\x04")
    (folder / "e.caj").write_bytes(b"CAJ")
    (folder / "f.png").write_bytes(b"\x89PNG")
    report = import_paths(library, [folder])
    assert [(Path(one.path).name, one.status) for one in report.sources] == [
        ("a.docx", "added"), ("b.epub", "added"), ("c.md", "added"), ("d.docx", "failed"),
    ]  # fmt: skip
    told = shapes.import_report(report, sentence_of)
    left = {Path(path).name: one["error"] for one in told["passed_over"] for path in one["paths"]}
    assert set(left) == {"e.caj", "f.png"}
    assert "PDF" in left["e.caj"]["message"]
    assert told["sources"][3]["error"]["kind"] == "damaged"
    (article,) = report.sources[2].articles
    assert library.store.articles.of([article.id])[0].tags == ("粮",)


def test_standard_input_tells_its_kind_and_takes_a_title_and_an_encoding(library: Library) -> None:
    report = import_bytes(library, epub({"a": "<p>甲地的集市热闹。</p>"}))
    assert report.sources[0].articles[0].title == "集市见闻"
    text = "今年的布比去年多。".encode("big5")
    (outcome,) = import_bytes(library, text, wishes=Wishes("big5", "布市")).sources
    assert library.texts.get(outcome.articles[0].id).clean == "布市\n今年的布比去年多。"


def test_the_title_is_called_what_the_repaired_line_says(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("⽂件&nbsp;管理⼿册\n先读此册，再用柜子里的东西。", encoding="utf-8")
    (article,) = import_paths(library, [path]).sources[0].articles
    ready = library.texts.get(article.id)
    assert article.title == ready.clean.partition("\n")[0] == "文件管理手册"
    assert ready.article.original.startswith("⽂件&nbsp;")


def test_a_text_encoded_twice_stands_as_it_is_with_its_repairs(library: Library, tmp_path: Path) -> None:
    text = "城里的店\n今年3月起改卖布，价钱12.5元 。\n店主说：生意比去年好；路也通了。"
    path = tmp_path / "乱.txt"
    path.write_bytes(text.encode().decode("latin-1").encode())
    (article,) = import_paths(library, [path]).sources[0].articles
    ready = library.texts.get(article.id)
    assert (article.title, ready.clean) == ("城里的店", text)
    garbled = [one for one in ready.article.edits if one.kind == "mojibake"]
    assert garbled
    assert all(ready.article.original[one.start : one.end] == one.before for one in garbled)
    assert [(one.kind, one.applied) for one in ready.article.edits if one.kind != "mojibake"] == [
        ("extra_blank", False)
    ]
