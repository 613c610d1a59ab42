"""Figures copied as a table say all that their sentences say of a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from corpus.library.facts.statistics import statistics
from desktop.pages.data.figure_export import as_rows
from desktop.services.context import Context


def test_copied_rows_keep_what_stands_before_and_behind_a_number(reading_context: Context) -> None:
    view = statistics(reading_context.library)[0]
    figure = replace(view.statistic, value=Decimal(40), low=None, high=None, unit="%", direction=None)
    about = [replace(view, statistic=replace(figure, qualifier=word)) for word in ("约", "以上", "多", "")]
    head, *cells = as_rows(about)
    place = head.index("限定词")
    told = [row[place : place + 3] for row in cells]
    assert told == [["约", "40", "%"], ["以上", "40", "%"], ["多", "40", "%"], ["", "40", "%"]]
    assert "限定词" not in as_rows(about[3:])[0]
