from __future__ import annotations

import re
from re import _compiler  # type: ignore[attr-defined]
from types import SimpleNamespace
from typing import Any

import pytest

from index.lazy_pattern.search_beginnings import compiled

TEXT = (
    "一、2024年营收同比增长12.5%，\n净利下降3%；Temu 与 SHEIN 上调。"
    "\n(增)　增长 a1 \n二、不断增长，不断推出 ſK k𠀀长。"
)
TOLD = (
    "(?:(?P<up>增长|上[涨调])|下降)\\d*", r"(?<!或)增(?:长|加)?", r"(?:^|[，；])[一二]?、?净", r"(?=[增上])\w+",
    "(?:(?:不断)(?!推出)|(?P<more>同比))", r"(?<=[，；])[ \n]+", r"\b(?:[A-Z]\w+)\b", "(?:近|增(?=长))+?",
    r"(?:(?P<q>[\s\d])(?P=q)|，)",
    r"(?:[\s|]|\d)+",
)  # fmt: skip
"""Of which a search is told more than ``re`` sees."""
UNTOLD = (
    "增长", "[增上]", ".增", "[^，]长", "(?i:k)|长", "增*", "", r"^(?:一|二)、", r"\A(?:一|二)", "(?:)|增",
    "(?m:)(?:一|二)、",
)  # fmt: skip


def spans(pattern: re.Pattern[str]) -> list[Any]:
    return [
        (one.span(), one.groups(), one.lastgroup, one.lastindex)
        for start in range(len(TEXT))
        for one in pattern.finditer(TEXT, start)
    ]


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """Programs of patterns from now on, as they are put together."""
    found: list[list[int]] = []
    made = _compiler._sre

    def put_together(*given: Any) -> Any:
        found.append(given[2])
        return made.compile(*given)

    others = {name: getattr(made, name) for name in vars(made) if not name.startswith("__")}
    monkeypatch.setattr(_compiler, "_sre", SimpleNamespace(**{**others, "compile": put_together}))
    return found


@pytest.mark.parametrize("pattern", [*TOLD, *UNTOLD])
@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.IGNORECASE, re.ASCII])
def test_that_a_pattern_finds_what_it_finds_otherwise(pattern: str, flags: int) -> None:
    ours, theirs = compiled(pattern, flags), re.compile(pattern, flags)
    assert spans(ours) == spans(theirs)
    assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)


@pytest.mark.parametrize("pattern", TOLD)
def test_that_a_search_is_told_where_a_match_can_begin(pattern: str, programs: list[list[int]]) -> None:
    re.purge()
    re.compile(pattern)
    compiled(pattern, 0)
    theirs, ours = programs
    assert not theirs[2]
    assert ours[2] == _compiler.SRE_INFO_CHARSET


@pytest.mark.parametrize("pattern", UNTOLD)
def test_that_what_re_sees_or_nothing_tells_is_left_as_it_is(pattern: str, programs: list[list[int]]) -> None:
    re.purge()
    re.compile(pattern)
    compiled(pattern, 0)
    assert programs[0] == programs[1]


def test_that_a_python_that_compiles_them_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(_compiler, "SRE_INFO_CHARSET")
    assert spans(compiled(TOLD[0], 0)) == spans(re.compile(TOLD[0]))


def test_that_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(re.error):
        compiled("(", 0)
