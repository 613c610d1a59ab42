from __future__ import annotations

import pytest

from corpus.importing.record import stated
from corpus.importing.web.epub import read_epub
from corpus.importing.web.page import read_html, read_mhtml
from corpus.model.errors import InputError
from corpus.model.source import Metadata
from tests.corpus.importing.making import epub

TEXT = "集市上卖布的人比往年多了一成，价钱却没有涨，摊主说是因为路修通了，货从邻县运来只要半天。"


def page(body: str, head: str = "") -> bytes:
    top = f'<head><meta charset="utf-8">{head}</head>'
    return f'<!doctype html><html lang="zh-CN">{top}<body>{body}</body></html>'.encode()


def test_only_the_article_of_a_page_is_taken() -> None:
    body = (
        "<nav><a href='/'>首页</a><a href='/n'>新闻</a></nav><div class='login'>登录注册</div>"
        f"<div class='main'><h1>布市见闻</h1><p>{TEXT}</p>"
        "<p>第二天又去，<b>12</b>.<i>5</i>亿元的<sup>8</sup>传闻没人信。原价<del>35</del>29元，<s>旧</s>新。"
        "<span style='text-decoration:line-through'>77</span>88元，<i style='left:-9999px'>6</i>5里。</p>"
        f"<p>{TEXT[::-1]}</p><script>document.write('脚本')</script><p style='display:none'>藏着的</p></div>"
        "<div class='related'><h3>相关推荐</h3><ul><li><a href='x'>别的新闻</a></li></ul></div>"
        "<footer>京ICP备1号</footer>"
    )
    text = read_html(page(body, "<title>布市见闻_水边日报</title>")).text
    assert text.split("\n") == [
        "布市见闻",
        TEXT,
        "第二天又去，12.5亿元的⁸传闻没人信。原价35 29元，旧新。77 88元，5里。",
        TEXT[::-1],
    ]


def test_a_table_of_a_page_is_a_table_a_layout_is_none() -> None:
    rows = (
        "<caption>表一</caption><tr><th rowspan=2>年份</th><th colspan=2>产量</th></tr><tr><th>麦</th><th>棉</th></tr>"
        "<tr><td>2021</td><td>12</td><td>13</td></tr>"
    )
    body = f"<table><tr><td><h1>年表</h1><p>{TEXT}</p><table>{rows}</table><p>{TEXT}</p></td></tr></table>"
    document = read_html(page(body))
    (table,) = document.tables
    assert table.span.of(document.text) == "年份\t产量\t\n\t麦\t棉\n2021\t12\t13"
    assert "表一" in document.text.split("\n")


def test_that_quotes_numbers_and_formulas_come_in_as_a_page_shows_them() -> None:
    half = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation>\\frac12</annotation></math>"
    note = "<a href='b.htm#fn2'>2</a>"
    items = "<ol start=5><li>甲项</li><li value=9>乙项</li></ol>"
    items += "<ol type=A start=3 reversed><li>丙项</li><li>x<sub>1</sub>2与H<sub>2</sub>O</li></ol>"
    items += "<ol type=i start=4><li>丁项</li></ol>"
    body = f"<article><h1>布市</h1><p>{TEXT}他说<q>慢慢来</q>{note}，占{half}。</p>{items}<p>{TEXT[::-1]}</p></article>"
    lines = read_html(page(body)).text.split("\n")
    assert lines[1:4] == [f"{TEXT}他说“慢慢来”²，占1/2。", "5. 甲项", "9. 乙项"]
    assert lines[4:7] == ["C. 丙项", "B. x₁2与H2O", "iv. 丁项"]


def test_a_public_account_tells_title_account_and_day_also_in_its_script() -> None:
    names = 'var nickname = htmlDecode("水边观察"); var ct = "1683338400";'
    script = f"<script>{names} var msg_title = '布市一日';</script>"
    body = f"<div id='js_content' style='visibility: hidden'><p>{TEXT * 5}</p><p>完</p></div>"
    document = read_html(page(body, script))
    assert document.metadata == Metadata(
        "布市一日", publisher="水边观察", date="2023-05-06", language="zh-CN"
    )
    assert document.text.split("\n") == ["布市一日", TEXT * 5, "完"]
    assert {(one.field, one.where) for one in document.record} >= {
        ("publisher", "script"),
        ("issued", "script"),
    }


