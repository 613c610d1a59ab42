"""Links of notes in every format: only addresses a person may follow without harm, whatever a note says."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from corpus.report.model import QuoteItem, Report, ReportSection
from corpus.report.writers import write

HARMFUL = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "javascript&#58;alert(1)",
    "\x01javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd",
    "jar:file:///x!/y", "view-source:javascript:1", "ms-word:ofe|u|http://x/y",
)  # fmt: skip
NOTE = "\n\n".join(
    [
        "[好](https://example.org/好)",
        *(f"[坏{n}](<{one}>)" for n, one in enumerate(HARMFUL)),
        *(f'<a href="{one}">又坏{n}</a>' for n, one in enumerate(HARMFUL)),
        *(f"![图{n}]({one})" for n, one in enumerate(HARMFUL[:2])),
        *(f"<{one}>" for one in HARMFUL if " " not in one),
        "[引][r]\n\n[r]: javascript:alert(2)",
    ]
)
SAFE = {"https", "http", "mailto", "yinde", "data"}
SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml)[;,]")
LINKING = re.compile(
    rb"""(?:(?:xlink:)?href|src)\s*=\s*["']([^"']*)["']|Target=["']([^"']*)["'][^>]*TargetMode=["']External"""
)


def addresses(path: Path) -> list[str]:
    """Return where the links of a file lead, those to its own parts too."""
    if path.suffix == ".pdf":
        return pdf_addresses(path)
    data = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            data = [package.read(name) for name in package.namelist() if not name.endswith((".ncx", ".opf"))]
    found = [next(filter(None, groups), b"").decode() for one in data for groups in LINKING.findall(one)]
    return [unescape(one) for one in found]


def pdf_addresses(path: Path) -> list[str]:
    raw = pypdfium2.raw
    found: list[str] = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            place, link = raw.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
                if size:
                    held = raw.ctypes.create_string_buffer(size)
                    raw.FPDFAction_GetURIPath(document, action, held, size)
                    found.append(held.value.decode("utf-8", "replace"))
    return found


@pytest.mark.parametrize("format_", ["html", "docx", "odt", "epub", "pdf"])
def test_no_link_of_a_note_runs_or_reads_anything(report: Report, tmp_path: Path, format_: str) -> None:
    section = ReportSection("一", 1, (QuoteItem("引文", note=NOTE, link="yinde://article/a#3-9"),))
    path = tmp_path / f"报告.{format_}"
    write(replace(report, sections=(section,)), path, format_)
    found = addresses(path)
    read = [SCHEME.match(re.sub(r"[\t\r\n]", "", one)) for one in found]  # as what follows a link reads it
    assert {one[1].lower() for one in read if one} <= SAFE
    assert [one for one in found if one.startswith("data:") and not PICTURE.match(one)] == []
    assert any(one.startswith("https://example.org/") for one in found)
