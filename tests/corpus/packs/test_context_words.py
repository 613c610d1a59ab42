"""Ordinary words that may be damaged names count only beside the name itself."""

from __future__ import annotations

from corpus.knowledge.platforms import find_mentions
from corpus.packs.pack import load_pack
from corpus.text.repairs import propose


def named(text: str) -> list[tuple[str, str]]:
    return [(one.platform, one.text) for one in find_mentions(text, load_pack("ecommerce").platforms)]


def repaired(text: str) -> list[str | None]:
    corrections = load_pack("ecommerce").corrections
    return [edit.after for edit in propose(text, corrections) if edit.before == "黄征"]


def test_that_ordinary_words_name_no_platform_by_themselves() -> None:
    assert named("这家店的衣服好酷，糯米也很香，前瞻的眼光难得。") == []


def test_that_a_damaged_name_counts_beside_the_platform() -> None:
    assert named("好衣服库成立一年。好酷的初衷是升级微商。") == [("好衣库", "好衣服库"), ("好衣库", "好酷")]


def test_that_a_singer_keeps_his_name_and_the_founder_gets_his() -> None:
    assert repaired("黄征的新歌今天上线，歌迷等了很久。") == []
    assert repaired("拼多多的黄征曾谈到五环内外。") == ["黄峥"]
