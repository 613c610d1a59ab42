"""Chinese fonts of this computer, for documents that carry their fonts with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from corpus.model.errors import YindeError

_SERIF: Final = (
    "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "STSong", "Source Han Serif CN",
    "SimSun", "NSimSun", "FangSong", "AR PL UMing CN",
)  # fmt: skip
_SANS: Final = (
    "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",
    "Source Han Sans CN", "STHeiti", "SimHei", "DengXian", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
)  # fmt: skip

_SLANTED: Final = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
_BOLD: Final = 600


@dataclass(frozen=True, slots=True)
class CjkFonts:
    """Families for text and for headings (the same where only one is there), and one for slanted Latin words.

    ``is_light``: the family of headings has no bold letters of its own.
    """

    serif: str
    sans: str
    slanted: str = ""
    is_light: bool = False


@cache
def system_fonts() -> Any:
    """Return the fonts Typst finds on this computer, looked for once."""
    import typst

    return typst.Fonts()


@cache
def find_cjk_font() -> CjkFonts:
    """Return Chinese families of this computer. Raises YindeError ``no_font`` if there is none."""
    families = set(system_fonts().families())
    serif = next((name for name in _SERIF if name in families), "")
    sans = next((name for name in _SANS if name in families), "")
    if not (serif or sans):
        raise YindeError("no_font")
    slanted = {font.family for font in system_fonts().fonts() if font.style == "italic"}
    latin = next((name for name in _SLANTED if name in slanted), serif or sans)
    bold = any(font.family == (sans or serif) and font.weight >= _BOLD for font in system_fonts().fonts())
    return CjkFonts(serif or sans, sans or serif, latin, not bold)
