"""Every message of the code is in the English catalogue, whole, and the compiled catalogue is up to date."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from importlib import resources

import pytest
from babel.messages.pofile import read_po

from corpus.language import current_language, translate, translate_as, use_language
from requirements import catalogue

HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”]")
COMMAND = re.compile(r"([A-Z][a-z]+(?: [a-z]+)*) ([A-Z][a-z]+)")
"""A verb, and a later word with a capital."""
STAYS_CHINESE = {"网络零售额"}
"""What the tour looks for in texts that are Chinese."""
KNOWN = catalogue.known()


@pytest.fixture
def english() -> Iterator[None]:
    before = current_language()
    use_language("en")
    yield
    use_language(before)


def places(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def test_the_catalogue_holds_the_messages_of_the_code_and_no_others() -> None:
    assert set(KNOWN) == catalogue.messages(), "run: make catalogue"


def test_every_message_has_a_translation() -> None:
    assert [message for message, said in KNOWN.items() if not said.strip()] == []


def test_translations_have_the_places_of_their_messages() -> None:
    differing = {message: said for (_, message), said in KNOWN.items() if places(message) != places(said)}
    assert differing == {}


def test_words_for_one_and_for_many_come_in_pairs() -> None:
    specs = {spec for said in KNOWN.values() for _, _, spec, _ in string.Formatter().parse(said) if spec}
    assert [spec for spec in specs if spec.count("|") != 1] == []


def test_translations_are_written_as_english_is() -> None:
    left = {said for (_, message), said in KNOWN.items() if HAN.search(said) and message not in STAYS_CHINESE}
    assert left == set()


def test_messages_that_end_in_dots_or_blanks_do_so_in_english() -> None:
    def differ(message: str, said: str) -> bool:
        return message.endswith("…") != said.endswith("…")

    assert [message for (_, message), said in KNOWN.items() if differ(message, said)] == []


def test_commands_are_written_in_sentence_case() -> None:
    proper = (
        "Documents",
        "Notes",
        "Data",
        "Markdown",
        "Word",
        "PDF",
        "Yinde",
        "Zotero",
        "Enter",
        "Chinese",
        "Library",
    )
    ends = ("…", "y", "s")
    found = {said: COMMAND.match(said) for said in KNOWN.values() if len(said) < 40 and said.endswith(ends)}
    titled = [said for said, match in found.items() if match is not None and match[2] not in proper]
    assert titled == []


def test_no_translation_is_a_guess() -> None:
    with catalogue.PO.open("rb") as stream:
        assert [entry.id for entry in read_po(stream) if entry.fuzzy] == []


def test_the_compiled_catalogue_is_what_the_translations_compile_to() -> None:
    shipped = resources.files("resources") / "locale" / "en" / "LC_MESSAGES" / "yinde.mo"
    assert shipped.read_bytes() == catalogue.compiled(), "run: make catalogue"


@pytest.mark.usefixtures("english")
def test_the_program_speaks_english() -> None:
    told = (
        translate("文献"),
        translate("{n} 篇文章已移入回收站", n=1),
        translate("{n} 篇文章已移入回收站", n=3),
        translate("{n} 个文件文库里已经有了", n=1),
        translate("引得"),
        translate_as("view", "引得"),
        translate("这一句目录里没有"),
    )
    assert told == (
        "Documents",
        "Moved 1 article to the trash",
        "Moved 3 articles to the trash",
        "1 file was already in the library",
        "Yinde",
        "Concordance",
        "这一句目录里没有",
    )


def test_counts_are_written_with_their_thousands_apart() -> None:
    assert (translate("{n} 字", n=999), translate("{n} 字", n=1331)) == ("999 字", "1,331 字")
    assert translate("{n} / {total} 条", n=4160, total="x") == "4,160 / x 条"
    assert translate("{year} 年 {n} 段", year=2026, n=3) == "2026 年 3 段"


def test_chinese_is_what_the_code_says() -> None:
    assert (translate("{n} 篇", n=2), translate_as("view", "引得")) == ("2 篇", "引得")
