"""Parts of tables: columns of times, of parts of a whole, of money; rows that head those below; units by themselves."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction
from corpus.text.sentences import sentences
from tests.corpus.knowledge.test_heads_of_tables import told


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # a column of times beside the one that names the rows
        (
            "茶博会规模\n届次→年份→展位数（个）\n第八届→2017→1,260\n第九届→2019→1,510",
            ["第八届|展位数|2017|1260个", "第九届|展位数|2019|1510个"],
        ),
        # when something was begun is not when it was so
        (
            "项目名称→开工时间→总投资（亿元）\n绿道→2021年→6.8\n水厂→2022年→3.2",
            ["绿道|总投资||6.8亿元", "水厂|总投资||3.2亿元"],
        ),
        # parts of what stands left of them or above
        (
            "2023年渔业\n地区→水产品产量（万吨）→其中：海水→渔业产值（亿元）\n舟岛市→16.2→12.9→30.5\n台屿市→9.7→9.1→18.6",
            [
                "舟岛市|水产品产量|2023年|16.2万吨",
                "舟岛市|海水产量|2023年|12.9万吨",
                "舟岛市|渔业产值|2023年|30.5亿元",
                "台屿市|水产品产量|2023年|9.7万吨",
                "台屿市|海水产量|2023年|9.1万吨",
                "台屿市|渔业产值|2023年|18.6亿元",
            ],
        ),
        # a part is of the level before the growth of it
        (
            "年份→出口（亿元）→增长（%）→其中：机电\n2024年→300→5.2→120\n2025年→320→6.7→130",
            [
                "|出口|2024年|300亿元",
                "|出口|2024年|5.2%|up",
                "|机电出口|2024年|120亿元",
                "|出口|2025年|320亿元",
                "|出口|2025年|6.7%|up",
                "|机电出口|2025年|130亿元",
            ],
        ),
        (
            "云岭市电力（亿千瓦时）\n指标→2023年\n发电量→377\n其中：风电→52\n用电量→349",
            [
                "云岭市|发电量|2023年|377亿千瓦时",
                "云岭市|风电发电量|2023年|52亿千瓦时",
                "云岭市|用电量|2023年|349亿千瓦时",
            ],
        ),
        # columns of parts of what the caption measures; one of all of them; which survey it was
        (
            "栗果咖啡分城市营业额（万元）\n城市→直营→加盟→合计\n海州→18→9→27\n宁湾→11→14→25",
            [
                "海州|直营营业额||18万元",
                "海州|加盟营业额||9万元",
                "海州|栗果咖啡分城市营业额||27万元",
                "宁湾|直营营业额||11万元",
                "宁湾|加盟营业额||14万元",
                "宁湾|栗果咖啡分城市营业额||25万元",
            ],
        ),
        (
            "村级设施覆盖率（%）\n设施→第一轮（2016年）→第二轮（2021年）\n卫生室→81→94\n快递点→25→88\n调查村数（个）→596→612",
            [
                "卫生室|村级设施覆盖率|2016年|81%",
                "卫生室|村级设施覆盖率|2021年|94%",
                "快递点|村级设施覆盖率|2016年|25%",
                "快递点|村级设施覆盖率|2021年|88%",
                "|调查村数|2016年|596个",
                "|调查村数|2021年|612个",
            ],
        ),
        # a column that tells in whose money each row is
        (
            "海外子公司营业收入\n子公司→币种→2022年→2023年\n泰国厂→万泰铢→84→92\n德国厂→万欧元→10→11",
            [
                "泰国厂|海外子公司营业收入|2022年|84万泰铢",
                "泰国厂|海外子公司营业收入|2023年|92万泰铢",
                "德国厂|海外子公司营业收入|2022年|10万欧元",
                "德国厂|海外子公司营业收入|2023年|11万欧元",
            ],
        ),
    ],
)
def test_that_columns_tell_times_parts_and_money(text: str, cells: list[str]) -> None:
    assert told(text) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        # a time, a name, or a part in which the same rows stand again
        (
            "获客\n渠道→费用（万元）→用户（万人）\n2023年→→\n信息流→42→8\n搜索→31→7\n2024年→→\n信息流→51→9\n搜索→28→6",
            [
                "信息流|费用|2023年|42万元",
                "信息流|用户|2023年|8万人",
                "搜索|费用|2023年|31万元",
                "搜索|用户|2023年|7万人",
                "信息流|费用|2024年|51万元",
                "信息流|用户|2024年|9万人",
                "搜索|费用|2024年|28万元",
                "搜索|用户|2024年|6万人",
            ],
        ),
        (
            "2024年两厂\n指标→单位→设计值→实际值\n苏河工厂→→→\n产能→GWh→20→17\n良品率→%→95→93\n蜀江工厂→→→\n产能→GWh→12→8\n良品率→%→95→96",
            [
                "苏河工厂|产能设计值|2024年|20GWh",
                "苏河工厂|产能实际值|2024年|17GWh",
                "苏河工厂|良品率设计值|2024年|95%",
                "苏河工厂|良品率实际值|2024年|93%",
                "蜀江工厂|产能设计值|2024年|12GWh",
                "蜀江工厂|产能实际值|2024年|8GWh",
                "蜀江工厂|良品率设计值|2024年|95%",
                "蜀江工厂|良品率实际值|2024年|96%",
            ],
        ),
        (
            "2024年收支\n指标→金额（元）\n城镇→\n人均收入→46\n人均支出→30\n农村→\n人均收入→22\n人均支出→18",
            [
                "城镇|人均收入|2024年|46元",
                "城镇|人均支出|2024年|30元",
                "农村|人均收入|2024年|22元",
                "农村|人均支出|2024年|18元",
            ],
        ),
        # how the rows below are told: as it is, as it shall be
        (
            "水厂\n厂名→供水（万吨）\nA 2023年现状→\n东湖水厂→22\n北塔水厂→9\nB 2026年目标→\n东湖水厂→30\n北塔水厂→12",
            [
                "东湖水厂|供水|2023年|22万吨",
                "北塔水厂|供水|2023年|9万吨",
                "东湖水厂|供水|2026年|30万吨",
                "北塔水厂|供水|2026年|12万吨",
            ],
        ),
        # what only sorts the rows is nobody
        (
            "2024年两厂\n→城南厂→河东厂\nA 处理能力→→\n处理量（万吨）→15→8\nB 水质→→\n氨氮（mg/L）→0.8→1.5",
            [
                "城南厂|处理量|2024年|15万吨",
                "河东厂|处理量|2024年|8万吨",
                "城南厂|氨氮|2024年|0.8mg/L",
                "河东厂|氨氮|2024年|1.5mg/L",
            ],
        ),
        # the lowest heads are units
        (
            "2023年两家纸厂\n企业→吨纸水耗→利用率\n→立方米→%\n竹浪纸业→8.6→71\n金箔纸业→7.1→83",
            [
                "竹浪纸业|吨纸水耗|2023年|8.6立方米",
                "竹浪纸业|利用率|2023年|71%",
                "金箔纸业|吨纸水耗|2023年|7.1立方米",
                "金箔纸业|利用率|2023年|83%",
            ],
        ),
        # what is spent on, under 项目, where the caption names the measure; a caption of growth; years of leaving
        (
            "社区食堂支出明细（元）\n项目→上半年→下半年\n粮油→412→438\n人工→900→936",
            [
                "粮油|社区食堂支出|上半年|412元",
                "粮油|社区食堂支出|下半年|438元",
                "人工|社区食堂支出|上半年|900元",
                "人工|社区食堂支出|下半年|936元",
            ],
        ),
        (
            "2024年各区投资（增速，%）\n区→实际使用外资→民间投资\n朝晖区→12.4→-3.1",
            ["朝晖区|实际使用外资|2024年|12.4%|up", "朝晖区|民间投资|2024年|3.1%|down"],
        ),
        (
            "栗果职校毕业生去向\n毕业年份→升学率\n2020届→21%\n2021届→25%",
            ["栗果职校|升学率|2020届|21%", "栗果职校|升学率|2021届|25%"],
        ),
        # a fall, a number before the name of a row, a name of its own before what is shown
        (
            "鹭桥公共自行车运营数据\n指标→2023年→2024年→降幅\n一、租借量（万次）→52→39→25%\n二、站点数（个）→910→866→4.8%",
            [
                "鹭桥公共自行车|租借量|2023年|52万次",
                "鹭桥公共自行车|租借量|2024年|39万次",
                "鹭桥公共自行车|租借量|2024年|25%|down",
                "鹭桥公共自行车|站点数|2023年|910个",
                "鹭桥公共自行车|站点数|2024年|866个",
                "鹭桥公共自行车|站点数|2024年|4.8%|down",
            ],
        ),
    ],
)
def test_that_rows_may_head_others(text: str, cells: list[str]) -> None:
    assert told(text) == cells


def test_that_a_change_either_way_goes_up_where_it_is_positive() -> None:
    text = (
        "| 股票 | 收盘价（元） | 涨跌幅（%） |\n|--|--|--|\n| 岚禾 | 12.3 | 3.2 |\n| 岚亭能源 | 8.7 | -1.5 |"
    )
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert [one.direction for one in found if one.direction] == [Direction.UP, Direction.DOWN]


def test_that_a_sort_of_school_is_nobody() -> None:
    text = "普通高中情况\n\n| 指标 | 2024年 | 2025年 |\n|--|--|--|\n| 学校（所） | 30 | 32 |\n| 教师（人） | 42 | 43 |"
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert {one.subject for one in found} == {""}
