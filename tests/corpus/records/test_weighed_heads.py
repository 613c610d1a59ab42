"""What the lines of a page weigh: titles below lines no form tells, kinds by their words, nothing where none is."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from corpus.model.completeness import NEEDED
from corpus.records.head import record_of_text
from corpus.records.lines.page import front_page
from corpus.records.weighed.kind_signs import signs_of_kind
from corpus.records.weighed.outline import outline_of
from corpus.records.weighed.title_signs import lines_to_weigh, signs_of_joining, signs_of_line
from corpus.records.weighed.weights import kinds, weights_of_kinds, weights_of_titles
from tests.lines import every

ABOVE = (
    "山行者读书会\n第 41 次分享",
    "湖畔周末\nISSUE 12",
    "本期导读\n街区观察",
    "城南记事\n◎特别企划",
    "青石巷小报\n副刊｜人间",
    "晨光社区\n邻里版",
)
TITLES = ("修表铺搬走以后，老街安静了", "一碗面从三元涨到九元的二十年", "菜场二楼的剧团还在排练")
BELOW = ("文｜陆小满　摄影｜周舟\n2023-05-11 08:20", "2022年9月3日　沈一苇", "□ 本报记者 韩青禾")
OTHER_TYPES = ("document", "interview", "legal_case", "legislation", "post", "post-weblog", "speech")
TEXT = "巷口的铺子关了三个月，门上的招牌还没有摘。\n住在对面的老人说，每天早上还会下意识看一眼钟。"
PAGES = [f"{above}\n{title}\n{below}\n{TEXT}" for above, title, below in product(ABOVE, TITLES, BELOW)]


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


@every(("above", "title", "below"), list(product(ABOVE, TITLES, BELOW)))
def test_that_a_title_is_told_below_lines_of_no_known_form(above: str, title: str, below: str) -> None:
    assert read(f"{above}\n{title}\n{below}\n{TEXT}")["title"] == [title]


@pytest.mark.parametrize("line", ["2022赛季联赛开赛时间", "点击题目下方按钮，一键关注本账号", "附件：", "图"])
def test_that_nothing_below_a_first_sentence_is_called_the_title(line: str) -> None:
    sentences = TEXT.replace("\n", "")
    assert not read(f"{sentences}\n{line}\n{sentences}")["title"]
    assert not read(f"{sentences}\n{line}\n1、先把线头留长")["title"]
    assert not read(
        f"{sentences}\n{line}\n有些线头平时用不到，留着又会脱线，这时可以先剪短！下面介绍一种方法"
    )["title"]
    assert read(f"{TITLES[0]}\n{line}\n{TEXT}")["title"] == [TITLES[0]]


def test_that_sentences_alone_are_of_no_kind() -> None:
    for count in range(1, 5):
        assert read("统计局公布，2023年全县粮食播种面积比上年增加1.2%。\n" * count)["type"] == ["document"]


def test_that_every_sign_with_a_weight_is_one_that_pages_show() -> None:
    shown: set[str] = set()
    for text in PAGES:
        outline = outline_of(front_page(text))
        for lines in lines_to_weigh(outline):
            shown |= {*signs_of_line(outline, lines[0]), *signs_of_joining(outline, lines)}
        shown |= signs_of_kind(outline, 2)
    for table in (weights_of_titles(), weights_of_kinds()):
        weighed = sum(sign in table for sign in shown)
        assert weighed > 60
    known = {sign.partition(":")[0] for sign in shown} | {
        "issue",
        "number",
        "twice",
        "held-elsewhere",
        "sheet",
    }
    known |= {f"{where}{edge}" for where in ("end-", "above-", "title-") for edge in ("begins", "ends")}
    known |= {"joined-day", "joined-dash", "label", "people", "site", "clock", "day", "longest", "first-long"}
    assert {
        sign.partition(":")[0] for table in (weights_of_titles(), weights_of_kinds()) for sign in table
    } <= known


def test_that_kinds_are_types_of_records() -> None:
    assert set(kinds()) <= {*NEEDED, *OTHER_TYPES}
    assert all(0 <= kind < len(kinds()) for weights in weights_of_kinds().values() for kind, _ in weights)
