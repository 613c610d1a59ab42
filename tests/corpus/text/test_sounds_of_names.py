"""What names are sorted by and typed as: the library's own sounds, however they are put together here."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin

from corpus.text.sounds import commonest_first, name_key, readings, sort_key
from tests.lines import every

NAMES = (
    "拼多多", "重庆银行长沙分行", "网店数量", "朔砚杳珩庄", "中国（上海）自贸区 2018", "AT&T 中国", "长大的行长",
    "㐀𠀀", "３Ｃ数码 İstanbul", "  前后空 格  ", "“十三五”规划", "a", "",
)  # fmt: skip


@every("name", NAMES)
def test_that_sounds_put_together_word_by_word_are_those_of_the_whole(name: str) -> None:
    plain = name.isascii()
    whole = [one.casefold() for one in lazy_pinyin(name)]
    assert sort_key(name) == (name.casefold() if plain else " ".join(whole))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).casefold().replace(" ", "")
    typed = name.casefold().replace(" ", "")
    assert readings(name) == ((typed, typed) if plain else ("".join(whole).replace(" ", ""), initials))


def test_names_stand_by_their_sounds_and_by_what_their_numbers_count() -> None:
    wanted = ["2 数据", "10 方法", "AI", "第3章", "第12章", "人口", "碳", "zebra"]
    assert sorted(set(wanted), key=name_key) == wanted
    assert commonest_first([("碳", 1), ("第12章", 2), ("第3章", 2), ("AI", 1)]) == (
        ("第3章", 2), ("第12章", 2), ("AI", 1), ("碳", 1)
    )  # fmt: skip
