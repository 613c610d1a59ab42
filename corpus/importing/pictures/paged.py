"""Pictures set on pages of their own, one each, so that they are drawn, tiled and boxed like the pages of a PDF."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Final

from corpus.importing.pictures.stream import FilePicture
from corpus.importing.pictures.svg import plain_svg

_POINTS: Final = 0.75
"""Points a pixel of a screen has."""
_WIDEST, _NARROWEST = 900.0, 240.0
"""A page's width in points: a photograph is made smaller, a stamp larger, so that all can be read."""


def paged(pictures: Sequence[FilePicture]) -> bytes:
    """Return a PDF with one page a picture; ValueError where there is none.

    A picture that cannot be drawn is an empty page, so that the numbers of the others stay.
    """
    import typst

    if not pictures:
        raise ValueError("no_pictures")
    try:
        return _compiled(pictures, set())
    except (typst.TypstError, RuntimeError):
        broken = {number for number, one in enumerate(pictures) if not can_be_drawn(one)}
        return _compiled(pictures, broken)


def can_be_drawn(picture: FilePicture) -> bool:
    """Tell whether all of a picture can be drawn; one cut off or damaged cannot."""
    import typst

    try:
        _compiled((picture,), set())
    except (typst.TypstError, RuntimeError):
        return False
    return True


def _compiled(pictures: Sequence[FilePicture], broken: set[int]) -> bytes:
    import typst

    pages = []
    lettered = any(one.kind == "svg" for one in pictures)
    for number, one in enumerate(pictures):
        width = min(max(one.width * _POINTS, _NARROWEST), _WIDEST)
        size = f"width: {width:g}pt, height: {width * one.height / one.width:g}pt"
        drawn = f'#image(bytes("{_framed(one)}"), format: "svg", width: 100%, height: 100%)'
        pages.append(f"#page({size}, margin: 0pt)[{'' if number in broken else drawn}]")
    return bytes(
        typst.compile("\n".join(pages).encode("ascii"), format="pdf", ignore_system_fonts=not lettered)
    )


def _framed(one: FilePicture) -> str:
    """Return a picture framed as SVG, its quotation marks escaped: what stands in a source has to be text."""
    svg = one.kind == "svg"
    data = base64.b64encode(plain_svg(one.data) if svg else one.data).decode("ascii")
    kind = "svg+xml" if svg else one.kind
    size = f'width="{one.width}" height="{one.height}"'
    framed = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} '
        f'viewBox="0 0 {one.width} {one.height}">'
        f'<image {size} xlink:href="data:image/{kind};base64,{data}"/></svg>'
    )
    return framed.replace('"', '\\"')
