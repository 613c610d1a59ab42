"""Files with pictures in them, made by hand."""

from __future__ import annotations

import base64
import io

from docx import Document

from corpus.library.notes.boxing import png

RED, BLUE = (40, 40, 220), (220, 60, 40)
PARAGRAPHS = (
    "第一段说的是仓库一共有三座，其中两座在城北。",
    "图1 三座仓库的位置",
    "第二段说的是车队，车队有四十辆车。",
)


def coloured(colour: tuple[int, int, int], width: int = 240, height: int = 120) -> bytes:
    """Return a picture of one colour (blue, green, red) with a motley edge as PNG."""
    edge = 4 * min(width, 8)
    rows = (bytes((7 * row * at) % 251 for at in range(edge)) for row in range(height))
    return png(b"".join(row + bytes((*colour, 0)) * (width - edge // 4) for row in rows), width, height)


def a_docx() -> bytes:
    document = Document()
    document.add_heading("仓库与车队", 1)
    document.add_paragraph(PARAGRAPHS[0])
    document.add_picture(io.BytesIO(coloured(RED)))
    document.add_paragraph(PARAGRAPHS[1])
    document.add_paragraph(PARAGRAPHS[2])
    document.add_picture(io.BytesIO(coloured(BLUE, 300, 200)))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def a_page(*, sent_along: bool = False) -> str:
    data = base64.b64encode(coloured(RED)).decode()
    tiny = base64.b64encode(coloured(BLUE, 1, 1)).decode()
    source = "https://example.invalid/a.png" if sent_along else f"data:image/png;base64,{data}"
    return (
        "<html><head><title>仓库与车队</title></head><body><article><h1>仓库与车队</h1>"
        f"<p>{PARAGRAPHS[0] * 6}</p><img src='{source}'><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2] * 6}</p>"
        f"<img src='data:image/png;base64,{tiny}'><img src='https://example.invalid/never.png'>"
        "<script>fetch('https://example.invalid')</script></article></body></html>"
    )


def an_mhtml() -> bytes:
    data = base64.b64encode(coloured(RED)).decode()
    return (
        "From: <Saved>\r\nSnapshot-Content-Location: https://example.invalid/p.html\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.invalid/p.html\r\n\r\n"
        f"{a_page(sent_along=True)}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://example.invalid/a.png\r\n\r\n{data}\r\n--b--\r\n"
    ).encode()
