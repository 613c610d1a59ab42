"""Bylines made of the same facts in many layouts, and lines of the same shape that name nobody."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations, product

import pytest

from corpus.records.bylines.byline_words import byline_of
from corpus.records.bylines.notes_of_origin import read_note
from corpus.records.bylines.signatures import signed_people
from corpus.records.head import record_of_text
from corpus.records.lines.beside_text import own_lines
from corpus.records.lines.page import Gathered
from tests.lines import every

TITLE = "渡口驿站的下午"
TEXT = "那天下午，渡口的驿站排起了长队，取件的人从门里一直站到了桥头。\n老板说，这样的日子一年也没有几回。"
WRITERS = (
    "作者：柳成荫", "文/柳成荫", "文｜柳成荫", "柳成荫/文", "本报记者 柳成荫", "撰文 柳成荫", "□柳成荫", "（柳成荫）",
    "柳成荫（江城大学教授）", "柳成荫　江城大学", "［作者］柳成荫", "作者→柳成荫", "作　　者　柳成荫",
    "专栏作家 柳成荫",
    "记者柳成荫", "署名：柳成荫", "原创 柳成荫", "柳成荫 来源：江城观察",
)  # fmt: skip
DAYS = (
    "2023年5月6日", "2023-05-06", "2023.05.06", "2023/5/6 08:20", "二〇二三年五月六日", "20230506", "【2023年5月6日】",
    "2023年05月06日 星期六", "发布时间：2023-05-06", "发布于2023.05.06", "江城，2023年5月6日", "Sat, 06 May 2023",
)  # fmt: skip
MARKS = ("　", "  ", " | ", "　·　", " / ")


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


@every("writer", WRITERS)
def test_that_who_wrote_is_read_alone_below_the_title(writer: str) -> None:
    told = read(f"{TITLE}\n{writer}\n{TEXT}")
    assert (told["title"], told["author"]) == ([TITLE], ["柳成荫"])


@every(
    ("first", "second"),
    [
        ("柳 荫", "何 苗"),
        ("柳　荫", "何　苗"),
        ("柳 荫", "何小苗"),
        ("何小苗", "柳　荫"),
        ("欧阳苗", "柳 荫"),
    ],
)
def test_that_names_padded_to_one_width_are_read_as_names(first: str, second: str) -> None:
    names = ["".join(one.split()) for one in (first, second)]
    between = ("、", "　　", "   ", "，", "　" if " " in first + second else "  ")
    layouts = (
        "{}",
        "作者：{}",
        "文/{}",
        "本报记者　{}",
        "（记者 {}）",
        "□ {}",
        "{} 著",
        "{}（江城大学 经济学院）",
    )
    for mark, layout in product(between, layouts):
        line = layout.format(f"{first}{mark}{second}")
        assert read(f"{TITLE}\n{line}\n{TEXT}")["author"] == names, line
    for mark in between:
        assert read(f"{TITLE}\n{TEXT}\n{first}{mark}{second}")["author"] == names, mark


def test_that_spread_words_are_no_names() -> None:
    for spread in ("商 业 经 济", "江 苏 商 论", "白 云 黄 鹤", "黄 河 文 化", "安 徽 日 报"):
        assert read(f"{spread}\n{TEXT}")["title"] == ["".join(spread.split())]
        assert "author" not in read(f"{TITLE}\n{spread}\n{TEXT}"), spread
    assert read(f"{TITLE}\n张 伟 李 明\n{TEXT}")["author"] == ["张伟", "李明"]
    assert read(f"{TITLE}\n张 伟 著\n{TEXT}")["author"] == ["张伟"]


@every("day", DAYS)
def test_that_a_day_is_read_alone_below_the_title(day: str) -> None:
    told = read(f"{TITLE}\n{day}\n{TEXT}")
    assert (told["title"], told["issued"]) == ([TITLE], ["2023-05-06"])


def test_that_labels_are_read_in_every_order_with_every_mark_between() -> None:
    facts = ("作者：柳成荫", "来源：江城晚报", "2023-05-06 08:20", "责任编辑：何苗", "浏览：312次")
    for mark, order in product(MARKS, permutations(facts, 4)):
        if {*facts[:3]} <= {*order}:
            line = mark.join(order)
            told = read(f"{TITLE}\n{line}\n{TEXT}")
            assert told["author"] == ["柳成荫"], line
            assert told["container-title"] == ["江城晚报"], line
            assert told["issued"] == ["2023-05-06"], line


@pytest.mark.parametrize("mark", MARKS)
def test_that_a_paper_its_day_its_sheet_and_its_reporters_are_read_with_every_mark_between(mark: str) -> None:
    for paper, writers in product(
        ("《江城晚报》", "江城晚报"), ("本报记者 柳成荫 苗壮", "记者　柳成荫　苗壮")
    ):
        line = mark.join((paper, "2023年5月6日", "第05版", writers))
        told = read(f"{TITLE}\n{line}\n{TEXT}")
        assert told["author"] == ["柳成荫", "苗壮"], line
        assert told["container-title"] == ["江城晚报"], line


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("柳成荫、苗壮", ["柳成荫", "苗壮"]),
        ("◎ 柳成荫　江城大学商学院教授", ["柳成荫"]),
        ("张三 周一", []),
        ("文图", []),
        ("江城晚报", []),
        ("柳成荫说，这样的日子不多。", []),
        ("冷链 仓配", []),
    ],
)
def test_that_only_people_with_what_they_are_sign_a_text(line: str, people: list[str]) -> None:
    assert signed_people(line) == people


@pytest.mark.parametrize(
    ("line", "writers", "translators"),
    [
        ("[挪威]奥拉·林德/文　和声/译　译林夜话网　2021年3月15日 07:00 AM", ["奥拉·林德"], ["和声"]),
        ("［韩］朴志厚　著　　和声　译", ["朴志厚"], ["和声"]),
        ("作者　李方　译　王圆", ["李方"], ["王圆"]),
        ("发布：2023-01-06　　渡口集团官网　　供稿：运营部", ["运营部"], []),
    ],
)
def test_that_names_stand_before_or_behind_what_they_did(
    line: str, writers: list[str], translators: list[str]
) -> None:
    told = byline_of(line)
    assert told is not None
    assert (told.authors, told.translators) == (writers, translators)


@pytest.mark.parametrize(
    ("note", "fields"),
    [
        (
            "（原载《城郊周末》2020年12月3日C2版，作者单于飞系该报特约撰稿人，标题为编者所改）",
            {"container-title": ["城郊周末"], "issued": ["2020-12-03"], "page": ["C2"], "author": ["单于飞"]},
        ),
        (
            "*本文来自微信公众号“货架背后”（ID：huojia），作者：岑川，编辑：老墨，某网经授权转载，2024-01-26。",
            {"container-title": ["货架背后"], "author": ["岑川"], "issued": ["2024-01-26"]},
        ),
        ("（渡口县统计局工业科 供稿）", {"author": ["渡口县统计局工业科"]}),
        ("（作者柳成荫，系江城大学教授）", {"author": ["柳成荫"]}),
        ("（作者单位：江城大学）", {}),
        ("作者改一遍，编辑改三遍。", {}),
        ("本文作者认为，来源并不重要。", {}),
        ("摘自《集市的重量》第三章。", {}),
    ],
)
def test_that_a_note_is_read_clause_by_clause(note: str, fields: dict[str, list[str]]) -> None:
    found = Gathered("document")
    read_note(note, found)
    assert found.fields == fields


@pytest.mark.parametrize(
    "writer", ["柳成荫", "（柳成荫）", "——柳成荫", "柳成荫\n2023年5月6日", "2023年5月6日　柳成荫"]
)
def test_that_who_signed_behind_the_last_sentence_wrote_it(writer: str) -> None:
    assert read(f"{TITLE}\n{TEXT}\n{writer}")["author"] == ["柳成荫"]


@pytest.mark.parametrize(
    "label",
    [
        "发布日期",
        "公布日期",
        "颁布日期",
        "颁布时间",
        "通过日期",
        "制定日期",
        "成文日期",
        "发文日期",
        "签发日期",
        "印发日期",
    ],
)
def test_that_every_label_of_a_day_dates_a_regulation(label: str) -> None:
    told = read(f"渡口市网络餐饮管理办法\n{label}：2022年9月5日\n\n第一条　为了加强管理，制定本办法。")
    assert (told["type"], told["issued"]) == (["legislation"], ["2022-09-05"])


@pytest.mark.parametrize(
    "line",
    [
        "2022年6月",
        "二〇二二年六月",
        "答辩日期：2022年6月",
        "学位授予日期：2022年6月",
        "起讫日期：2021.3-2022.6",
        "江城　2022年6月",
    ],
)
def test_that_every_day_of_a_cover_dates_a_thesis(line: str) -> None:
    cover = "江城大学\n硕士学位论文\n\n渡口的信任机制研究\n\n作者姓名：柳成荫\n指导教师：苗壮 教授\n学科专业：社会学"
    told = read(f"{cover}\n{line}\n")
    assert (told["type"], told["issued"], told["author"]) == (["thesis"], ["2022-06"], ["柳成荫"])


def test_that_lists_of_other_pages_say_nothing_of_the_text() -> None:
    lines = [
        "相关阅读：",
        "· 码头扩建（2022-12-30）",
        "· 夜班工人的一天　作者：燕归来",
        TITLE,
        "作者：柳成荫",
    ]
    assert own_lines(lines) == [TITLE, "作者：柳成荫"]
    assert own_lines([TITLE, "推荐阅读：《小镇茶馆》 作者：莫言之", "正文。"]) == [TITLE, "正文。"]
    assert own_lines(["推荐阅读：这本书写得好。"]) == ["推荐阅读：这本书写得好。"]
    assert own_lines(["相关阅读"]) == ["相关阅读"]


def test_that_a_reference_above_its_own_title_tells_all_of_it() -> None:
    line = "柳成荫，苗壮.渡口驿站的下午［J］.乡土研究，2020，14（5）：33—41."
    told = read(f"{line}\n\n{TITLE}\n柳成荫　苗壮\n\n【作者单位】江城大学")
    assert {
        name: told[name] for name in ("type", "title", "author", "container-title", "volume", "issue")
    } == {
        "type": ["article-journal"],
        "title": [TITLE],
        "author": ["柳成荫", "苗壮"],
        "container-title": ["乡土研究"],
        "volume": ["14"],
        "issue": ["5"],
    }
    assert read(f"{line}\n另一篇文章\n{TEXT}")["container-title"] == []
