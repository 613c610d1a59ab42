"""Many numbers on both sides: what is compared is bounded, what is not compared is said to be so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from corpus.audit.checking import check_sentence
from corpus.audit.compared import figures
from corpus.audit.compared.pairs import Pair, paired
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.verdict import Verdict
from corpus.language import sentence_of
from corpus.model.errors import UsageError
from tests.counting.steps import lines_run

FEW: Final = 40
"""So many numbers stand for what is compared at most: steps beside more are counted in a quarter of the time."""
NAMES = [f"{one}{other}" for one in "青白赤玄银铜铁锡梅兰竹菊" for other in "溪桥岭湾坪冲滩洲渡"]
SHAPES: Final[dict[str, Callable[[int, int], str]]] = {
    "one thing": lambda n, by: "，".join(
        f"粮食产量为{1000 + 7 * at + by}.{at % 9 + 1}万吨" for at in range(n)
    ),
    "a list": lambda n, by: (
        "各县粮食产量分别为" + "、".join(f"{1000 + 7 * at + by}.3万吨" for at in range(n))
    ),
    "years": lambda n, by: "，".join(f"{1900 + at}年粮食产量为{1000 + 7 * at + by}.3万吨" for at in range(n)),
    "places": lambda n, by: "，".join(f"{NAMES[at]}县产粮{1000 + 7 * at + by}.3万吨" for at in range(n)),
    "growth": lambda n, by: "，".join(f"{1900 + at}年产量三年内增长{10 + 7 * at + by}.3%" for at in range(n)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_that_a_number_is_looked_at_beside_few_of_very_many(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Number] = []

    def counted(stated: Number, sentence: str, known: Number, text: str) -> Pair:
        compared.append(known)
        return paired(stated, sentence, known, text)

    monkeypatch.setattr(figures, "paired", counted)
    told = SHAPES[shape]
    check_sentence(f"{told(2, 0)}。", f"{told(100, 1)}。")
    assert len(compared) <= 2 * figures._MOST + 2


@pytest.mark.parametrize("shape", SHAPES)
def test_that_a_number_more_takes_no_more_steps_than_those_before(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = SHAPES[shape]
    assert figures._MOST > FEW
    monkeypatch.setattr(figures, "_MOST", FEW)

    def steps(many: int) -> int:
        stated, known = f"{told(many, 0)}。", f"{told(many, 1)}。"
        return lines_run(lambda _: check_sentence(stated, known), "") // (many * min(many, figures._MOST))

    check_sentence(told(3, 0), told(3, 1))
    assert steps(48) < 1.5 * steps(24)


def test_that_among_very_many_numbers_the_one_in_its_own_digits_is_found() -> None:
    told = [f"{name}县粮食产量为{1000 + 7 * at}.3万吨" for at, name in enumerate(NAMES)]
    for at in (0, 57, 107):
        found = check_sentence(f"{told[at]}。", f"{'。'.join(told)}。")
        assert found is not None
        assert found.verdict is Verdict.SAME
        changed = check_sentence(f"{told[at].replace('.3万', '.8万')}。", f"{'。'.join(told)}。")
        assert changed is not None
        assert (changed.verdict, changed.source) == (Verdict.CHANGED, found.source)


def test_that_a_sentence_of_too_many_numbers_is_said_to_be_one() -> None:
    told = SHAPES["one thing"]
    assert check_sentence(f"{told(100, 0)}。", told(3, 1)) is not None
    for many in (101, 2000):
        with pytest.raises(UsageError) as raised:
            check_sentence(f"{told(many, 0)}。", told(3, 1))
        assert "最多核对 100 个" in sentence_of(raised.value)


def test_that_nothing_is_told_of_a_source_that_was_not_read_to_its_end() -> None:
    source = "。".join(f"{at}号店入库{1001 + at}件" for at in range(900))
    found = check_sentence("3号店入库1004件。", source)
    assert found is not None
    assert found.verdict is Verdict.SAME
    for sentence in ("888号店入库1889件。", "全县快递业务量为41.86万件。"):
        with pytest.raises(UsageError) as raised:
            check_sentence(sentence, source)
        assert "没有读完" in sentence_of(raised.value)


@pytest.mark.parametrize("digits", [29, 300, 5000, 200_000])
def test_that_numbers_of_very_many_digits_end_nothing(digits: int) -> None:
    for told in (
        f"粮食产量为{'9' * digits}万吨，比上年增长{'7' * digits}%。",
        f"粮食产量为{'9' * digits}^18万吨。",
        f"粮食产量为{'9' * digits}×10^18万吨。",
        f"粮食产量为0.{'0' * digits}1^-17万吨。",
        f"粮食产量为三{'亿' * digits}吨。",
    ):
        numbers_in(told)
        check_sentence(told, told.replace("9", "8"))
