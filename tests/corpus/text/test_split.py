from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.importing.table import read
from corpus.model.source import ArticleDraft, Piece, SourceDocument, Split
from corpus.model.span import Span
from corpus.text.split import split
from tests.lines import every

LONG = "县城里的网店今年又多了不少，店主说生意比去年好，快递也来得更勤了。" * 12
OTHER = "山里的果农学会了直播卖货，一季下来挣的钱抵得上从前一年，村里的路也修好了。" * 12

THIRD = "海边的渔港换了新灯塔，夜里归航的船不再搁浅，码头上的鱼市天亮前便散尽了。" * 12


def cut(text: str) -> Split:
    return split(SourceDocument(text, "utf-8", "text"))


def assert_tiles(text: str, parts: Split) -> None:
    spans = sorted([one.span for one in parts.articles] + [one.span for one in parts.pieces])
    assert "".join(span.of(text) for span in spans) == text
    assert all(one.end == other.start for one, other in pairwise(spans))


def test_a_page_of_glued_articles_is_cut_at_their_titles(project_root: Path) -> None:
    document = read(project_root / "resources" / "samples" / "noisy-page.txt")
    parts = split(document)
    assert [(one.title, one.duplicate_of) for one in parts.articles] == [
        ("小城网店这几年变了什么?", None),
        ("熟人之间的买卖到底有多大?", None),
        ("县城开网店以后会怎么样", 0),
    ]
    assert parts.articles[2].similarity > 0.95
    assert [
        (one.kind, one.span.of(document.text).strip()) for one in parts.pieces if one.kind != "blank"
    ] == [
        ("page_title", "社区团购怎么做 社区团购赚钱吗,社区团购的前景如何"),
        ("page_title_repeated", "社区团购怎么做 社区团购赚钱吗,社区团购的前景如何"),
        ("image_placeholder", "文章插图"),
        ("related_links", "推荐阅读"),
    ]
    assert_tiles(document.text, parts)


def test_the_sample_page_is_cut_as_people_would(shared_samples: Path) -> None:
    document = read(shared_samples / "000_da38a27201784206.txt")
    labels = json.loads((shared_samples / "labels" / "articles.json").read_text(encoding="utf-8"))["articles"]
    ids = [one["id"] for one in labels]
    parts = split(document)
    assert [(one.title, one.span, one.duplicate_of) for one in parts.articles] == [
        (
            one["title"],
            Span(one["offset"], one["end"]),
            ids.index(one["duplicate_of"]) if one["duplicate_of"] else None,
        )
        for one in labels
    ]
    assert_tiles(document.text, parts)


def test_reports_and_odd_files_stay_one_article(shared_samples: Path) -> None:
    files = [
        *(shared_samples / "open" / "07_reports").glob("*.md"),
        *(shared_samples / "open" / "07_reports").glob("*.txt"),
        *(shared_samples / "open" / "07_reports" / "_plain").glob("*.txt"),
        *(shared_samples / "open" / "05_files" / "encodings_made").glob("*.txt"),
        *(shared_samples / "open" / "05_files" / "md").glob("*.md"),
    ]
    assert files
    assert {path.name: len(split(read(path)).articles) for path in files} == {path.name: 1 for path in files}


def test_a_plain_file_is_one_article_without_its_blank_edges() -> None:
    text = "\n\n  网店的一年  \n\n正文。\n\n"
    assert cut(text) == Split(
        (ArticleDraft("网店的一年", Span(4, 16)),),
        (Piece("blank", Span(0, 4)), Piece("blank", Span(16, 18))),
    )


def test_headed_sections_of_one_article_are_not_cut() -> None:
    text = f"网店调查\n摘要\n{LONG}\n现状如何\n{OTHER}\n结论\n{LONG}二"
    assert [one.title for one in cut(text).articles] == ["网店调查"]


def test_questions_alone_are_not_enough() -> None:
    text = f"开店要多少钱？\n{LONG}\n去哪里进货？\n{OTHER}"
    assert len(cut(text).articles) == 1


def test_an_article_pasted_twice_is_marked() -> None:
    text = f"网店的一年\n{LONG}{OTHER}\n\n网店的一年\n{LONG}{OTHER}"
    assert [(one.title, one.duplicate_of) for one in cut(text).articles] == [
        ("网店的一年", None),
        ("网店的一年", 0),
    ]


def test_a_page_title_above_the_heading_does_not_make_sections_articles() -> None:
    text = f"怎么开网店好\n首页\n怎么开网店好\n去哪里进货？\n{LONG}\n怎么发快递？\n{OTHER}"
    assert len(cut(text).articles) == 1


def test_a_page_title_between_the_parts_makes_them_articles() -> None:
    text = f"怎么开网店好\n\n网店的一年\n{LONG}\n\n怎么开网店好\n\n果农的一季\n{OTHER}"
    assert [one.title for one in cut(text).articles] == ["网店的一年", "果农的一季"]


@pytest.mark.parametrize("between", ["来源：县报\n", "作者: 李四\n"])
def test_titles_with_bylines_are_articles(between: str) -> None:
    text = f"网店的一年\n{between}{LONG}\n果农的一季\n{between}{OTHER}"
    assert [one.title for one in cut(text).articles] == ["网店的一年", "果农的一季"]


def test_buttons_above_the_title_belong_to_no_article() -> None:
    text = "您的位置:\n首页\n>\n县城要闻\n今年的网店调查报告\n来源：县报\n网店多了。"
    parts = cut(text)
    assert [(one.title, one.span.start) for one in parts.articles] == [
        ("今年的网店调查报告", text.index("今年"))
    ]
    assert {one.kind for one in parts.pieces} == {"page_control", "blank"}
    assert_tiles(text, parts)


