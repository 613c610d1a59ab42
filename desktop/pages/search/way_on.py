"""What a search that found nothing leads to: one sentence why, and one other search that may find something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.language import translate as _
from corpus.library.finding.search import Facets, SearchRequest
from corpus.model.collection import EVERYTHING
from desktop.wording.shortening import shortened
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_WILD: Final = LazyPattern(r"[*\uff0a]+|\?(?=\w)")
_QUOTES: Final = LazyPattern(r"[\"\u201c-\u201f\uff02]+")


@dataclass(frozen=True, slots=True)
class WayOn:
    """What is said where nothing was found, what the button below says, and the search it makes."""

    sentence: str
    action: str
    request: SearchRequest


def way_on(asked: SearchRequest) -> WayOn:
    """Return the way on from a search without an answer: what narrows it is let go of first, then signs in it."""
    text = shortened(asked.text)
    if asked.facets != Facets():
        return WayOn(_("没有找到“{text}”。", text=text), _("取消筛选"), replace(asked, facets=Facets()))
    if asked.scope != EVERYTHING:
        told = _("在现在看的这部分文献里没有找到“{text}”。", text=text)
        return WayOn(told, _("在全部文献里找"), replace(asked, scope=EVERYTHING))
    pattern = asked.text.startswith("/")
    wild = not pattern and bool(_WILD.search(asked.text) and _HAN.search(asked.text))
    plain = " ".join(_QUOTES.sub(" ", _WILD.sub(" ", asked.text) if wild else asked.text).split())
    if plain != asked.text and any(map(str.isalnum, plain)):
        told = _("没有一字不差的“{text}”。", text=shortened(plain))
        if wild:
            told = _("没有找到“{text}”：汉字不用通配符，* 和 ? 也照原样找了。", text=text)
        return WayOn(told, _("改找“{text}”", text=shortened(plain)), replace(asked, text=plain, mode="auto"))
    if asked.mode == "near":
        return WayOn(_("没有与“{text}”近似的句子。", text=text), _("改用自动"), replace(asked, mode="auto"))
    return WayOn(_("没有找到“{text}”。", text=text), _("用近似方式再找"), replace(asked, mode="near"))
