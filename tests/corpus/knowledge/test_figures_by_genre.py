"""Figures as interviews, markets, surveys, studies and sports pages tell them, one family for each way of telling."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics


def told(text: str) -> list[str]:
    """Return each figure as whose, what and how much, with its change where it has one."""
    return [
        f"{one.subject or one.region}|{one.metric}|{one.value}{one.unit}"
        + (f"|{one.change.direction.value}{one.change.value or ''}{one.change.unit}" if one.change else "")
        for one in read(text)
    ]


SPOKEN = {
    "厂里工资一个月就要开出去六万多。": ["厂里|工资|60000"],
    "答：去年收了二十七万斤，比前年少了差不多三成。": ["|产量|270000斤|down30%"],
    "一头大概能赚三百来块。": ["|盈利|300元"],
    "跑一趟车能挣八百块。": ["|收入|800元"],
    "窑上现在一共有十二个徒弟。": ["|徒弟|12个"],
    "翻台率能做到三点五。": ["|翻台率|3.5"],
    "料肉比2.6。": ["|料肉比|2.6"],
    "有三十个是随迁子女。": ["|随迁子女|30个"],
    "加工成本要280块，政府补贴只有210块。": ["|加工成本|280元", "|政府补贴|210元"],
    # a few of what does something are no count of what there is
    "三名学生合伙办了窑场。": [],
}
MARKETS = {
    "两市成交额1.8万亿元，较上一交易日放量2140亿元。": ["|两市成交额|1.8万亿元|up2140亿元"],
    "中间价报7.0986，较前一交易日调升32个基点。": ["|中间价|7.0986|up32个基点"],
    "纽约金价跌破3300美元关口。": ["|纽约金价|3300美元"],
    "电芯价格从0.52元/Wh回落至0.41元/Wh。": ["|电芯价格|0.41元/Wh|down"],
    "时任董事长被罚款150万元，另有三人合计被罚160万元。": ["时任董事长|罚款|150万元", "三人|罚款|160万元"],
    "持股6.8%的股东恒屿创投因资金需求减持。": ["恒屿创投|持股|6.8%"],
}
SURVEYS = {
    "61%表示客流下滑，18%持平，只有21%实现增长。": ["|表示客流下滑|61%", "|持平|18%", "|实现增长|21%"],
    "2024年出货量排名前三的厂商分别为海澜光电（22%）和中屿（18%）。": [
        "海澜光电|出货量占比|22%",
        "中屿|出货量占比|18%",
    ],
    "平均每季度耗时42个工时。": ["|平均每季度耗时|42个工时"],
}
STUDIES_AND_MATCHES = {
    "每天步行超过7000步的人群死亡风险降低47%。": ["|人群死亡风险|47%"],
    "电池在85℃下仍保持94%的容量。": ["|容量|94%"],
    "主队射正6次，校正3次。": ["|主队射正|6次", "|校正|3次"],
    "客队只有5次射门。": ["客队|射门|5次"],
    "林知远得到31分、9个篮板和7次助攻。": ["林知远|得分|31分", "|篮板|9个", "|助攻|7次"],
}


@every(("text", "figures"), [*({**SPOKEN, **MARKETS, **SURVEYS, **STUDIES_AND_MATCHES}).items()])
def test_that_a_figure_is_read_as_its_genre_tells_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("国庆假期，全市接待游客412万人次。", "国庆假期", ""),
        ("2025年国庆中秋假期，全市接待游客412万人次。", "2025年国庆中秋假期", "2025-10-01"),
        ("2025年10月9日获悉，五一小长假期间，景区接待游客32万人次。", "五一小长假期间", "2025-05-01"),
        ("2026年春节档，总票房95亿元。", "2026年春节档", ""),
        ("2026年，春节后首周开工率为62%。", "2026年", "2026-01-01"),
        ("2026年，游客较去年国庆假期多出12万人次。", "2026年", "2026-01-01"),
    ],
)
def test_that_a_holiday_is_no_whole_year(text: str, name: str, first: str) -> None:
    (figure,) = read(text)
    assert (figure.period.text, figure.period.start) == (name, first)


TOLD_ON_THE_WAY = {
    "流水七八百，落到手里四百多。": ["|流水|None", "|落到手|400"],
    "总费用四万二，自己掏了不到一万五。": ["|总费用|42000", "|自己掏|15000"],
    "今年的营收做到六千万。": ["|营收|60000000"],
    "毛利一直在二十个点上下。": ["|毛利|20个百分点"],
    "我们四百多户社员。": ["|社员|400户"],
    "老师倒还有九个。": ["|老师|9个"],
    "作业费一亩收七块钱。": ["|作业费|7元"],
    "当年进厂的有八十多人。": ["|进厂|80人"],
    "企业占一半左右。": ["|企业|50%"],
    "出口订单占产值的七成，其中欧洲四成。": ["|出口订单占产值|70%", "欧洲|占出口订单|40%"],
    "一台无人机顶得上六十个人。": [],
}
BESIDE_OTHER_NUMBERS = {
    "央行开展1385亿元7天期逆回购操作，当日有215亿元逆回购到期。": [
        "|7天期逆回购操作|1385亿元",
        "|逆回购到期|215亿元",
    ],
    "岚海科技上市首日高开86%，换手率78.4%。": ["岚海科技|股价|86%", "岚海科技|换手率|78.4%"],
    "募资9.8亿元，其中6.5亿元用于年产3万吨隔膜项目。": ["|募资|9.8亿元", "|募资|6.5亿元"],
    "续费率从Q1的88%下滑到Q3的81%。": ["|续费率|81%|down"],
    "华南占21.5%，西部增速最快，同比提升31.2%。": ["|华南|21.5%", "|西部|31.2%"],
    "客服类岗位降幅最大，为23%。": ["|客服类岗位|23%"],
    "亚太份额由31%提升到36%，北美则从34%下降到30%。": ["亚太|份额|36%|up", "北美|份额|30%|down"],
    "在1.6万份有效问卷中，平均等待时间38分钟。": ["|平均等待时间|38分钟"],
    "循环800次后容量保持率91%，低温零下20度仍有81%。": ["|容量保持率|91%", "|容量保持率|81%"],
    "海拔5200米处的冰芯长308米。": ["|冰芯长|308米"],
    "疫苗接种率为7.9%，远低于世卫组织建议的75%。": ["|疫苗接种率|7.9%"],
    "切除重达3.6公斤的肿瘤。": ["|肿瘤重|3.6公斤"],
    "3级及以上不良反应率分别为12.4%和10.8%。": ["|3级及以上不良反应率|12.4%", "|3级及以上不良反应率|10.8%"],
    "他打进17球，送出9次助攻。": ["|他打进|17球", "|助攻|9次"],
    "网络播放量累计31.6亿次。": ["|网络播放量|31.6亿次"],
    "实控人之一陈砚舟合计减持186万股。": ["陈砚舟|减持股份|186万股"],
}


@every(("text", "figures"), [*({**TOLD_ON_THE_WAY, **BESIDE_OTHER_NUMBERS}).items()])
def test_that_a_number_beside_others_keeps_its_own_measure(text: str, figures: list[str]) -> None:
    assert told(text) == figures
