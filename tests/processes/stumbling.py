"""Files built in other processes by extractors that stumble over a sentence, or never come to its end."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from corpus.knowledge import extraction
from corpus.knowledge.trends.trends import score_passages
from corpus.library.intake.files.file_builder import Build, building
from corpus.model.knowledge import Knowledge
from corpus.model.span import Span
from index.segment import Segmenter

BAD: Final = "绊脚石"
"""Words no rule can read, in a test."""
ENDLESS: Final = "无底洞"
"""Words no rule comes to the end of."""

_score = score_passages


def stumbling(text: str, sentences: Sequence[Span], *arguments: Any, **more: Any) -> Any:
    """Score passages as ever, but raise over a sentence that holds the bad words."""
    for one in sentences:
        if BAD in one.of(text):
            raise IndexError("list index out of range")
        while ENDLESS in one.of(text):
            time.sleep(0)
    return _score(text, sentences, *arguments, **more)


@contextmanager
def building_stumbling(knowledge: Knowledge, segmenter: Segmenter | None = None) -> Iterator[Build]:
    """Build files as ever, by extractors that stumble."""
    with (
        patch.object(extraction, "score_passages", stumbling),
        building(knowledge, segmenter) as build,
    ):
        yield build
