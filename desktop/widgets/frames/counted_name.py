"""What a list is called and how many it holds, at the beginning of a line that breaks."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.frames.flow import UNBOUNDED
from desktop.widgets.frames.head_line import HeadLine
from desktop.widgets.label import TextLabel


def counted_name(name: TextLabel, count: TextLabel, parent: QWidget) -> QWidget:
    """Return a name with its count behind, which take the room their line has left."""
    ground = QWidget(parent)
    ground.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    ground.setMaximumWidth(UNBOUNDED - 1)
    row = HeadLine(ground)
    row.addWidget(name)
    row.addWidget(count)
    row.addStretch(1)
    return ground
