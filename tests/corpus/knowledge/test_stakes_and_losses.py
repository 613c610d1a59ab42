"""A stake is of the company it is a share of, and a profit told to be a loss is one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.knowledge.bearers.stakes import stake_of
from corpus.knowledge.comparing.losses import as_profit
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every

_TARGETS = ("和衡节能", "凯立克", "秦溪风光", "德维格林")


def _read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")).statistics


@every(
    "frame",
    [
        "青禾股份拟收购{}70%股权。",
        "青禾股份4.76亿元收购{}70%股权，引发质疑。",
        "青禾股份拟收购{}剩余70%股权。",
        "青禾股份拟以现金收购张某持有的{}70%的股权。",
        "青禾股份拟转让子公司{}70%股权。",
        "青禾股份收购了{}约70%的股权。",
    ],
)
@every("target", _TARGETS)
def test_that_a_stake_is_of_the_company_bought_and_not_of_who_buys(frame: str, target: str) -> None:
    stake = _read(frame.format(target))[-1]
    assert (stake.subject, stake.value) == (target, Decimal(70))


@pytest.mark.parametrize("nobody", ["其", "其剩余", "标的公司", "旗下三家门店", "上述", ""])
def test_that_a_stake_is_of_nobody_who_is_only_pointed_at(nobody: str) -> None:
    assert stake_of(nobody, "") == ""


def test_that_a_company_known_already_keeps_its_name() -> None:
    assert stake_of("香港上市公司青禾医疗", "青禾医疗") == "青禾医疗"
    assert stake_of("三家公司（凯立克剩余", "") == "凯立克"


def test_that_what_is_held_after_a_deal_is_a_holding() -> None:
    assert [one.metric for one in _read("收购完成后公司持有其80%股权。")] == ["持股比例"]


def test_that_a_stake_whose_deed_stands_behind_it_stays() -> None:
    assert _read("青禾股份完成对江畔科技100%股权的收购。")[-1].subject == "江畔科技"


@every("verb", ["", "为", "仍为", "录得"])
@every(
    ("profit", "loss", "below"),
    [
        ("净利润", "净亏损", "净利润"),
        ("归母净利润", "归母净亏损", "归母净利润"),
        ("扣非净利润", "扣非净亏损", "扣非净利润"),
        ("营业利润", "营业亏损", "营业利润"),
    ],
)
def test_that_a_profit_told_to_be_a_loss_is_one(profit: str, verb: str, loss: str, below: str) -> None:
    (one,) = _read(f"当年青禾股份{profit}{verb}亏损3.2亿元。")
    assert (one.metric, one.value) == (loss, Decimal("3.2"))
    assert (as_profit(one).metric, as_profit(one).value) == (below, Decimal("-3.2"))


def test_that_a_profit_told_to_be_a_gain_is_itself() -> None:
    assert [(one.metric, one.value) for one in _read("公司扣非净利润为盈利1.1亿元。")] == [
        ("扣非净利润", Decimal("1.1"))
    ]


@pytest.mark.parametrize("office", ["税务局第四稽查局", "市场监管局", "证监局"])
def test_that_a_fine_is_not_of_the_place_whose_office_gives_it(office: str) -> None:
    (one,) = _read(f"上海市{office}对许某追缴税款、加收滞纳金并处罚款，共计1.06亿元。")
    assert one.subject != "上海市"


@pytest.mark.parametrize("about", ["左右", "前后"])
def test_that_how_near_a_year_is_is_no_part_of_the_measure(about: str) -> None:
    assert [one.metric for one in _read(f"在2030年{about}市场规模将达500亿元。")] == ["市场规模"]
