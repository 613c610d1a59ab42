"""How the room of a table is shared out among its columns."""

from __future__ import annotations

import pytest

from desktop.widgets.tables.column_fit import ColumnWish, shared_out

WHOLE = ColumnWish(90, 90, 90)
CUT = ColumnWish(56, 72, 200)
LATE = ColumnWish(56, 120, 300, late=True)
STRETCHED = ColumnWish(56, 112, 150, stretch=True)

ENDLESS = ColumnWish(56, 112, 400, stretch=True, late=True)


@pytest.mark.parametrize(
    ("room", "wishes", "widths"),
    [
        pytest.param(150, (WHOLE, CUT), [90, 60], id="what is never cut takes from the text beside it"),
        pytest.param(140, (WHOLE, CUT), [90, 56], id="a text keeps its least, though the table gets wider"),
        pytest.param(250, (WHOLE, CUT, STRETCHED), [90, 72, 88], id="all first get nearer to what is usual"),
        pytest.param(400, (CUT, LATE), [200, 200], id="a late one has the rest when others have enough"),
        pytest.param(270, (CUT, LATE), [150, 120], id="a late one is content with what is usual before that"),
        pytest.param(600, (WHOLE, CUT, STRETCHED), [90, 200, 310], id="what is left goes where it stretches"),
        pytest.param(900, (STRETCHED, ENDLESS), [150, 750], id="what is left goes to the text without end"),
    ],
)
def test_that_room_goes_where_it_is_needed_most(
    room: int, wishes: list[ColumnWish], widths: list[int]
) -> None:
    assert shared_out(room, wishes) == widths
