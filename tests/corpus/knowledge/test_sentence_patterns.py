"""Every way in which a fact is told, by its own line."""

from __future__ import annotations

import re
from typing import Any

from corpus.knowledge.cues.words import table
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER
from corpus.knowledge.facts.sentence_patterns import expression_of
from tests.lines import every

GROUPS = {
    "founded": {"name", "date"},
    "founder": {"name", "who"},
    "people": {"who", "post", "event", "company"},
    "dispute": {"source", "accused"},
    "acquisition": {"buyer", "target", "raw"},
    "investors": {"who"},
    "investing": {"by", "into", "to", "round"},
    "unnamed_investors": {"who"},
}
"""What each kind of fact may be told of by."""
TELLS = {
    "people": {"joins", "leaves"},
    "acquisition": {"", "clause", "sentence", "passive"},
    "investors": {"lead", "investor"},
}
WAYS = [(kind, way) for kind in GROUPS for way in table("facts/sentences")[kind]]


def test_that_every_kind_of_the_table_is_read() -> None:
    assert table("facts/sentences").keys() == {"parts", *GROUPS}


@every(("kind", "way"), WAYS, ids=[f"{kind}-{way['line']}" for kind, way in WAYS])
def test_that_a_way_is_found_in_its_line_and_in_no_look_alike(kind: str, way: dict[str, Any]) -> None:
    found = re.compile(expression_of(way["phrase"]))
    assert found.groupindex.keys() <= GROUPS[kind]
    assert way.get("tells", "") in TELLS.get(kind, {""})
    assert found.search(as_signs(way["line"]))
    assert [line for line in way.get("look_alikes", ()) if found.search(as_signs(line))] == []


def as_signs(line: str) -> str:
    """Return a line with the first sign of names in place of N and of numbers in place of #."""
    return line.replace("N", NAME[1]).replace("#", NUMBER[1])
