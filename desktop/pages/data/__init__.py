"""统计数据: every figure of the library, each with its sentence.

- ``page`` arranges ``bar`` and ``filters``, the list (``figure_list``, ``listing``, ``columns``), and what is looked at
  (``detail`` with ``shown_figure``, ``inherited``, ``origin_list``, ``contradiction``; ``several``).
- Side by side: ``compared``, ``matrix_pane`` with ``matrix_model`` and ``matrix_names``, ``chart_pane``. One after the
  other: ``review``.
- What is done: ``figure_actions``, ``chosen_figures``, ``figure_export``, ``saving``.
"""

from __future__ import annotations

from desktop.pages.data.page import DataPage

__all__ = ["DataPage"]
