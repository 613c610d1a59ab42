"""Which columns of figures a page of some width shows, and how its room is shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.data import DataPage

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


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
