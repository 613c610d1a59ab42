"""A figure that was hardly read for sure says so until somebody decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.library.facts.statistics import statistics
from corpus.model.statistic import FactStatus
from desktop.wording.words import is_doubtful

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


@pytest.mark.parametrize(
    ("confidence", "status", "warned"),
    [
        (0.3, FactStatus.EXTRACTED, True),
        (0.3, FactStatus.CONFIRMED, False),
        (0.6, FactStatus.EXTRACTED, False),
    ],
)
def test_a_figure_hardly_read_for_sure_says_so_until_somebody_decides(
    pages: Pages, confidence: float, status: FactStatus, warned: bool
) -> None:
    figure = statistics(pages.context.library)[0].statistic
    assert is_doubtful(replace(figure, confidence=confidence, status=status)) is warned
