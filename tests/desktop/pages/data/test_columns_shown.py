"""Which columns of figures a page of some width shows, and how its room is shared out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library.facts.statistics import count_figures, figure_ids, spare_fields
from corpus.library.intake.importing import import_paths
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureCounts, FigureQuery
from corpus.store.facts.figures import Figures
from desktop.pages.data import DataPage
from desktop.widgets.tables.listing import PAGE

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

NOISY = Path(__file__).resolve().parents[4] / "resources" / "samples" / "noisy-page.txt"


def test_a_narrow_page_names_the_article_and_a_wide_one_quotes_the_sentence(pages: Pages) -> None:
    page = pages.open(DataPage)
    table, columns = page.figures.table, page.figures.model.columns
    places = {one.key: section for section, one in enumerate(columns)}
    assert not table.isColumnHidden(places["article"])
    assert table.isColumnHidden(places["sentence"])
    # What is measured is read before whose text it is: 网上… tells nothing.
    assert table.columnWidth(places["metric"]) >= 2 * table.columnWidth(places["region"])
    pages.do(lambda: pages.stack.resize(1856, 960))
    pages.qtbot.waitUntil(
        lambda: sum(table.columnWidth(one) for one in range(len(columns))) == table.viewport().width()
    )
    assert not table.isColumnHidden(places["sentence"])
    metrics = {row.statistic.metric for row in filter(None, (page.figures.model.row_at(page.figures.model.index(n, 0))
               for n in range(30)))}  # fmt: skip
    whole = max(table.fit.room_for(one, table.font()) for one in metrics)
    assert table.columnWidth(places["metric"]) <= max(whole, 160)
    row = page.figures.model.row_at(page.figures.model.index(0, 0))
    assert row is not None
    assert columns[places["sentence"]].text(row) in row.quote.replace("\n", " ")


def shown(page: DataPage) -> set[str]:
    table = page.figures.table
    return {one.key for n, one in enumerate(page.figures.model.columns) if not table.isColumnHidden(n)}


@pytest.fixture
def page(pages: Pages) -> DataPage:
    """Open the page on more figures than are at hand at once."""
    import_paths(pages.context.library, [NOISY])
    return pages.open(DataPage)


def test_a_long_list_hides_what_is_empty_in_all_of_it_and_nothing_else(pages: Pages, page: DataPage) -> None:
    library = pages.context.library
    assert page.figures.model.rowCount() > PAGE
    assert {"region", "subject", "change"} <= shown(page)
    with library.store.transaction(Changes(facts=frozenset())):
        library.store.figures._database.run("UPDATE figures SET region = '', change_direction = NULL")
    pages.do(lambda: page.refresh(None))
    assert shown(page) & {"region", "subject", "change"} == {"subject"}
    assert spare_fields(library, page.query(), count_figures(library, page.query()).total) >= {
        "region",
        "change",
    }
    pages.context.settings.put("data/columns", "metric region value")
    pages.do(lambda: page.refresh(None))
    assert "region" in shown(page)  # it was chosen


def test_that_the_figures_of_a_long_list_are_counted_once(
    pages: Pages, page: DataPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[FigureQuery] = []
    count = Figures.count

    def noted(figures: Figures, query: FigureQuery) -> FigureCounts:
        counted.append(query)
        return count(figures, query)

    monkeypatch.setattr(Figures, "count", noted)
    pages.do(lambda: page.refresh(None))
    assert counted.count(page.query()) == 1


def test_a_list_hides_what_a_row_or_two_of_it_tell(pages: Pages, page: DataPage) -> None:
    library = pages.context.library
    pages.do(lambda: pages.stack.resize(1856, 960))
    assert "source" in shown(page)
    for kept, there in ((1, False), (count_figures(library, page.query()).total // 10, True)):
        listed = figure_ids(library, page.query())
        with library.store.transaction(Changes(facts=frozenset())):
            run = library.store.figures._database.run
            run("UPDATE figures SET source = ''")
            for one in listed[:kept]:
                run("UPDATE figures SET source = ? WHERE id = ?", "商务部", one)
        pages.do(lambda: page.refresh(None))
        assert ("source" in shown(page)) is there


def test_a_list_opened_near_its_end_tells_of_all_its_rows(pages: Pages, page: DataPage) -> None:
    library = pages.context.library
    told, columns = page.count.text(), shown(page)
    counts = count_figures(library, page.query())
    assert str(counts.disputed) in told
    last = figure_ids(library, page.query())[-1]
    pages.do(lambda: page.figures.table.choose_ids([last]))
    pages.do(lambda: page.refresh(None))
    pages.open(DataPage, figure=last)
    assert page.figures.model.place_of(last) == counts.total - 1
    assert page.count.text() == told
    assert shown(page) == columns
