"""A picture of a draft as a drawing of the report."""

from __future__ import annotations

import base64

from corpus.library.core.library import Library
from corpus.report.model import ChartItem


def picture_item(library: Library, ref: str, caption: str) -> ChartItem | None:
    """Return a picture with its caption, framed as SVG so that every writer can show it; ``None`` where it is gone."""
    found = library.store.pictures.get(ref)
    if found is None:
        return None
    data = base64.b64encode(found.data).decode("ascii")
    size = f'width="{found.width}" height="{found.height}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} '
        f'viewBox="0 0 {found.width} {found.height}">'
        f'<image {size} xlink:href="data:image/{found.kind};base64,{data}"/></svg>'
    )
    return ChartItem(svg, caption, found.data, found.kind)
