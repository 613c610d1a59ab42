"""Pages with several defects each, beside what they said before: places put right, and clean pages untouched."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

_PAGES = Path(__file__).with_name("noisy_pages.jsonl")
_FLOOR = 0.95
"""Share of the places that come out as they were."""
_WHOLE = 0.8
"""Share of the pages that come out whole."""


def pages() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _PAGES.read_text("utf-8").splitlines()]


def clean(text: str) -> str:
    return apply_edits(text, propose(text)).rstrip("\n")


def test_that_most_places_of_noisy_pages_are_put_right() -> None:
    places = left = whole = 0
    for page in pages():
        changes = SequenceMatcher(None, page["clean"], clean(page["noisy"]), autojunk=False).get_opcodes()
        wrong = sum(kind != "equal" for kind, *_ in changes)
        places += page["places"]
        left += min(page["places"], wrong)
        whole += not wrong
    assert (places - left) / places >= _FLOOR
    assert whole / len(pages()) >= _WHOLE


def test_that_the_same_pages_without_defects_are_left_alone() -> None:
    for page in pages():
        assert clean(page["clean"]) == page["clean"], page["kind"]
