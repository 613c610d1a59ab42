"""Typst: pages and pictures from its markup, without the net."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font, system_fonts

_DOTS_PER_INCH: Final = 220.0


def typeset(source: str, inputs: Mapping[str, str]) -> bytes:
    """Return the PDF of a Typst source; ``inputs`` are its ``sys.inputs``. Raises YindeError ``export_failed``."""
    import typst

    try:
        made = typst.compile(
            source.encode(), font_paths=system_fonts(), format="pdf", sys_inputs=dict(inputs)
        )
    except (typst.TypstError, RuntimeError) as error:
        raise YindeError("export_failed", path="", detail="typst", told=str(error)[:300]) from error
    return bytes(made)


def picture(svg: str) -> bytes:
    """Return a drawing as PNG, its Chinese words in a font of this computer."""
    import typst

    fonts = find_cjk_font()
    source = (
        f"#set page(width: auto, height: auto, margin: 2pt)\n#set text(font: {string(fonts.sans)})\n"
        f'#image(bytes({string(svg)}), format: "svg")'
    )
    try:
        made = typst.compile(source.encode(), font_paths=system_fonts(), format="png", ppi=_DOTS_PER_INCH)
    except (typst.TypstError, RuntimeError) as error:
        raise YindeError("export_failed", path="", detail="typst", told=str(error)[:300]) from error
    return bytes(made)


def can_be_set(svg: str) -> bool:
    """Tell whether a drawing can be set: the pixels of a picture it frames may be cut off or damaged."""
    try:
        typeset(f'#image(bytes({string(svg)}), format: "svg")', {})
    except YindeError:
        return False
    return True


def string(text: str) -> str:
    """Return text as a string literal of Typst."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{quoted}"'
