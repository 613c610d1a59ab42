"""Places that were found, in a draft: a concordance whose lines were kept when it was put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.finding.search import SearchHit
from corpus.library.notes.quoting import place_link
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.locating import locator_of
from corpus.library.reports.references import References
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.report.in_text import place_of_citation
from corpus.report.model import Cited, Group, TableItem
from corpus.text.line_signs import beside

_AROUND = 24
"""Characters on either side of a place."""


def kept_places(library: Library, query: str, hits: Iterable[SearchHit]) -> DraftItem:
    """Return places found as one block of a draft; they count in the originals, which never change."""
    told = []
    for hit in hits:
        ready = library.texts.get(hit.place.article)
        ground = ready.offsets.to_original(hit.place.span)
        told.append(f"{hit.place.article}:{ground.start}:{ground.end}")
    return DraftItem("hits", " ".join(told), query)


def found_table(
    library: Library, item: DraftItem, request: ExportRequest, references: References
) -> TableItem | None:
    """Return the lines as a table: left, keyword, right, source; ``None`` where no article is there any more."""
    labels = request.labels
    cited: list[Group] = []
    rows: list[tuple[str, ...]] = []
    for ready, ground in _places(library, item.ref):
        shown = ready.shown(ground)
        left, right = beside(ready.clean, shown, _AROUND)
        number = references.number(ready.article.id)
        link = place_link(ready.article.id, ground)
        cited.append((Cited(number, locator_of(ready, ground, request.locators), link),))
        source = f"《{ready.article.title}》{place_of_citation(len(cited) - 1)}"
        rows.append((str(len(rows) + 1), left, shown.of(ready.clean), right, source))
    if not rows:
        return None
    columns = (labels.number, labels.left, labels.key, labels.right, labels.source)
    return TableItem(columns, tuple(rows), item.text, frozenset({0, 1}), cited=tuple(cited))


def _places(library: Library, told: str) -> Iterator[tuple[ArticleText, Span]]:
    for one in told.split():
        article, start, end = (*one.rsplit(":", 2), "", "")[:3]  # another hand may have written it
        if (
            start.isdecimal()
            and end.isdecimal()
            and library.store.article_changes.change_of(article) is not None
        ):
            ready = library.texts.get(article)
            if int(start) < int(end) <= len(ready.article.original):
                yield ready, Span(int(start), int(end))
