"""Twenty entries by the rules of GB/T 7714—2025, and Chinese names unharmed in the styles of other countries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.report.citations import cite

Item = dict[str, Any]


def persons(*names: str) -> list[dict[str, str]]:
    return [{"literal": name} for name in names]


def day(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


BOOK: Item = {"type": "book", "title": "电商史", "author": persons("阿明"), "publisher": "海棠出版社",
              "publisher-place": "北京", "issued": day(2019)}  # fmt: skip
JOURNAL: Item = {"type": "article-journal", "title": "论社交电商", "author": persons("张三", "李四"),
                 "container-title": "商业研究", "issued": day(2020), "volume": "12", "issue": "3",
                 "page": "15-21"}  # fmt: skip

CASES: tuple[tuple[str, Item, str], ...] = (
    ("book", BOOK, "阿明. 电商史[M]. 北京：海棠出版社，2019."),
    ("pages of a book", {**BOOK, "page": "25-30"}, "阿明. 电商史[M]. 北京：海棠出版社，2019：25-30."),
    ("edition", {**BOOK, "edition": "第三版"}, "阿明. 电商史[M]. 3版. 北京：海棠出版社，2019."),
    ("first edition", {**BOOK, "edition": "1"}, "阿明. 电商史[M]. 北京：海棠出版社，2019."),
    ("translator", {**BOOK, "author": persons("史密斯"), "translator": persons("王五")},
     "史密斯. 电商史[M]. 王五，译. 北京：海棠出版社，2019."),
    ("three authors", {**BOOK, "author": persons("甲一", "乙二", "丙三")},
     "甲一，乙二，丙三. 电商史[M]. 北京：海棠出版社，2019."),
    ("four authors", {**BOOK, "author": persons("甲一", "乙二", "丙三", "丁四")},
     "甲一，乙二，丙三，等. 电商史[M]. 北京：海棠出版社，2019."),
    ("no author", {**BOOK, "author": []}, "电商史[M]. 北京：海棠出版社，2019."),
    ("journal", JOURNAL, "张三，李四. 论社交电商[J]. 商业研究，2020，12（3）：15-21."),
    ("journal without volume", {**JOURNAL, "volume": ""}, "张三，李四. 论社交电商[J]. 商业研究，2020（3）：15-21."),
    ("journal online", {**JOURNAL, "URL": "https://example.org/x"},
     "张三，李四. 论社交电商[J/OL]. 商业研究，2020，12（3）：15-21. https://example.org/x."),
    ("doi", {**JOURNAL, "DOI": "10.1000/xyz"},
     "张三，李四. 论社交电商[J/OL]. 商业研究，2020，12（3）：15-21. DOI:10.1000/xyz."),
    ("newspaper", {"type": "article-newspaper", "title": "直播带货的一年", "author": persons("赵六"),
                   "container-title": "江南晚报", "issued": day(2021, 3, 4), "page": "5"},
     "赵六. 直播带货的一年[N]. 江南晚报，2021-03-04（5）."),
    ("thesis", {"type": "thesis", "title": "社区团购研究", "author": persons("钱七"), "publisher": "江北理工大学",
                "publisher-place": "南京", "issued": day(2022)},
     "钱七. 社区团购研究[D]. 南京：江北理工大学，2022."),
    ("report", {"type": "report", "title": "社交电商报告", "author": persons("海棠研究院"),
                "issued": day(2018, 7, 26), "URL": "https://example.org/r"},
     "海棠研究院. 社交电商报告[R/OL]. 2018-07-26. https://example.org/r."),
    ("web page", {"type": "webpage", "title": "服务章程", "author": persons("海棠博物馆"), "issued": day(2021, 4, 17),
                  "accessed": day(2023, 5, 2), "URL": "https://example.org/w"},
     "海棠博物馆. 服务章程[EB/OL]. （2021-04-17）[2023-05-02]. https://example.org/w."),
    ("standard", {"type": "standard", "title": "信息与文献 著录规则", "number": "GB/T 99999—2024",
                  "publisher": "海棠出版社", "publisher-place": "北京", "issued": day(2024)},
     "信息与文献 著录规则：GB/T 99999—2024[S]. 北京：海棠出版社，2024."),
    ("chapter", {"type": "chapter", "title": "社交电商", "author": persons("孙八"), "container-title": "电商通论",
                 "editor": persons("周九"), "publisher": "海棠出版社", "publisher-place": "北京",
                 "issued": day(2020), "page": "40-58"},
     "孙八. 社交电商[M]//周九. 电商通论. 北京：海棠出版社，2020：40-58."),
    ("English book", {"type": "book", "title": "Online Markets", "publisher": "Harbour Press",
                      "publisher-place": "London", "issued": day(2017), "edition": "2nd",
                      "author": [{"family": "Smith", "given": "John Adam"}, {"family": "Lee", "given": "Ann"}]},
     "Smith J A，Lee A. Online Markets[M]. 2nd ed. London：Harbour Press，2017."),
    ("four English authors", {"type": "book", "title": "Shops", "publisher": "Harbour Press",
                              "publisher-place": "London", "issued": day(2017),
                              "author": [{"family": name, "given": "A"} for name in ("Bell", "Cole", "Dunn", "Ewing")]},
     "Bell A，Cole A，Dunn A，et al. Shops[M]. London：Harbour Press，2017."),
    ("particle", {"type": "book", "title": "Markets", "publisher": "Harbour Press", "publisher-place": "Oxford",
                  "issued": day(2003), "edition": "3", "language": "en",
                  "author": [{"family": "Cruz", "given": "Maria", "non-dropping-particle": "de la"}]},
     "de la Cruz M. Markets[M]. 3rd ed. Oxford：Harbour Press，2003."),
    ("patent", {"type": "patent", "title": "一种可折叠摊位", "number": "201910000001.3", "author": persons("丁一"),
                "issued": day(2020, 12, 13)}, "丁一. 一种可折叠摊位：201910000001.3[P]. 2020-12-13."),
    ("archive", {"type": "manuscript", "title": "渡口收费章程", "genre": "档案", "author": persons("海棠档案馆"),
                 "publisher": "海棠档案馆", "publisher-place": "南京", "issued": day(1934)},
     "海棠档案馆. 渡口收费章程[A]. 南京：海棠档案馆，1934."),
    ("conference", {"type": "paper-conference", "title": "夜市照明", "author": persons("贾东"), "page": "8-11",
                    "editor": persons("海棠照明学会"), "container-title": "照明会议论文集", "publisher": "海棠出版社",
                    "publisher-place": "南京", "issued": day(2015)},
     "贾东. 夜市照明[C]//海棠照明学会. 照明会议论文集. 南京：海棠出版社，2015：8-11."),
)  # fmt: skip


@pytest.mark.parametrize(("told", "item", "entry"), CASES, ids=[case[0] for case in CASES])
def test_that_the_entry_is_as_the_standard_has_it(told: str, item: Item, entry: str) -> None:
    (made,) = cite([{"id": told, **item}], "gbt7714-2025-numeric")
    assert made.text == entry


NAMES = (
    ("宋", "云"), ("马", "丽"), ("欧阳", "修远"), ("司马", "光明"), ("诸葛", "明"), ("王", "小明"), ("李", "雷"),
    ("韩", "梅梅"),
    ("赵", "云飞"), ("钱", "多多"), ("孙", "大圣"), ("周", "正"), ("吴", "用之"), ("郑", "和平"), ("冯", "程程"),
)  # fmt: skip


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee"])
def test_that_chinese_names_stay_whole_in_foreign_styles(style: str) -> None:
    items = [
        {"id": str(n), "type": "book", "title": f"书{n}", "publisher": "海棠出版社", "issued": day(2000 + n),
         "author": [{"family": family, "given": given}]}
        for n, (family, given) in enumerate(NAMES)
    ]  # fmt: skip
    made = cite(items, style)
    for (family, given), citation in zip(NAMES, made, strict=True):
        assert family + given in citation.text
        assert f"{given[0]}." not in citation.text.replace(f"{family}{given}.", "")


FOREIGN_ITEMS: tuple[Item, ...] = (
    {"type": "book", "title": "电商史", "author": [{"family": "宋", "given": "云"}], "publisher": "海棠出版社",
     "publisher-place": "北京", "issued": day(2019)},
    {"type": "article-journal", "title": "论社交电商", "container-title": "商业研究", "volume": "12", "issue": "3",
     "author": [{"family": "马", "given": "丽"}, {"family": "欧阳", "given": "修远"}], "page": "15-21",
     "issued": day(2020)},
    {"type": "thesis", "title": "社区团购研究", "author": persons("钱多多"), "publisher": "江北理工大学",
     "genre": "博士学位论文", "issued": day(2022)},
    {"type": "report", "title": "社交电商报告", "author": persons("海棠研究院"), "issued": day(2018, 7, 26),
     "URL": "https://example.org/r"},
    {"type": "article-newspaper", "title": "直播带货的一年", "container-title": "江南晚报", "page": "5",
     "author": [{"family": "赵", "given": "云飞"}, {"family": "孙", "given": "大圣"}, {"family": "周", "given": "正"}],
     "issued": day(2021, 3, 4)},
)  # fmt: skip
FOREIGN_STRINGS: dict[str, tuple[str, ...]] = {
    "apa": (
        "宋云. (2019). 电商史. 海棠出版社.",
        "马丽, & 欧阳修远. (2020). 论社交电商. 商业研究, 12(3), 15–21.",
        "钱多多. (2022). 社区团购研究 [博士学位论文]. 江北理工大学.",
        "海棠研究院. (2018). 社交电商报告. https://example.org/r",
        "赵云飞, 孙大圣, & 周正. (2021, March 4). 直播带货的一年. 江南晚报, 5.",
    ),
    "chicago-author-date": (
        "宋云. 2019. 电商史. 海棠出版社.",
        "马丽, and 欧阳修远. 2020. “论社交电商”. 商业研究 12 (3): 15–21.",
        "钱多多. 2022. “社区团购研究”. 博士学位论文, 江北理工大学.",
        "海棠研究院. 2018. 社交电商报告. https://example.org/r.",
        "赵云飞, 孙大圣, and 周正. 2021. “直播带货的一年”. 江南晚报, March 4.",
    ),
    "ieee": (
        "宋云, 电商史. 北京: 海棠出版社, 2019.",
        "马丽 and 欧阳修远, “论社交电商”, 商业研究, vol. 12, no. 3, pp. 15–21, 2020.",
        "钱多多, “社区团购研究”, 博士学位论文, 江北理工大学, 2022.",
        "海棠研究院, “社交电商报告”, Jul. 2018. [Online]. Available: https://example.org/r",
        "赵云飞, 孙大圣, and 周正, “直播带货的一年”, 江南晚报, p. 5, Mar. 04, 2021.",
    ),
}


@pytest.mark.parametrize("style", FOREIGN_STRINGS)
def test_that_chinese_items_of_every_kind_are_whole_in_foreign_styles(style: str) -> None:
    items = [{"id": str(n), "language": "zh-CN", **one} for n, one in enumerate(FOREIGN_ITEMS)]
    assert tuple(one.text for one in cite(items, style)) == FOREIGN_STRINGS[style]


def test_that_rarer_kinds_of_records_come_out_as_either_edition_prescribes() -> None:
    for line in Path(__file__).with_name("rare_records.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        for edition in ("2015", "2025"):
            (made,) = cite([{"id": "x", **record["item"]}], f"gbt7714-{edition}-numeric")
            assert made.text == record[edition]