def test_meta_lines_name_title_author_source_and_day() -> None:
    head = (
        '<meta property="og:title" content="布市一日"><meta name="author" content="甲一">'
        '<meta name="ContentSource" content="水边日报"><meta name="PubDate" content="2023-05-06 09:30">'
        "<!-- Page saved with SingleFile\n url: https://a.invalid/1\n"
        " saved date: Sat Jul 01 2023 10:00:00 GMT+0800 (中国) -->"
    )
    known = read_html(page(f"<p>{TEXT}</p><p>{TEXT}</p>", head)).metadata
    assert known == Metadata("布市一日", "甲一", "水边日报", "2023-05-06", "zh-CN", "https://a.invalid/1")


def test_that_the_comment_of_a_publishing_system_and_the_site_of_structured_data_are_read() -> None:
    told_in = "<date>2021-06-09 07:12:00.0</date><author>温庭</author><title>三家菜场</title>"
    kept = f"<!--enpproperty {told_in}/enpproperty-->"
    told = {(one.field, one.value) for one in read_html(page(f"{kept}<h1>三家菜场</h1><p>{TEXT}</p>")).record}
    assert {("author", "温庭"), ("issued", "2021-06-09")} <= told
    graph = (
        '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"渡口网"},'
        '{"@type":"Article","headline":"三家菜场","datePublished":"2021-06-09"}]}</script>'
    )
    told = {
        (one.field, one.value) for one in read_html(page(f"<h1>三家菜场</h1><p>{TEXT}</p>", graph)).record
    }
    assert ("publisher", "渡口网") in told


def test_that_the_name_of_a_blog_above_its_post_is_not_the_title() -> None:
    body = f"<h1>老葛的杂货间</h1><h2>雨天摆摊须知</h2><p>{TEXT}</p>"
    source = f"<html><head><title>雨天摆摊须知 | 老葛的杂货间</title></head><body>{body}</body></html>"
    told = {(one.field, one.value) for one in read_html(source.encode()).record}
    assert {("title", "雨天摆摊须知"), ("publisher", "老葛的杂货间")} <= told


def test_that_words_between_title_and_text_are_told_by_what_the_page_calls_them() -> None:
    spans = (
        '<span class="author">柳霁</span><span class="account-name">渡口观察</span><time>2024-08-19</time>'
    )
    said = "下午三点备料，五点出摊，凌晨两点收摊。" * 3
    body = f"<article><h1>夜市摊主的一天</h1><div>{spans}</div><p>{said}</p></article>"
    comments = '<div class="comments"><span class="author">路人</span><p>好。</p></div>'
    document = read_html(page(body + comments))
    assert "柳霁 渡口观察 2024-08-19" in document.text
    told = {(one.field, one.value) for one in document.record}
    assert {("author", "柳霁"), ("container-title", "渡口观察")} <= told
    assert ("author", "路人") not in told


def test_a_date_that_cannot_be_read_is_no_date() -> None:
    head = '<meta name="PubDate" content="昨天"><meta property="article:published_time" content="2023-13-45">'
    assert read_html(page(f"<p>{TEXT}</p>", head)).metadata.date == ""


@pytest.mark.parametrize(
    "answer", ["404 Not Found", "页面不存在", "Access Denied", "500 Internal Server Error"]
)
def test_that_what_a_site_answers_without_a_page_is_no_title_and_no_day_at_all_is_none(answer: str) -> None:
    document = read_html(
        page(
            "<h2>一家豆腐坊的五次搬家</h2><p>第一次搬家是因为水，第二次是因为路，第三次谁也说不清。</p>",
            f"<title>{answer}</title><meta name='date' content='1970-01-01'>",
        )
    )
    assert document.text.startswith("一家豆腐坊的五次搬家")
    assert not [
        one for one in document.record if one.field in {"title", "issued"} and "豆腐" not in one.value
    ]


def test_that_a_page_tells_the_account_it_stood_in_first_and_the_sheet_of_its_paper() -> None:
    words = "<h1>秤上的二维码</h1><blockquote>{}</blockquote><p>摊主们把二维码贴在秤上，天黑也看得见。</p>"
    for line, account in (
        ("本文首发于公众号“巷口账本”，转载请联系后台", "巷口账本"),
        ("首发：微信公众号 巷口账本", "巷口账本"),
        ("他首发于公众号的文章没有人看", ""),
    ):
        record = read_html(page(words.format(line))).record
        assert [one.value for one in record if one.field == "container-title"] == (
            [account] if account else []
        )
    for title, sheet in (("秤上的二维码-江海日报数字报", "B02"), ("秤上的二维码-江海网", "")):
        record = read_html(
            page("<div>第B02版 市场</div>" + words.format("某"), f"<title>{title}</title>")
        ).record
        assert [one.value for one in record if one.field == "page"] == ([sheet] if sheet else [])


