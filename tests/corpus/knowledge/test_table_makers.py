"""Of whom and when a table is by what stands around it: its maker below, its title's unit, its captions and notes."""

from __future__ import annotations

from corpus.knowledge.tables.grid import grids
from corpus.knowledge.tables.reading import figures_of_grid
from corpus.model.statistic import Statistic
from tests.lines import every


def told(text: str) -> list[Statistic]:
    """Return the figures of the tables of a text."""
    return [one for grid in grids(text) for one in figures_of_grid(text, grid)]


@every("label", ["编制单位", "填报单位", "编报单位", "公司名称", "单位名称", "报送单位"])
def test_that_the_maker_named_below_a_table_owns_its_accounts(label: str) -> None:
    rows = "科目（千元）\t期末余额\t期初余额\n货币资金\t402,117\t388,640\n存货\t295,033\t341,902\n"
    text = f"资产负债简表\n{rows}{label}：柯陵机电股份有限公司\n"
    assert {one.subject for one in told(text)} == {"柯陵机电股份有限公司"}


@every("unit", ["人民币百万元", "百万元", "人民币万元", "千美元"])
def test_that_a_unit_in_the_cell_beside_the_title_is_that_of_the_cells(unit: str) -> None:
    text = f"2022年各地收入\t{unit}\n地区\t收入\t占比\n南屏县\t18,406\t54.1%\n海川市\t5,230\t15.4%\n"
    found = [one for one in told(text) if one.unit != "%"]
    assert [one.metric for one in found] == ["收入", "收入"]
    assert {one.unit for one in found} == {unit.removeprefix("人民币")}


@every("caption", ["图书馆到馆人次", "博物馆到馆人次", "少年宫到馆人次"])
def test_that_a_caption_tells_of_whom_its_first_measure_is(caption: str) -> None:
    text = f"{caption}（近两年）\n年度\t到馆人次（万）\t外借册次（万）\n2020年度\t31.2\t48.6\n2021年度\t77.5\t91.0\n"
    assert {one.subject for one in told(text)} == {caption.removesuffix("到馆人次")}


@every("note", ["注：数据期为2024年1—3月。", "注：统计期间为2024年1—3月。", "说明：数据时间：2024年1—3月。"])
def test_that_a_note_tells_the_year_the_title_leaves_out(note: str) -> None:
    rows = "城市\t开发投资（亿元）\t销售面积（万平方米）\n莲州\t86.4\t101.7\n江汀\t43.0\t77.2\n"
    text = f"一季度房地产开发投资\n{rows}{note}\n"
    assert {one.period.start for one in told(text)} == {"2024-01-01"}
    assert {one.period.end for one in told(text)} == {"2024-03-31"}
