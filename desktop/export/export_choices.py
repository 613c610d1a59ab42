"""What can be chosen for an export, as tables, and the choice as a value."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from corpus.language import translate
from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.model.collection import EVERYTHING, Scope


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


FORMATS: Final[Mapping[str, str]] = {
    "docx": _("Word 文档（.docx）"),
    "pdf": _("PDF（.pdf）"),
    "html": _("网页（.html）"),
    "md": _("Markdown（.md）"),
    "obsidian": _("Obsidian 笔记（.md）"),
    "odt": _("OpenDocument（.odt）"),
    "epub": _("电子书（.epub）"),
    "xlsx": _("Excel 表格（.xlsx）"),
    "csv": _("CSV 表格（.csv）"),
    "jsonld": _("批注交换（W3C JSON-LD）"),
    "bibtex": _("参考文献（BibTeX）"),
    "ris": _("参考文献（RIS）"),
    "csljson": _("参考文献（CSL-JSON）"),
}
_FORBIDDEN: Final = frozenset('\\/:*?"<>|\n\t')
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of characters nobody sees in a name: some turn the letters behind them round."""
_DEVICES: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{kind}{n}" for kind in ("COM", "LPT") for n in range(1, 10))}
)
"""Names Windows keeps for itself, whatever stands behind their first dot."""
_LETTERS: Final = 80
_BYTES: Final = 200
"""A name may have 255, with its ending and what is written beside it."""
SUFFIXES: Final[Mapping[str, str]] = {
    "obsidian": ".md",
    "jsonld": ".jsonld",
    "bibtex": ".bib",
    "csljson": ".json",
}
_TEXTS: Final = ("docx", "pdf", "html", "md", "obsidian", "odt", "epub")
_BIBLIOGRAPHIES: Final = ("bibtex", "ris", "csljson")
FORMATS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "annotations": (*_TEXTS, "xlsx", "csv", "jsonld", *_BIBLIOGRAPHIES),
    "statistics": ("xlsx", "csv", *_TEXTS),
    "hits": (*_TEXTS, "xlsx", "csv"),
    "article": (*_TEXTS, *_BIBLIOGRAPHIES),
    "package": ("html",),
    "original": ("pdf",),
    "report": (*_TEXTS, *_BIBLIOGRAPHIES),
}
"""The formats of each subject, the usual one first."""
STYLES: Final[Mapping[str, str]] = {
    "gbt7714-2025-numeric": _("GB/T 7714—2025 顺序编码制"),
    "gbt7714-2025-author-date": _("GB/T 7714—2025 著者-出版年制"),
    "gbt7714-2025-note": _("GB/T 7714—2025 注"),
    "gbt7714-2015-numeric": _("GB/T 7714—2015 顺序编码制"),
    "gbt7714-2015-author-date": _("GB/T 7714—2015 著者-出版年制"),
    "gbt7714-2015-note": _("GB/T 7714—2015 注"),
    "apa": "APA",
    "modern-language-association": "MLA",
    "chicago-author-date": "Chicago",
    "ieee": "IEEE",
}
PRESETS: Final[Mapping[str, str]] = {"keep": _("自己留存"), "handout": _("对外提交")}
CONTEXTS: Final[Mapping[str, str]] = {
    "none": _("只有所选文字"),
    "sentence": _("所在的句子"),
    "around": _("前后各一句"),
    "paragraph": _("所在的段落"),
}


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """What is exported: ``what`` and ids as in the library's export; ``name`` is a title and file name."""

    what: str
    name: str
    annotations: tuple[str, ...] | None = None
    figures: tuple[str, ...] | None = None
    articles: tuple[str, ...] = ()
    draft: str = ""
    query: str = ""
    mode: str = "auto"
    fold: tuple[str, ...] = ()
    synonyms: bool = True
    scope: Scope = EVERYTHING
    told: str = ""
    """What it is called where one chooses between several."""
    told_by: Mapping[str, Any] = field(default_factory=dict)
    """What a draft says of its own export: arguments that hold unless something else is chosen."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What a person chose for an export."""

    format: str
    title: str
    preset: str = "keep"
    style: str = DEFAULT_STYLE
    context: str = "none"
    colours: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    author: str = ""
    reference: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


def arguments(subject: ExportSubject, choice: ExportChoice, out: str) -> dict[str, Any]:
    """Return the plain values the worker's export task takes."""
    return {
        **subject.told_by,
        "format": choice.format,
        "out": out,
        "what": subject.what,
        "style": choice.style,
        "preset": choice.preset,
        "context": choice.context,
        "colours": list(choice.colours),
        "tags": list(choice.tags),
        "annotations": None if subject.annotations is None else list(subject.annotations),
        "figures": None if subject.figures is None else list(subject.figures),
        "articles": list(subject.articles),
        "draft": subject.draft,
        "query": subject.query,
        "mode": subject.mode,
        "fold": list(subject.fold),
        "synonyms": subject.synonyms,
        "scope": {"kind": subject.scope.kind.value, "collection": subject.scope.collection},
        "title": choice.title,
        "author": choice.author,
        "reference": choice.reference,
        "created": date.today().isoformat(),  # noqa: DTZ011 - a date as people write it, where they are
        "labels": dict(choice.labels),
    }


def file_name(title: str, kind: str) -> str:
    """Return a file name for ``title`` that every system takes."""
    shown = "".join("_" if one in _FORBIDDEN else one for one in title)
    kept = "".join(one for one in shown if unicodedata.category(one) not in _UNSEEN)[:_LETTERS]
    kept = kept.encode("utf-8")[:_BYTES].decode("utf-8", "ignore").strip(". ")
    if kept.partition(".")[0].rstrip().upper() in _DEVICES:
        kept = f"_{kept}"
    return (kept or translate(_("导出"))) + SUFFIXES.get(kind, f".{kind}")
