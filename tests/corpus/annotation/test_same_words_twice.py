"""The same words marked at two places are two notes, and stay the same two when what was written to them changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from urllib.parse import quote

import pytest

from corpus.annotation.foreign.highlight import Highlight
from corpus.annotation.foreign.reading_apps import read_kindle, read_pinned, read_weread
from corpus.annotation.foreign.zotero import read_zotero

WORDS = "早市比夜市更热闹。"


def weread(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    told = "\n\n".join(f"◆ 2024/01/02发表想法\n\n{one}\n\n原文：{WORDS}" for one in thoughts)
    return read_weread(f"《书》\n\n某人\n2个笔记\n\n\n第一章\n\n\n{told}\n\n-- 来自微信读书\n")


def pinned(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    told = "\n\n".join(f"> 📌 {WORDS} ^1\n> 💭 {one}\n> ⏱ 2023-01-02" for one in thoughts)
    return read_pinned(f"- 书名：书\n\n{told}\n")


def kindle(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    marks = [f"书 (某人)\n- 您在位置 #{n}0-{n}3的标注 | 添加于 2023年1月2日\n\n{WORDS}\n" for n in (1, 2)]
    notes = [
        f"书 (某人)\n- 您在位置 #{n}1的笔记 | 添加于 2023年1月2日\n\n{one}\n"
        for n, one in enumerate(thoughts, 1)
    ]
    return read_kindle("==========\n".join([*marks, *notes, ""]))


def zotero(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    marks = [
        {"key": f"K{n}", "annotationType": "highlight", "annotationText": WORDS, "annotationComment": one}
        for n, one in enumerate(thoughts)
    ]
    return read_zotero(json.dumps([{"title": "书", "annotations": marks}]))


def zotero_markdown(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    lines = [
        f"“{WORDS}” ([某人, 2020, p. {n}](zotero://select/library/items/AB)) "
        f"([pdf](zotero://open-pdf/library/items/CD?page={n}&annotation=K{n})) {one}\n"
        for n, one in enumerate(thoughts)
    ]
    return read_zotero("# 书\n\n" + "\n".join(lines))


def zotero_without_links(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    return read_zotero("# 书\n\n" + "\n\n".join(f"“{WORDS}” (某人, 2020, p. 7) {one}" for one in thoughts))


def zotero_html(thoughts: tuple[str, str]) -> Iterable[Highlight]:
    told = [quote(json.dumps({"annotationKey": f"K{n}", "color": "#ffd400"})) for n in range(2)]
    lines = "".join(
        f'<p><span class="highlight" data-annotation="{key}">“{WORDS}”</span> '
        f'<span class="citation">(<span>某人, 2020</span>)</span> {one}</p>'
        for key, one in zip(told, thoughts, strict=True)
    )
    return read_zotero(f"<h1>书</h1>{lines}")


FORMATS = [weread, pinned, kindle, zotero, zotero_html, zotero_markdown, zotero_without_links]


@pytest.mark.parametrize("read", FORMATS)
def test_that_equal_words_are_two_notes_and_stay_them(
    read: Callable[[tuple[str, str]], Iterable[Highlight]],
) -> None:
    def notes(*thoughts: str) -> dict[str, str]:
        first, second = thoughts
        return {
            note.id: note.note for note in (one.as_read("程序").annotation for one in read((first, second)))
        }

    before, after = notes("甲", "甲"), notes("甲", "改过的")
    assert len(before) == 2
    assert before.keys() == after.keys()
    assert sorted(after.values()) == ["改过的", "甲"]
