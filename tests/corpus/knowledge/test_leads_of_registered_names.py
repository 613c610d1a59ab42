"""Registered names behind whatever leads to them: the whole name is found, and nothing of the sentence."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every

NAMES = (
    "云峤供应链管理集团股份有限公司",
    "瑞钧跨境电子商务有限公司",
    "江州云峤水务投资集团股份有限公司",
    "浔川证券股份有限公司",
    "深圳市砚北智能装备有限公司",
    "晋垣重型机械股份有限公司",
    "蓝屿数字科技有限公司",
    "临汀云岫纸业有限公司",
    "安方高科电磁安全技术有限公司",
    "上海东方雨桐水利水电科技开发有限公司",
)
LEADS = (
    "法院判决{}赔偿八百万元。", "法院判令{}赔偿八百万元。", "由受托管理人{}召集会议。", "保荐人{}出具了意见。",
    "主承销商{}负责簿记。", "发行人{}发布公告。", "上诉人{}不服判决。", "根据{}的公告，订单饱满。",
    "包括{}在内的七家企业。",
    "买方{}已付款。", "卖方{}未交货。", "责令{}停业整顿。", "前往{}调研。", "走进{}的车间。", "参观了{}的展厅。",
    "投诉{}拖欠工资。", "持有{}5%的股份。", "委托{}进行评估。", "聘请{}担任顾问。", "加入{}担任首席执行官。",
    "来自{}的工程师说。", "客户{}拖欠货款。", "并购{}后，公司扭亏。", "批准{}发行债券。", "查封{}的账户。",
    "处罚{}三十万元。", "其母公司{}宣布破产。", "供应商{}断供。", "依据{}提供的材料。", "授予{}专利。",
)  # fmt: skip


@every("lead", LEADS)
def test_that_a_registered_name_begins_behind_what_leads_to_it(lead: str) -> None:
    lost = [name for name in NAMES if name not in {one.text for one in find_names(lead.format(name))}]
    assert len(lost) <= 1, lost


@pytest.mark.parametrize(
    "name",
    [
        "招商局物业管理有限公司", "联想控股股份有限公司", "开创国际渔业股份有限公司", "致远互联软件股份有限公司",
        "超越科技股份有限公司", "安方高科电磁安全技术有限公司", "创维数字股份有限公司",
    ],
)  # fmt: skip
def test_that_a_name_that_begins_with_a_verb_keeps_it(name: str) -> None:
    assert name in {one.text for one in find_names(f"{name}发布了年报。")}
