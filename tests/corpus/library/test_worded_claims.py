"""Figures told in a writer's own words, each looked up in a small library that holds texts like the one it is from."""

from __future__ import annotations

import json
import operator
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.audit.names.short_names import is_short_for
from corpus.library.checking.audited import Standing
from corpus.library.checking.auditing import audit
from corpus.library.checking.subjects import spoken_of
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from tests.copies import copied

WORDED = Path(__file__).parent.parent / "audit" / "worded"
SETS = {
    "first": (0.86, 1),
    "second": (0.95, 0),
    "third": (0.76, 0),
    "fourth": (0.86, 0),
    "fifth": (0.82, 0),
    "sixth": (0.79, 0),
    "seventh": (0.93, 0),
    "eighth": (0.9, 0),
    "ninth": (0.92, 0),
    "tenth": (0.92, 0),
    "eleventh": (0.96, 0),
    "twelfth": (0.92, 0),
    "thirteenth": (0.92, 0),
}
"""Each set with the share that is right at least, and how many that are not so may be called so at most."""


def told(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((WORDED / f"{name}.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module", params=list(SETS))
def holding(
    request: pytest.FixtureRequest, library_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Library]]:
    root = tmp_path_factory.mktemp("worded")
    copied(library_template, root / "文库")
    paths = []
    for number, text in enumerate(told(request.param)["texts"]):
        paths.append(root / f"{number:02}.md")
        paths[-1].write_text(f"# {text['title']}\n\n{text['text']}\n", encoding="utf-8")
    opened = open_library(root / "文库", write=True)
    import_paths(opened, paths)
    yield request.param, opened
    opened.close()


def test_that_figures_in_ones_own_words_are_judged(holding: tuple[str, Library]) -> None:
    name, library = holding
    floor, most = SETS[name]
    claims = told(name)["claims"]
    right, wrongly_so = 0, []
    for claim in claims:
        found = [one.standing.value for one in audit(library, claim["claim"])]
        wanted = claim["verdict"] if isinstance(claim["verdict"], list) else [claim["verdict"]] * len(found)
        allowed = [{one, *claim.get("alt", ())} for one in wanted]
        fits = bool(found) and len(found) == len(allowed) and all(map(operator.contains, allowed, found))
        right += fits
        if any(one == "same" and one not in may for one, may in zip(found, allowed, strict=False)):
            wrongly_so.append(claim["claim"])
    assert right / len(claims) >= floor
    assert len(wrongly_so) <= most, wrongly_so


def standing(library: Library, claim: str) -> list[Standing]:
    return [one.standing for one in audit(library, claim)]


@pytest.mark.parametrize(
    ("sentence", "places", "local"),
    [
        ("全县网络零售额达到3亿元。", "", "县"),
        ("全县网络零售额居全市第一。", "", "县"),
        ("网络零售额居全省第三。", "", ""),
        ("全县网络零售额比桐溪市多3亿元。", "桐溪市", "县"),
        ("桐溪市网络零售额占全省的三成。", "桐溪市", ""),
        ("本县网络零售额居桐溪市前列。", "桐溪市", "县"),
    ],
)
def test_that_what_is_only_compared_with_is_no_place_of_a_figure(
    library: Library, sentence: str, places: str, local: str
) -> None:
    told = spoken_of(library, sentence)
    assert (told.places, told.local) == (frozenset(filter(None, [places])), frozenset(local))


@pytest.mark.parametrize("holding", ["second"], indirect=True)
@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("2023年桐溪市电子商务交易额比上年增加107.1亿元。", Standing.SAME),
        ("2023年桐溪市电子商务交易额比上年减少107.1亿元。", Standing.CHANGED),
        ("2023年桐溪市电子商务交易额比上年增加170.1亿元。", Standing.CHANGED),
        ("2023年，梧川市的网络零售额比桐溪市多84.6亿元。", Standing.SAME),
        ("2023年桐溪市新建充电桩3200个。", Standing.SAME),
        ("2023年桐溪市共有充电桩3200个。", Standing.CHANGED),
        ("霖光新能源2023年的组件出货量为8.7GW。", Standing.CONTRADICTED),
        ("曜石能源2023年的组件出货量为8.7GW。", Standing.CHANGED),
    ],
)
def test_what_follows_from_two_texts(holding: tuple[str, Library], claim: str, wanted: Standing) -> None:
    assert standing(holding[1], claim) == [wanted]


@pytest.mark.parametrize("holding", ["second"], indirect=True)
@pytest.mark.parametrize(
    "claim",
    ["2023年，桐溪市的网络零售额比梧川市多84.6亿元。", "2023年，桐溪市的网络零售额是梧川市的1.26倍。"],
)
def test_that_what_is_set_against_each_other_the_wrong_way_round_is_not_so(
    holding: tuple[str, Library], claim: str
) -> None:
    assert Standing.SAME not in standing(holding[1], claim)


@pytest.mark.parametrize("holding", ["thirteenth"], indirect=True)
def test_that_a_sentence_which_is_clearly_meant_decides_though_it_says_otherwise(
    holding: tuple[str, Library],
) -> None:
    claim = "截至2024年8月31日，毕业去向落实率为88.9%，其中本科生36.4%，研究生95.3%。"
    assert standing(holding[1], claim)[1] is not Standing.SAME


@pytest.mark.parametrize("holding", ["fourth"], indirect=True)
@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("临湖省提出2026年新建高标准农田150万亩。", Standing.SAME),
        ("2025年临湖省新建高标准农田150万亩。", Standing.CHANGED),
    ],
)
def test_that_what_is_aimed_at_has_not_come_about(
    holding: tuple[str, Library], claim: str, wanted: Standing
) -> None:
    assert standing(holding[1], claim) == [wanted]


@pytest.mark.parametrize(
    ("short", "name", "wanted"),
    [
        ("云栈冷链", "云栈冷链物流", True),
        ("云栈冷链", "江苏云栈冷链", True),
        ("云栈冷链", "东云栈冷链", False),
        ("比亚迪", "比亚迪电子", False),
        ("中国石油", "中国石油化工", False),
        ("云栈冷链", "云栈冷链", False),
    ],
)
def test_which_names_are_one_companys(short: str, name: str, wanted: bool) -> None:
    assert is_short_for(short, name) is wanted