@pytest.mark.parametrize(
    "text",
    ["网店\n人多\n今年的网店调查报告\n来源：县报\n好。", "首页\n搜索\n这一段是正文，很长很长。\n来源：县报"],
)
def test_short_first_lines_alone_are_no_buttons(text: str) -> None:
    assert cut(text).articles[0].span == Span(0, len(text))


def test_a_very_long_first_line_gives_a_short_title() -> None:
    assert cut(LONG).articles[0].title == LONG[:200]


def test_the_title_has_no_invisible_characters() -> None:
    assert cut("网\u200b店的一年\n正文。").articles[0].title == "网店的一年"


@given(
    st.lists(
        st.sampled_from(
            [LONG, OTHER, "果农的一季", "网店怎么样？", "", "文章插图", "  ", "推荐阅读", "=====", "来源：报"]
        ),
        max_size=12,
    )
)
def test_articles_and_pieces_always_tile_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert_tiles(text, cut(text))


@every(
    "between",
    [
        "2023-05-06 10:30 来源：县报",
        "县报 2023年5月6日",
        "文/李四",
        "（记者 李四 通讯员 王五）",
        "本报记者 李四",
        "李四",
    ],
)
@every("numbering", ["", "# ", "一、", "1. "])
def test_lines_of_source_author_or_day_under_titles_make_articles(numbering: str, between: str) -> None:
    text = f"{numbering}网店的一年\n{between}\n{LONG}\n{numbering}果农的一季\n{between}\n{OTHER}"
    assert [one.title for one in cut(text).articles] == [f"{numbering}网店的一年", f"{numbering}果农的一季"]
    assert_tiles(text, cut(text))


@pytest.mark.parametrize(
    "foot",
    [
        "责任编辑：张三",
        "上一篇：县里开会\n下一篇：镇上修路",
        "打印本页\n关闭窗口",
        "版权声明：本文归作者所有",
        "扫一扫在手机打开当前页",
        "（完）",
    ],
)
def test_the_foot_of_a_page_between_titles_makes_articles(foot: str) -> None:
    text = f"网店的一年\n{LONG}\n{foot}\n果农的一季\n{OTHER}"
    parts = cut(text)
    assert [one.title for one in parts.articles] == ["网店的一年", "果农的一季"]
    assert not any(foot in one.span.of(text) for one in parts.articles)
    assert_tiles(text, parts)


def test_links_in_the_middle_of_an_article_do_not_cut_it() -> None:
    text = f"网店的一年\n{LONG}\n分享到：微信 微博\n再看一季\n{OTHER}"
    assert len(cut(text).articles) == 1


def test_texts_labelled_with_titles_are_articles() -> None:
    text = f"标题：网店的一年\n{LONG}\n标题：果农的一季\n{OTHER}"
    assert len(cut(text).articles) == 2


@pytest.mark.parametrize("form", ["{}", "【{}】", "《{}》", "1. {}", "第一篇 {}"])
def test_texts_that_share_no_subject_are_articles(form: str) -> None:
    titles = [form.format(title) for title in ("网店的一年", "果农的一季", "渔港的新灯塔")]
    text = "\n\n".join(f"{title}\n{body}" for title, body in zip(titles, (LONG, OTHER, THIRD), strict=True))
    assert [one.title for one in cut(text).articles] == titles


def test_sections_that_share_a_subject_are_one_article() -> None:
    shared = "竹编合作社也在其中。"
    text = "\n\n".join(
        f"{title}\n{body.replace('。', '。' + shared)}"
        for title, body in (("县城的一年", LONG), ("山里的一年", OTHER), ("海边的一年", THIRD))
    )
    assert len(cut(text).articles) == 1


def test_a_report_with_one_date_below_its_title_is_one_article() -> None:
    text = f"县里的工作报告\n2023年5月6日\n{LONG}\n一、去年工作\n{OTHER}\n二、今年打算\n{THIRD}"
    assert len(cut(text).articles) == 1


def test_a_repeat_with_some_words_changed_is_marked() -> None:
    changed = THIRD.replace("换了新灯塔", "修了新灯塔", 6).replace("便散尽了", "就散完了", 5)
    text = f"渔港\u3000新灯塔\n来源：县报\n{THIRD}\n网店的一年\n来源：县报\n{LONG}\n渔港再记\n来源：县报\n{changed}"
    assert [one.duplicate_of for one in cut(text).articles] == [None, None, 0]


@pytest.mark.parametrize("buttons", ["分享:", "打印\n收藏", "\n返回\n\n分享到：\n"])
def test_that_a_text_begins_with_its_title_and_not_with_a_button_above_it(buttons: str) -> None:
    text = f"{buttons}\n河东省2026年政府工作报告\n首页\n各位代表：\n地区生产总值增长5.6%。"
    (article,) = split(SourceDocument(text, "utf-8", "text")).articles
    assert article.title == article.span.of(text).partition("\n")[0] == "河东省2026年政府工作报告"
    alone = f"{buttons}\n好"
    (article,) = split(SourceDocument(alone, "utf-8", "text")).articles
    assert article.span.of(alone).strip() == alone.strip()


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01 08:00:01 INFO 开机\n2024-03-01 08:00:01 INFO 开机\n2024-03-01 08:05:09 WARN 三号库高温",
        "[08:00:01] 泵 - 开机\n[08:05:02] 泵 - 停机\n[08:00:01] 泵 - 开机",
        "月亮走呀我也走\n我送阿哥到村口\n山路弯弯水长流\n月亮走呀我也走",
    ],
)
def test_that_no_line_of_a_log_or_a_song_is_lost_because_it_comes_again(text: str) -> None:
    (article,) = split(SourceDocument(text, "utf-8", "text")).articles
    assert article.span.of(text) == text
