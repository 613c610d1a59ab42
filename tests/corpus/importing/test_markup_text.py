"""XML and subtitles stand as their files do, and are read without tags, numbers and times."""

from __future__ import annotations

import pytest

from corpus.importing.text_files.markup_text import read_subtitles, read_webvtt, read_xml
from corpus.model.source import SourceDocument


def left(document: SourceDocument) -> str:
    """Return what is read of a document: its text with the repairs of its reader."""
    parts, place = [], 0
    for one in document.repairs:
        parts += [document.text[place : one.start], one.after]
        place = one.end
    return "".join([*parts, document.text[place:]])


@pytest.mark.parametrize(
    ("cue", "page"),
    [
        ("1\n00:00:01,000 --> 00:00:04,000 X1:100\n", "00:00:01"),
        ("2\n0:0:7,0 --> 0:0:9,5\n", "0:0:7"),
        ("00:00:09,500-->00:00:12\n", "00:00:09"),
        (" 4 \n01:15.2 --> 01:18.0 align:start\n", "01:15"),
    ],
)
def test_that_the_times_of_subtitles_are_pages_however_they_are_written(cue: str, page: str) -> None:
    document = read_subtitles(f"{cue}<i>全县</i>有\n1998\n12 --> 13\n".encode())
    assert (left(document), [one.number for one in document.pages]) == ("全县有\n1998\n12 --> 13\n", [page])


def test_that_webvtt_is_read_without_its_remarks_and_with_who_speaks() -> None:
    document = read_webvtt(
        "WEBVTT - 访谈\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE 备注\n不读\n\n第一段\n"
        "00:00:01.000 --> 00:00:04.000 align:start\n<v 主持人>为何回村？</v>\n\n2\n00:05.000 --> 00:08.500\n"
        "<v.loud 嘉宾><c.yellow>因为</c>机会<00:06.000>多。\n\n00:09.000 --> 00:12.000\n- 真的？\n".encode()
    )
    assert left(document) == "主持人：为何回村？\n\n嘉宾：因为机会多。\n\n- 真的？\n"
    assert [one.number for one in document.pages] == ["00:00:01", "00:05", "00:09"]


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        ("<年报><题>澜江</题><段>有<强调>12</强调>个镇</段></年报>", "澜江\n有12个镇"),
        ("<a>甲<b>乙</b>丙<br/>丁</a>", "甲乙丙\n丁"),
        ("<row><cell>12</cell><cell>34</cell></row>", "12\n34"),
        ("<a>12<单位/>34</a>", "12\n34"),
        ("<a>人口 < 30万</a>", "人口 < 30万"),
    ],
)
def test_that_tags_end_a_line_unless_they_mark_words_within_one(xml: str, read: str) -> None:
    assert left(read_xml(xml.encode())) == read
