"""Names as people type them: Western ones by family and given, bodies and Chinese names whole."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.model.person_names import person_text, persons_of

SMITH = {"family": "Smith", "given": "John A."}
BERG = {"family": "Berg", "non-dropping-particle": "van der", "given": "Anna"}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Smith, John A.; van der Berg, Anna", [SMITH, BERG]),
        ("John A. Smith、Anna van der Berg", [SMITH, BERG]),
        ("Müller, Karl", [{"family": "Müller", "given": "Karl"}]),
        ("García Márquez, Gabriel", [{"family": "García Márquez", "given": "Gabriel"}]),
        ("Smith J A, Lee K", [{"family": "Smith", "given": "J A"}, {"family": "Lee", "given": "K"}]),
        ("Smith, J., & Lee, K.", [{"family": "Smith", "given": "J."}, {"family": "Lee", "given": "K."}]),
        ("John Smith, Anna Lee and Karl Li",
         [{"family": "Smith", "given": "John"}, {"family": "Lee", "given": "Anna"}, {"family": "Li", "given": "Karl"}]),
        ("King, Martin Luther, Jr.", [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
        ("Martin Luther King Jr.", [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]),
        ("World Bank", [{"literal": "World Bank"}]),
        ("McKinsey & Company", [{"literal": "McKinsey & Company"}]),
        ("Ernst & Young", [{"literal": "Ernst & Young"}]),
        ("Ministry of Commerce, PRC", [{"literal": "Ministry of Commerce, PRC"}]),
        ("UNCTAD", [{"literal": "UNCTAD"}]),
        ("王小明, 李雷；国家统计局", [{"literal": "王小明"}, {"literal": "李雷"}, {"literal": "国家统计局"}]),
        ("玛丽·史密斯; Smith, John A.", [{"literal": "玛丽·史密斯"}, SMITH]),
    ],
)  # fmt: skip
def test_that_names_are_understood_and_told_again_as_they_can_be_typed(
    text: str, persons: list[dict[str, Any]]
) -> None:
    assert persons_of(text) == persons
    assert persons_of("、".join(map(person_text, persons))) == persons