def test_pages_saved_as_one_file_are_read_in_their_charset() -> None:
    html = f"<html><body><h1>布市见闻</h1><p>{TEXT}</p></body></html>".encode("gb18030")
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.invalid/2\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=gb18030\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    document = read_mhtml(head.encode() + html + b"\r\n--b--\r\n")
    assert (document.text.split("\n"), document.metadata.address) == (
        ["布市见闻", TEXT],
        "https://a.invalid/2",
    )
    with pytest.raises(InputError) as caught:
        read_mhtml(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx")
    assert caught.value.kind == "damaged"


def saved(*pages: str) -> bytes:
    """Return a page saved as one file with the pages of its frames."""
    parts = "".join(
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://a.invalid/{number}\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n"
        for number, page in enumerate(pages)
    )
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return f"{head}{parts}--b--\r\n".encode()


def test_that_the_text_of_a_framed_page_is_read_and_no_advertisement_in_its_stead() -> None:
    outer = "<html><body><div>首页 | 目录</div><iframe src='https://a.invalid/1'></iframe></body></html>"
    text = f"<html><body><h1>布市见闻</h1><p>{TEXT}</p>{'<p>又过一日，布价未改，行人渐稀。</p>' * 30}</body></html>"
    advert = f"<html><body><p>{'买布送线，今日特价。' * 8}</p></body></html>"
    assert read_mhtml(saved(outer, advert, text)).text.startswith(f"布市见闻\n{TEXT}")
    assert read_mhtml(saved(text, advert)).text.startswith(f"布市见闻\n{TEXT}")


@pytest.mark.parametrize(
    ("row", "author", "source"),
    [
        ("<div>2024-08-19 09:30 来源：渡口观察 作者：柳霁</div>", "柳霁", "渡口观察"),
        ("<p>2024年08月19日 | 来源：《渡口观察》 | 作者：柳霁 | 责任编辑：甘棠</p>", "柳霁", "渡口观察"),
        (
            "<div>发布时间：2024-08-19<span>作者：<b>柳霁</b></span>来源：<a>渡口观察</a></div>",
            "柳霁",
            "渡口观察",
        ),
        ("<div>来源：<em>渡口观察</em>&nbsp; 记者 柳霁&nbsp; 2024-08-19</div>", "柳霁", "渡口观察"),
        ("<p>更新时间：2024-08-21 发布时间：2024-08-19 来源：渡口观察 浏览次数：20</p>", "", "渡口观察"),
        ("<p>旧约：作者：柳霁以为，来源：渡口观察一说不足为凭，2024-08-19</p>", "", ""),
    ],
)
def test_that_a_row_of_labels_below_the_title_names_day_source_and_writer(
    row: str, author: str, source: str
) -> None:
    head = "<title>渡口的布价又落下来了_布市网</title>"
    document = read_html(page(f"<h1>渡口的布价又落下来了</h1>{row}<div><p>{TEXT}</p></div>", head))
    told = {one.field: one.value for one in document.record}
    assert (told.get("author", ""), told.get("container-title", "")) == (author, source)
    assert told["issued"] == "2024-08-19"


def test_a_book_comes_in_the_order_of_its_spine_with_what_it_says_of_itself() -> None:
    later = "<h2>后</h2><p>乙<svg><text>图</text></svg>里</p><svg><text>卷</text><text>首</text></svg>"
    chapters = {"nav": "<nav><a>前</a></nav>", "b": later, "a": "<h2>前</h2><p>甲</p>"}
    document = read_epub(epub(chapters, spine=("nav", "a", "b", "无", "a")))
    assert document.text.split("\n") == ["集市见闻", "前", "甲", "后", "乙图里", "卷 首"]
    assert document.metadata == Metadata("集市见闻", "甲一", "水边书社", "2021-04-05")
    assert [(one.field, one.value) for one in document.record if one.field in ("translator", "ISBN", "type")] == [
        ("translator", "乙二"), ("ISBN", "9787000012345"), ("type", "book"),
    ]  # fmt: skip
    assert document.warnings == ("missing_part",)


_EVENT = '<dc:date xmlns:opf="http://www.idpf.org/2007/opf" opf:event="{}">{}</dc:date>'
_MODIFIED = '<meta property="dcterms:modified">{}</meta>'


@pytest.mark.parametrize(
    ("dates", "issued"),
    [
        (f"<dc:date>2025-03-08T09:12:44Z</dc:date>{_MODIFIED.format('2025-03-08T09:12:44Z')}", ""),
        (_EVENT.format("modification", "2024-02-01"), ""),
        (_EVENT.format("modification", "2024-02-01") + _EVENT.format("publication", "2011-06"), "2011-06"),
        (
            f"<dc:date>2019-05-31T16:00:00+00:00</dc:date>{_MODIFIED.format('2023-01-02T03:04:05Z')}",
            "2019-05-31",
        ),
        (f"<dc:date>2020-07-01</dc:date>{_MODIFIED.format('2020-07-01T08:30:00Z')}", "2020-07-01"),
    ],
)
def test_that_the_moment_a_book_file_was_made_is_not_the_date_of_the_book(dates: str, issued: str) -> None:
    assert read_epub(epub({"a": "<p>甲</p>"}, date=dates)).metadata.date == issued


def test_that_what_a_program_calls_a_book_and_its_parts_is_no_title_and_no_heading() -> None:
    point = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}.xhtml"/></navPoint>'
    ncx = point.format("Section 1", "a") + point.format("Section 2", "b")
    document = read_epub(epub({"a": "<p>甲</p>", "b": "<p>Section 2</p><p>乙</p>"}, ncx=ncx))
    assert document.text.split("\n") == ["集市见闻", "甲", "Section 2", "乙"]
    assert [one.text for one in document.headings] == ["集市见闻", "Section 2"]
    assert stated("package", title="Unknown Title") == ()


