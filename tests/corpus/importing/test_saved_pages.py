"""Saved pages in the markup of many programs: the article alone, with what the page says of itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.importing.web.page import read_html
from corpus.language.warnings_of_files import warning_sentence
from corpus.model.source import SourceDocument
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

PAGES = [
    json.loads(line) for line in (Path(__file__).parent / "saved_pages.jsonl").read_text("utf-8").splitlines()
]
SENTENCE = "校长算过，留住九个孩子一年要花二十三万元，人均是县城学校的四倍。"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["name"]))
def test_that_the_article_is_whole_and_what_is_around_it_is_gone(page: dict[str, Any]) -> None:
    text = read_html(page["html"].encode()).text
    assert [one for one in page["keep"] if one not in text] == []
    clean = apply_edits(text, propose(text))
    assert [one for one in page["drop"] if one in clean] == []


def test_that_pages_name_their_title_author_and_day() -> None:
    right: dict[str, list[bool]] = {"title": [], "author": [], "date": []}
    for page in PAGES:
        told = read_html(page["html"].encode()).metadata
        for field, found in (("title", told.title), ("author", told.author), ("date", told.date[:10])):
            if page[field]:
                right[field].append(found == page[field])
    assert all(right["title"])
    assert sum(right["date"]) >= 0.75 * len(right["date"])
    assert sum(right["author"]) >= 0.65 * len(right["author"])


@pytest.mark.parametrize(
    "called",
    [
        "elementor-widget",
        "related-work",
        "foot-notes",
        "main has-sidebar",
        "side-by-side",
        "statement",
        "hot-topic",
    ],
)
def test_that_a_part_of_the_article_stays_whatever_it_is_called(called: str) -> None:
    other = "".join(f"<p>{SENTENCE}第{number}次算。</p>" for number in range(6))
    own = f"<p>{SENTENCE[::-1]}还有一句写得很长的话，说的是炉灰和校门，说了又说。</p>"
    body = f"<main><h1>算账的校长</h1>{other}<div class='{called}'>{own}</div></main>"
    html = f"<html><head><meta charset='utf-8'><title>算账的校长</title></head><body>{body}</body></html>"
    assert SENTENCE[::-1] in read_html(html.encode()).text


def test_that_what_is_asked_is_no_answer_and_a_part_called_alike_no_article() -> None:
    asked = (
        "<div class='QuestionRichText'><span class='RichText ztext'>请在县城开过学校的人说说。</span></div>"
    )
    paragraphs = "".join(f"<p>{SENTENCE}第{number}次算。</p>" for number in range(6))
    answer = f"<div class='AnswerItem'><div class='RichText ztext'>{paragraphs}</div></div>"
    head = "<head><meta charset='utf-8'><title>算账</title></head>"
    for body in (asked + answer, f"<div class='RichText'>订阅本刊</div><main>{paragraphs}</main>"):
        text = read_html(f"<html>{head}<body><h1>校长怎么算账</h1>{body}</body></html>".encode()).text
        assert text.count(SENTENCE) == 6


_REPLY = "我家楼下也有这样一位师傅，手艺没得说，换一副鞋掌只要十五元，还送一块擦鞋布。"


def _thread(*said: tuple[str, str], first: int = 1) -> str:
    return _read_thread(*said, first=first).text


def _read_thread(*said: tuple[str, str], first: int = 1) -> SourceDocument:
    posts = "".join(
        f"<div id='post_{n}'><div class='authi'><a href='space-uid-{who}.html'>{who}</a></div><strong>{n}#</strong>"
        f"<div class='t_f' id='postmessage_{n}'>{words}</div></div>"
        for n, (who, words) in enumerate(said, first)
    )
    html = f"<html><head><meta charset='utf-8'><title>修鞋</title></head><body><h1>修鞋摊</h1>{posts}</body></html>"
    return read_html(html.encode())


def test_that_a_thread_that_names_nobody_is_told_to_keep_its_first_post_alone() -> None:
    unnamed = _read_thread(("", SENTENCE * 2), ("", _REPLY), ("", SENTENCE[::-1]))
    assert (_REPLY in unnamed.text, unnamed.warnings) == (False, ("first_post_alone",))
    assert warning_sentence("first_post_alone")
    assert _read_thread(("佟家", SENTENCE * 2), ("豆汁", _REPLY)).warnings == ()
    assert _read_thread(("", "谁知道哪里能修鞋？"), ("", _REPLY)).warnings == ()


def test_that_of_a_thread_those_posts_are_read_that_who_began_it_wrote() -> None:
    told = _thread(("佟家", SENTENCE * 2), ("豆汁", _REPLY), ("佟家", SENTENCE[::-1]), ("过客", _REPLY))
    assert _REPLY not in told
    assert SENTENCE[::-1] in told


@pytest.mark.parametrize(("asked", "first"), [("谁知道哪里能修鞋？", 1), (SENTENCE * 2, 21)])
def test_that_answers_stay_where_a_thread_asks_and_on_its_later_pages(asked: str, first: int) -> None:
    assert _REPLY in _thread(("佟家", asked), ("豆汁", _REPLY), first=first)


WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{open}<span lang=EN-US>{label}"
    "<span style='font:7.0pt Times'>&nbsp;&nbsp;&nbsp; </span></span>{close}{words}</p>"
)


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("<![if !supportLists]>", "<![endif]>"), ("<!--[if !supportLists]-->", "<!--[endif]-->")],
)
def test_that_lists_copied_from_a_word_processor_come_in_whole(opened: str, closed: str) -> None:
    entries = [("1.", "第一笔是电费"), ("2.", "第二笔是人工"), ("·", "第三笔是折旧"), ("Ø", "第四笔是水费")]
    listed = "".join(
        WORD_LIST.format(open=opened, label=label, close=closed, words=words) for label, words in entries
    )
    html = f"<meta charset='utf-8'><body><h1>冷库的账</h1><p>{SENTENCE}</p>{listed}</body>"
    lines = read_html(html.encode()).text.split("\n")
    assert lines[-4:] == ["1. 第一笔是电费", "2. 第二笔是人工", "- 第三笔是折旧", "- 第四笔是水费"]


@pytest.mark.parametrize(
    "called", ["MsoListParagraphCxSpFirst", "list-western", "MsoNormal", "MsoListBullet"]
)
def test_that_paragraphs_of_word_processors_stay(called: str) -> None:
    html = f"<meta charset='utf-8'><body><h1>冷库的账</h1><p>{SENTENCE}</p><p class='{called}'>电费占三成</p></body>"
    assert "电费占三成" in read_html(html.encode()).text


SENTENCES = [
    f"第{number}户把柚子装进同一种纸箱，箱上只有一串编号，扫码能查到哪一棵树。" for number in range(8)
]
STATES = {
    "assigned": (
        '<script>window.initialState={"a":{"b":{"widgetTitle":"纸箱上的编号","author":"白露",'
        '"publishTime":1688428800000,"widgetContent":"BODY"}}}</script>'
    ),
    "json": (
        '<script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"title":"纸箱上的编号",'
        '"author":{"name":"白露"},"publishTime":"2023-07-04 08:00","content":"BODY"}}}</script>'
    ),
}


@pytest.mark.parametrize("kind", STATES)
def test_that_an_article_its_page_keeps_in_a_script_is_read_from_there(kind: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in SENTENCES)
    html = (
        "<html><head><meta charset='utf-8'><title>纸箱上的编号-柳岸财经</title>"
        f"{STATES[kind].replace('BODY', body)}</head><body><div id='app'></div></body></html>"
    )
    document = read_html(html.encode())
    assert all(one in document.text for one in SENTENCES)
    assert "<p>" not in document.text
    told = document.metadata
    assert (told.title, told.author, told.date) == ("纸箱上的编号", "白露", "2023-07-04")


def test_that_a_page_that_shows_its_text_is_not_read_from_its_script() -> None:
    body = "".join(f"<p>{one}</p>" for one in SENTENCES)
    script = (
        '<script>window.state={"title":"纸箱上的编号","content":"'
        + "<p>另外的话，说了又说。</p>" * 40
        + '"}</script>'
    )
    html = (
        f"<html><head><meta charset='utf-8'><title>纸箱上的编号</title>{script}</head>"
        f"<body><article><h1>纸箱上的编号</h1>{body}</article></body></html>"
    )
    text = read_html(html.encode()).text
    assert SENTENCES[0] in text
    assert "另外的话" not in text


def test_that_data_of_other_things_in_a_script_say_nothing_of_the_page() -> None:
    script = (
        '<script>window.ads={"list":[{"title":"十元三斤","author":"商家","content":"'
        + "买买买。" * 60
        + '"}]}</script>'
    )
    html = (
        f"<html><head><meta charset='utf-8'><title>纸箱上的编号</title>{script}</head>"
        f"<body><h1>纸箱上的编号</h1><p>{SENTENCES[0]}</p></body></html>"
    )
    document = read_html(html.encode())
    assert "买买买" not in document.text
    assert document.metadata.author == ""


def test_that_what_only_a_script_of_an_account_tells_is_read_in_its_newer_form() -> None:
    script = (
        "<script>window.cgiDataNew = { title: JsDecode('第六家货站'), nick_name: JsDecode('柳岸观察'), "
        "author: JsDecode('白露'), create_time: JsDecode('2024-05-06 19:32'), ori_send_time: '1714995120' };</script>"
    )
    body = "".join(f"<p>{one}</p>" for one in SENTENCES)
    head = "<head><meta charset='utf-8'><title></title></head>"
    html = f"<html>{head}<body>{script}<div id='js_content'>{body}</div></body></html>"
    document = read_html(html.encode())
    told = document.metadata
    assert (told.title, told.author, told.publisher, told.date) == (
        "第六家货站",
        "白露",
        "柳岸观察",
        "2024-05-06",
    )
