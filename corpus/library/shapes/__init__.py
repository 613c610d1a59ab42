"""Results as plain JSON values, in the shapes of the headless contract."""

from corpus.library.shapes.auditing import (
    audit_entry,
    audit_entry_from,
    audit_finding,
    checked_paper,
    checked_paper_from,
)
from corpus.library.shapes.drafts import draft, draft_summary
from corpus.library.shapes.figures import bare, statistic
from corpus.library.shapes.finding import annotation, concordance, platform, search_answer, trend
from corpus.library.shapes.plain import error, plain
from corpus.library.shapes.recording import record
from corpus.library.shapes.texts import article, import_report, page_numbering, repairs, source, summary

__all__ = [
    "annotation",
    "article",
    "audit_entry",
    "audit_entry_from",
    "audit_finding",
    "bare",
    "checked_paper",
    "checked_paper_from",
    "concordance",
    "draft",
    "draft_summary",
    "error",
    "import_report",
    "page_numbering",
    "plain",
    "platform",
    "record",
    "repairs",
    "search_answer",
    "source",
    "statistic",
    "summary",
    "trend",
]
