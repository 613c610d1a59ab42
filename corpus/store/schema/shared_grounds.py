"""The step by which figures are compared wherever a sentence parts whose they are from what they measure.

The last line of a ground stands for both together: 华屏市 with 图书馆接待读者 has that of 华屏市图书馆 with 接待读者.
Grounds of a version before have no such line, so that all figures are to be compared once more.
"""

from __future__ import annotations

from typing import Final

LENGTH: Final = 6
"""Characters in the last line of a ground."""
SHARED: Final = f"substr({{0}}, -{LENGTH})"
"""The last line of a ground: what figures must have in common to be compared."""
MEASURED: Final = "substr({0}, 1, instr({0}, char(10)))"
"""The first line of a ground with its end: the metric alone."""
SHARED_GROUNDS: Final = f"""
    DROP INDEX figures_by_ground;
    CREATE INDEX figures_by_measured ON figures({MEASURED.format("compared")}, year) WHERE compared <> '';
    CREATE INDEX figures_by_shared_ground ON figures({SHARED.format("compared")}) WHERE compared <> '';
    INSERT INTO uncompared SELECT DISTINCT article FROM figures;
"""
"""The whole step, in one script."""
