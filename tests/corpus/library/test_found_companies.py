"""Companies that no pack and no person knows, told of by texts of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.platforms import count_platforms, find_platform, platforms
from corpus.library.intake.importing import import_paths
from corpus.model.errors import UnknownIdError

TEXT = (
    "芯片公司的融资潮\n\n砺芯半导体股份有限公司（以下简称“砺芯”）完成3亿元B轮融资，由长颈鹿创投领投。"
    "2022年，砺芯净利润1.2亿元。江面上的船来来往往，谁也没有多看一眼。\n"
)


def test_that_a_company_only_texts_know_is_listed_with_its_facts_and_forms(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "芯片.txt"
    file.write_text(TEXT, encoding="utf-8")
    import_paths(library, [file])
    listed = {one.platform.name: one for one in platforms(library)}
    found = listed["砺芯半导体股份有限公司"]
    assert found.platform.aliases == ("砺芯",)
    assert {view.fact.predicate for view in found.facts} == {"funding", "profit"}
    assert all(view.place.quote in library.texts.get(view.place.article).clean for view in found.facts)
    assert find_platform(library, "砺芯").name == "砺芯半导体股份有限公司"
    counted = {one.platform.name: one.facts for one in count_platforms(library)}
    assert counted["砺芯半导体股份有限公司"] == 2
    for one in count_platforms(library):
        view = listed[one.platform.name]
        counts = (len(view.mentions), len(view.facts), len(view.figures))
        assert (one.mentions, one.facts, one.figures) == counts
    with pytest.raises(UnknownIdError):
        find_platform(library, "没有这家")
