from __future__ import annotations

from corpus.text.distinct import distinct_names


def test_names_that_differ_in_case_only_are_told_once() -> None:
    assert distinct_names(("Pinduoduo", "PDD", "pdd", "", "品多多", "pinduoduo"), "拼多多") == (
        "Pinduoduo", "PDD", "品多多",
    )  # fmt: skip
    assert distinct_names(("GDP", "gdp", "生产总值"), "Gdp") == ("生产总值",)
