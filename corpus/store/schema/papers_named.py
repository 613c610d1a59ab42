"""The step by which whoever names a paper among more is found by that paper: 省统计局《县域经济年报》.

What was told on the word of a paper named so was held against nothing, so that it is to be compared once more.
"""

from __future__ import annotations

from typing import Final

from corpus.store.schema.told_by_numbers import NAMED

PAPER: Final = "substr(name, instr(name, '《'), instr(name, '》') - instr(name, '《') + 1)"
"""The first paper a name tells, with its marks."""
NAMES_PAPER: Final = f"field = {NAMED.index('source')} AND instr(name, '《') > 0"
"""What is true of a source that names a paper."""
PAPERS_NAMED: Final = f"""
    CREATE INDEX figure_names_by_paper ON figure_names({PAPER}) WHERE {NAMES_PAPER};
    INSERT INTO uncompared SELECT DISTINCT article FROM figures
        WHERE source_number IN (SELECT number FROM figure_names WHERE {NAMES_PAPER});
"""
"""The whole step, in one script."""
