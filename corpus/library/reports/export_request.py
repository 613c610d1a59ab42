"""What a person asks to be exported, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.labels import ReportLabels
from corpus.report.model import Preset


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """An export. ``what`` is annotations, statistics, hits, article, package or report (a draft).

    ``annotations`` and ``figures`` are ids, ``None`` for all of the scope; ``context`` is none, sentence, around
    (a sentence on either side) or paragraph; ``original_wording`` copies quotations as the original has them
    where wording was repaired. ``created`` is a date as printed. ``locators`` are page, paragraph (the page, or the
    number of the paragraph) or none. ``running`` puts marks right behind quotations, as papers do; ``contents`` lists
    the headings in front; ``marked`` shows in whole articles what was marked; ``reference`` is a .docx of the person's
    own, for its styles, head and foot.
    """

    format: str
    out: Path
    what: str = ""
    style: str = DEFAULT_STYLE
    rules: SchoolRules = AS_THE_EDITION
    locators: str = "page"
    preset: Preset = Preset.KEEP
    scope: Scope = EVERYTHING
    annotations: tuple[str, ...] | None = None
    figures: tuple[str, ...] | None = None
    articles: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    draft: str = ""
    query: str = ""
    mode: str = "auto"
    fold: tuple[str, ...] = ()
    synonyms: bool = True
    context: str = "none"
    original_wording: bool = True
    title: str = ""
    author: str = ""
    institution: str = ""
    course: str = ""
    signed: bool = False
    created: str = ""
    running: bool = False
    contents: bool = False
    marked: bool = True
    reference: str = ""
    labels: ReportLabels = field(default_factory=ReportLabels)

    @property
    def subject(self) -> str:
        """Return what is exported; figures where the format is a table, notes otherwise."""
        return self.what or ("statistics" if self.format in {"csv", "xlsx"} else "annotations")


def request_from(arguments: Mapping[str, Any]) -> ExportRequest:
    """Return the request that plain JSON ``arguments`` (as the window sends them to the worker) describe."""
    scope = arguments.get("scope") or {}
    plain = {key: value for key, value in arguments.items() if key in _PLAIN and value is not None}
    lists = {
        key: tuple(arguments[key]) for key in ("articles", "colours", "tags", "fold") if arguments.get(key)
    }
    chosen = {
        key: None if arguments[key] is None else tuple(arguments[key])
        for key in ("annotations", "figures")
        if key in arguments
    }
    request = ExportRequest(format=arguments["format"], out=Path(arguments["out"]))
    return replace(
        request,
        **{**plain, **lists, **chosen},
        preset=Preset(arguments.get("preset", Preset.KEEP)),
        scope=Scope(ScopeKind(scope.get("kind", "all")), scope.get("collection", "")),
        rules=SchoolRules(**(arguments.get("rules") or {})),
        labels=ReportLabels(**(arguments.get("labels") or {})),
    )


_PLAIN = frozenset(
    [
        "synonyms",
        "what", "style", "draft", "query", "mode", "context", "original_wording", "title", "author", "created",
        "institution", "course", "locators", "running", "contents", "marked", "reference",
        "signed",
    ]
)  # fmt: skip
