"""PDFs in which sentences are marked, as a reader of PDFs marks them."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import raw


def mark_pdf(path: Path, sentences: Sequence[str], note: str = "") -> None:
    """Mark sentences in a PDF where they stand; the second one is underlined, the others highlighted."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        words = page.get_textpage()
        bare = words.get_text_bounded()
        plain = [n for n, sign in enumerate(bare) if not sign.isspace()]
        packed = "".join(bare[n] for n in plain)
        for number, sentence in enumerate(sentences):
            wanted = "".join(sentence.split())
            at = packed.find(wanted)
            if at < 0:
                continue
            start, end = plain[at], plain[at + len(wanted) - 1] + 1
            kind = raw.FPDF_ANNOT_UNDERLINE if number == 1 else raw.FPDF_ANNOT_HIGHLIGHT
            mark = raw.FPDFPage_CreateAnnot(page, kind)
            for box in range(words.count_rects(start, end - start)):
                left, bottom, right, top = words.get_rect(box)
                quad = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
                raw.FPDFAnnot_AppendAttachmentPoints(mark, ctypes.byref(quad))
            if note:
                told = (ctypes.c_ushort * (len(note) + 1))(*map(ord, note), 0)
                raw.FPDFAnnot_SetStringValue(mark, b"Contents", told)
            raw.FPDFPage_CloseAnnot(mark)
        words.close()
        page.close()
    made = io.BytesIO()
    document.save(made)
    document.close()
    path.write_bytes(made.getvalue())
