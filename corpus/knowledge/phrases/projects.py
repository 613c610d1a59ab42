"""What a project costs and takes: told of the project, and not of who only won it."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_OF_PROJECT: Final = LazyPattern(
    r"(?:(?:工程|项目)(?:总|计划|预计|估算|概算|动态|静态)*(?:投资|造价|概算|估算)|总?投资(?:估算|概算)|(?:总|项目)?建筑面积|(?:建设|总)工期)"
)
_WINS: Final = LazyPattern(r"中标|候选人|中标人|承接|承建|成交供应商|中选")
"""What somebody becomes of a project that is another's."""


def is_of_project_won(metric: str, words: str) -> bool:
    """Tell whether a measure is one of the project somebody won, by the words of its sentence before the figure."""
    return _OF_PROJECT.match(metric) is not None and _WINS.search(words) is not None