def test_that_names_of_chapters_that_stand_only_in_the_contents_become_headings() -> None:
    def point(label: str, name: str, inside: str = "") -> str:
        place = f'<content src="{name}.xhtml"/>'
        return f"<navPoint><navLabel><text>{label}</text></navLabel>{place}{inside}</navPoint>"

    chapters = {
        "z": "<p>答案</p>", "a": "<p>甲</p>", "b": "<p>第二章　 井</p><p>乙</p>",
        "c": "<h3>自有</h3><p>丙</p>", "d": "<p>丁</p>",
    }  # fmt: skip
    inner = point("节", "d") + point("又一节", "d#x")
    ncx = point("第一章 渡", "a") + point("第二章 井", "b") + point("第三章", "c", inner)
    document = read_epub(epub(chapters, beside="z", ncx=ncx))
    assert document.text.split("\n") == [
        "集市见闻", "第一章 渡", "甲", "第二章　 井", "乙", "自有", "丙", "节", "丁", "答案",
    ]  # fmt: skip
    assert [(one.text, one.level) for one in document.headings][-4:] == [
        ("第一章 渡", 1), ("第二章　 井", 1), ("自有", 3), ("节", 2),
    ]  # fmt: skip


def test_a_protected_book_is_refused_disguised_fonts_are_no_protection() -> None:
    def lock(method: str, name: str) -> str:
        return (
            '<encryption xmlns:e="e"><e:EncryptedData>'
            f'<e:EncryptionMethod Algorithm="{method}"/><e:CipherData><e:CipherReference URI="{name}"/></e:CipherData>'
            "</e:EncryptedData></encryption>"
        )

    with pytest.raises(InputError) as caught:
        read_epub(
            epub(
                {"a": "<p>甲</p>"},
                encryption=lock("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "book/a.xhtml"),
            )
        )
    assert caught.value.kind == "encrypted"
    assert read_epub(
        epub({"a": "<p>甲</p>"}, encryption=lock("http://www.idpf.org/2008/embedding", "f.otf"))
    ).text


def test_that_entries_of_lists_within_lists_show_their_level() -> None:
    page = "<ul><li>甲<ul><li>乙<ol><li>丙</li><li>丁</li></ol></li></ul></li><li>戊</li></ul>"
    text = read_html(f"<h1>三层的清单</h1>{page}".encode()).text
    assert text == "三层的清单\n- 甲\n\u3000- 乙\n\u3000\u30001. 丙\n\u3000\u30002. 丁\n- 戊"
    label = "<![if !supportLists]><span>n</span><![endif]>"
    inner = f"<p style='margin-left:2em;mso-list:l0 level2 lfo1'>{label}乙的事</p>"
    outer = f"<p style='mso-list:l0 level1 lfo1'>{label}甲的事</p>"
    text = read_html(f"<h1>三层的清单</h1>{outer}{inner}".encode()).text
    assert text == "三层的清单\n- 甲的事\n\u3000- 乙的事"
