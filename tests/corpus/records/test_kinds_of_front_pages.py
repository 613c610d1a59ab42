"""Kinds of first pages in Chinese, each in the layouts it is printed in, and lines of their shape that say nothing."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations, product
from pathlib import Path

import pytest

from corpus.importing.table import parse
from corpus.records.head import record_of_text
from corpus.records.lines.names import people_in
from corpus.records.merging import merge
from tests.lines import every

TEXT = "那天下午，渡口的驿站排起了长队，取件的人从门里一直站到了桥头。\n老板说，这样的日子一年也没有几回。"


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


@every(
    "day",
    [
        "二〇一九年四月二十九日",
        "2019-04-29 08:30",
        "发布于 2019-04-29",
        "2019年4月29日 星期一",
        "（2019.04.29）",
    ],
)
@every("end", ["", "\n联系人：邱声　电话：8812345", "\n附件：名单一份"])
def test_that_the_only_day_alone_on_a_line_is_the_day(day: str, end: str) -> None:
    assert read(f"渡口驿站的下午\n{TEXT}\n{day}{end}")["issued"] == ["2019-04-29"]


@every("line", ["答：2023年7月1日。", "2023/02/11 发表想法", "更新于2023年7月1日", "2023年7月1日起施行"])
def test_that_a_day_of_something_else_is_none_of_the_text(line: str) -> None:
    assert "issued" not in read(f"渡口驿站的下午\n{TEXT}\n{line}\n{TEXT}")


@every(
    ("line", "names"),
    [
        ("牧之昂1a,2 ，车前子1b ，凌霄2", ["牧之昂", "车前子", "凌霄"]),
        ("牧之昂1a，车前子1b", ["牧之昂", "车前子"]),
        ("牧之昂1,2，车前子2*", ["牧之昂", "车前子"]),
    ],
)
def test_that_marks_of_bodies_are_taken_off_names(line: str, names: list[str]) -> None:
    assert people_in(line) == names


@every("role", ["视频", "图片", "海报", "剪辑", "摄影", "设计"])
def test_that_who_helped_is_no_author(role: str) -> None:
    told = read(f"旧衣回收箱里的生意\n2020-06-22 07:45\n见习记者 裴念　{role} 曹野\n{TEXT}")
    assert told["author"] == ["裴念"]


BODIES = ("泊安区商务局", "泊安区财政局", "泊安区邮政管理局")


@every("at", range(3))
@every("count", [2, 3])
def test_that_all_bodies_of_a_shared_head_wrote_the_document(at: int, count: int) -> None:
    lines = [
        f"{body}　文件" if place == min(at, count - 1) else body for place, body in enumerate(BODIES[:count])
    ]
    head = "\n".join(("特急", *lines, "泊商联〔2019〕6号", "关于下达2019年快递进村补助资金的通知"))
    told = read(f"{head}\n各镇人民政府：\n现将补助资金下达如下。\n二〇一九年四月二十九日\n联系人：邱声")
    assert (told["author"], told["issued"]) == ([*BODIES[:count]], ["2019-04-29"])
    assert told["title"] == ["关于下达2019年快递进村补助资金的通知"]


ROWS = {
    "paper-conference": (
        "一种面向小店的录入方法\n冷月 夏蝉",
        ("会议名称：全国商业信息化大会（2017）", "会议时间：2017-08-18", "会议地点：磐州"),
        {"title": "一种面向小店的录入方法", "container-title": "全国商业信息化大会（2017）", "issued": "2017-08-18"},
    ),
    "book": (
        "集市记 / 卢一舸著",
        ("作者：卢一舸", "出版社：山与湖出版公司", "出版年：2023-3", "副标题：十二个赶集日"),
        {"title": "集市记：十二个赶集日", "author": "卢一舸", "publisher": "山与湖出版公司", "issued": "2023-03"},
    ),
    "standard": (
        "DB99/T 2107-2021《农村物流服务站点运营规范》",
        ("归口单位：澜江省标准化技术委员会", "起草单位：省邮政业安全中心", "批准发布：澜江省市场监督管理局"),
        {"title": "农村物流服务站点运营规范", "number": "DB99/T 2107-2021", "publisher": "澜江省市场监督管理局"},
    ),
}  # fmt: skip


@every(("kind", "order"), [(kind, order) for kind in ROWS for order in permutations(range(3))])
def test_that_a_sheet_without_the_word_title_is_called_by_its_first_line(
    kind: str, order: tuple[int, ...]
) -> None:
    first, rows, record = ROWS[kind]
    told = read("\n".join((first, *(rows[place] for place in order), *rows[3:], TEXT)))
    assert told["type"] == [kind]
    assert {field: told[field] for field in record} == {field: [value] for field, value in record.items()}


@every("number", ["No. WP2021-08", "No.2021-08"])
@every("names", [("晏如",), ("晏如", "戚望舒"), ("晏如", "戚望舒", "陆小满")])
def test_that_a_working_paper_has_its_number_and_all_who_wrote_it(
    number: str, names: tuple[str, ...]
) -> None:
    told = read(
        "\n".join(
            (
                "工作论文系列",
                number,
                "平台佣金上限会伤害小商户吗？",
                *names,
                "江口发展研究中心",
                "2021年11月2日",
            )
        )
    )
    assert told["author"] == [*names]
    assert told["number"] == [number.removeprefix("No.").strip()]


@every("label", ["〔DOI〕 ", "【DOI】", "[DOI]：", "DOI：", "doi: "])
def test_that_a_doi_is_read_behind_its_label(label: str) -> None:
    told = read(
        f"即时零售的履约半径\n秋实，阿依古丽\n〔内容提要〕 履约半径并非越短越好。\n〔关键词〕 骑手\n"
        f"{label}10.99999/j.2025.011\n"
        "《流通经济探究》2025年第2期"
    )
    assert told["DOI"] == ["10.99999/j.2025.011"]


def test_that_an_excerpt_names_who_edited_its_book() -> None:
    note = "——本文选自《乡村发展报告（2023）》，贾湖主编，社科文汇出版社，2023年5月，第131～148页"
    told = read(f"2022年乡村直播带货状况与展望\n游目骋　蓝田玉*\n摘　要：进入平台期。\n{note}")
    assert (told["editor"], told["publisher"], told["issued"]) == (["贾湖"], ["社科文汇出版社"], ["2023-05"])


def test_that_the_first_of_two_bodies_above_the_word_published_a_standard() -> None:
    told = read(
        "ICS 55.020\n中华人民共和国国家标准\nGB/T 99123—2024\n快递包装重复使用评价方法\n"
        "2024-03-15发布　2024-10-01实施\n国家市场监督管理总局\n国家标准化管理委员会　发 布"
    )
    assert told["publisher"] == ["国家市场监督管理总局"]


@pytest.mark.parametrize("level", ["h1", "h2", "h3"])
@pytest.mark.parametrize("shown", ["页面找不到了", "首页", "新闻详情"])
def test_that_the_only_heading_is_the_title_where_a_browser_shows_none(level: str, shown: str) -> None:
    page = (
        f"<html><head><title>{shown}</title></head><body><div>登录 | 注册</div><{level}>验机师：一天看一百二十部手机"
        f"</{level}><p>灯光是定制的，五千开，照得出头发丝细的划痕，也照得出屏幕换过没有。</p></body></html>"
    )
    document = parse(Path("x.html"), page.encode())
    assert (
        merge((*document.record, *record_of_text(document.text))).item["title"]
        == "验机师：一天看一百二十部手机"
    )


def test_that_a_title_in_the_rows_of_an_official_page_is_the_title() -> None:
    rows = (
        "索 引 号：\t00317",
        "发布机构：\t溪原市商务局",
        "标　　题：\t关于开展以旧换新工作的通知",
        "发文字号：\t溪商发〔2024〕19号",
    )
    for order in product([rows, rows[::-1]], ["溪原市商务局 通知公告", "信息公开"]):
        assert read("\n".join((order[1], *order[0], TEXT)))["title"] == ["关于开展以旧换新工作的通知"]
