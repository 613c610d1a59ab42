"""Figures as many hands write them: sales reports, yearly accounts, notices, features, studies."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")).statistics


def told(text: str) -> list[str]:
    """Return whose, measure, what is printed and kind of the figures of a text."""
    return [
        f"{one.subject or '-'} {one.metric} {text[one.figure.start : one.figure.end]} {one.kind}"
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "公司计划到2027年门店突破1万家，海外收入占比升至30%。",
            ["公司 门店 1万家 forecast", "公司 海外收入占比 30% forecast"],
        ),
        (
            "2025年，本行计划资产总额突破2500亿元，贷款增量不低于120亿元。",
            ["本行 资产总额 2500亿元 forecast", "本行 贷款增量 120亿元 forecast"],
        ),
        (
            "本集团2025年经营目标：营业收入120亿元，利润总额9亿元。",
            ["本集团 营业收入 120亿元 forecast", "本集团 利润总额 9亿元 forecast"],
        ),
        (
            "2025年11月，青禾港务预计2026年关联交易总额不超过8,500万元，2025年1—10月实际发生额为6,932.6万元。",
            ["- 关联交易总额 8,500万元 forecast", "- 实际发生额 6,932.6万元 actual"],
        ),
        (
            "激励计划拟授予限制性股票860万股，其中首次授予700万股；授予价格为每股9.06元。",
            [
                "- 激励计划拟授予限制性股票 860万股 forecast",
                "- 授予 700万股 forecast",
                "- 授予价格 9.06元 forecast",
            ],
        ),
        ("公司计划部有3人，去年营收8亿元。", ["公司 计划部 3人 actual", "公司 营收 8亿元 actual"]),
        ("去年计划招生900人，实际入学836人。", ["- 计划招生 900人 forecast", "- 实际入学 836人 actual"]),
    ],
)
def test_that_what_is_planned_is_told_apart_from_what_came_of_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    ("text", "figures"),
    [
        (
            "拼多多破亿元单品数同比增长37%，过亿品牌47个。",
            ["拼多多 破亿元单品数 37% growth", "拼多多 过亿品牌 47个 actual"],
        ),
        ("快手电商GMV破亿的商家数量增长了77%。", ["快手电商 GMV破亿的商家数量 77% growth"]),
        ("云帆汽车以66657辆居首，青禾汽车52916辆位居第二。", []),
        (
            "豪华车中的新能源车渗透率33.4%；主流合资品牌只有7.2%。",
            ["- 豪华车中的新能源车渗透率 33.4% share", "- 主流合资品牌中的新能源车渗透率 7.2% share"],
        ),
        (
            "按门店数排名，青岚奶铺（6,870家）、知了茶（5,215家）位列前两位。",
            ["青岚奶铺 门店数 6,870家 actual", "知了茶 门店数 5,215家 actual"],
        ),
        (
            "城镇新增就业2860人，完成年度目标的114%。",
            ["- 城镇新增就业 2860人 actual", "- 城镇新增就业占年度目标 114% share"],
        ),
        (
            "晶圆代工产能利用率回升到83%，而成熟制程代工价还在跌，环比再降3%。",
            ["- 晶圆代工产能利用率 83% share", "- 成熟制程代工价 3% growth"],
        ),
        (
            "国产替代率方面，沉积设备约25%，涂胶显影不到10%。",
            ["- 沉积设备国产替代率 25% share", "- 涂胶显影国产替代率 10% share"],
        ),
        (
            "一二线城市渗透率已达39%，三线及以下只有17%。",
            ["- 一二线城市渗透率 39% share", "三线及以下 渗透率 17% share"],
        ),
        (
            "样本企业库存连降六周至41.2万吨，39家样本企业存货周转天数为121天。",
            ["- 样本企业库存 41.2万吨 actual", "- 样本企业存货周转天数 121天 actual"],
        ),
        (
            "去年新注册6,820家，注吊销却有9,114家。",
            ["- 新注册 6,820家 actual", "- 注吊销 9,114家 actual"],
        ),
        (
            "63台来自带基站的机型，三年前这个数字是28台。",
            ["- 来自带基站的机型 63台 actual", "- 来自带基站的机型 28台 actual"],
        ),
        (
            "按口径一，市场规模为870亿元；按口径二，则仅有610亿元。",
            ["- 市场规模 870亿元 actual", "- 市场规模 610亿元 actual"],
        ),
        ("智能床卖了4.1万张，贡献了近四成。", ["智能床 销量 4.1万张 actual", "- 贡献 四成 share"]),
    ],
)
def test_that_a_measure_is_the_one_its_words_name(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2022年、2023年及2024年，收入分别为18.7亿元、21.3亿元及32.6亿元，年复合增长率为32.0%。",
            ["收入 2022年", "收入 2023年", "收入 2024年", "收入 2022年—2024年"],
        ),
        (
            "市场规模由2019年的1,023亿元增至2024年的2,920亿元，复合年增长率为23.3%。",
            ["市场规模 2024年", "市场规模 2019年—2024年"],
        ),
        (
            "2021年12月佣金11,860元，2022年同月7,420元，今年11月2,812元。",
            ["佣金 2021年12月", "佣金 2022年同月", "佣金 今年11月"],
        ),
        ("今年11月2日佣金2,812元。", ["佣金 今年11月2日"]),
        ("公司营收去年首次突破百亿元。", ["营收 去年"]),
        (
            "2025年零售规模达1,146亿元，近五年年均增长13.8%，其中冲锋衣销售额203亿元。",
            ["零售规模 2025年", "零售规模 近五年", "冲锋衣销售额 2025年"],
        ),
        ("2024年公司营收120亿元，为2016年以来首次下滑。", ["营收 2024年"]),
    ],
)
def test_that_a_figure_has_the_time_it_is_told_over(text: str, figures: list[str]) -> None:
    assert [f"{one.metric} {one.period.text}" for one in read(text)] == figures


@every(
    ("text", "figures"),
    [
        (
            "青禾医药股价下跌46%；9月，它宣布裁员9,000人，约占员工总数的11%。",
            ["青禾医药 股价 46% growth", "青禾医药 裁员 9,000人 actual", "青禾医药 裁员占员工总数 11% share"],
        ),
        (
            "青禾医药一季度营收3亿元，占总收入的比重由去年同期的63%升到68%。",
            ["青禾医药 营收 3亿元 actual", "青禾医药 营收占总收入 68% share"],
        ),
        ("2024年中国PD-1类药物终端销售额为94亿元。", ["中国 PD-1类药物终端销售额 94亿元 actual"]),
        (
            "青禾电子10月30日公布第三季度业绩。净销售额180亿美元，合每股摊薄收益1.95美元，上年同期为150亿美元、1.43美元。",
            [
                "青禾电子 净销售额 180亿美元 actual",
                "- 每股摊薄收益 1.95美元 actual",
                "青禾电子 净销售额 150亿美元 actual",
                "- 每股摊薄收益 1.43美元 actual",
            ],
        ),
        (
            "北美部门净销售额102亿美元，增长11%；国际部门40亿美元，增长14%。",
            ["- 北美部门净销售额 102亿美元 actual", "- 国际部门净销售额 40亿美元 actual"],
        ),
        ("过去12个月自由现金流降至148亿美元。", ["- 自由现金流 148亿美元 actual"]),
        (
            "愿意接受的只有37.3%；若同时更换3部电梯，这一比例升至58.5%。",
            ["- 愿意接受 37.3% actual", "- 愿意接受 58.5% share"],
        ),
        (
            "权益销售额 9,870 亿元（-17.6% YoY），净利润3亿元（同比+12.4%）。",
            ["- 权益销售额 9,870 亿元 actual", "- 净利润 3亿元 actual"],
        ),
        (
            "Z世代贡献了营收的47%，银发族11%，其余归于家庭用户。",
            ["- Z世代占营收 47% share", "- 银发族占营收 11% actual"],
        ),
        (
            "资产负债率均值为43.6%，国有企业比民营企业高出7.9个百分点。",
            ["- 资产负债率均值 43.6% actual", "- 国有企业资产负债率 7.9个百分点 growth"],
        ),
        (
            "试验组小鼠体重平均增加4.7克，对照组仅增加1.9克。",
            ["试验组 小鼠体重 4.7克 growth", "对照组 小鼠体重 1.9克 growth"],
        ),
        ("失业率下降0.3个百分点，为4.1%。", ["- 失业率 4.1% share"]),
        ("拟发售股份，每股定价区间为HK$18.6—HK$21.2。", ["- 每股定价区间 HK$18.6—HK$21.2 actual"]),
        (
            "资本开支（CAPEX）：2024年36.2亿元，2025年41.0亿元。",
            ["- 资本开支 36.2亿元 actual", "- 资本开支 41.0亿元 actual"],
        ),
        (
            "县医院已收治病人143名，机器从11台添到26台。",
            ["- 收治病人 143名 actual", "- 机器 26台 actual"],
        ),
        ("覆铜板单价也贵出八成；传真转802分机。", ["- 覆铜板单价 八成 growth"]),
        (
            "退货率8.7%，高于全省平均水平2.3个百分点；使用时长136.6小时，比全网平均少30.5小时。",
            ["- 退货率 8.7% share", "- 使用时长 136.6小时 actual"],
        ),
        ("全县通过直播带动农产品上行2.14亿元。", ["全县 通过直播带动农产品上行 2.14亿元 actual"]),
        ("327个账号中连续三个月停播的有58个。", ["- 账号中连续三个月停播 58个 actual"]),
        ("农产品直播销售额力争突破3亿元。", ["- 农产品直播销售额 3亿元 forecast"]),
        ("单场销售额最高达26.7万元。", ["- 单场销售额 26.7万元 actual"]),
        ("2024年青禾科技营收翻了一番。", ["青禾科技 营收 翻了一番 growth"]),
        (
            "公司坪效反而翻番，订单量同比翻两番，门店达到900家。",
            ["公司 坪效 翻番 growth", "公司 订单量 翻两番 growth", "公司 门店 900家 actual"],
        ),
        ("想让营收翻番，先让利润翻一番的目标落地。", []),
        ("员工翻了一遍旧账，产品重新翻新，农民翻身了。", []),
        ("欧洲央行维持存款利率在2.00%不变。", ["欧洲央行 存款利率 2.00% share"]),
        ("青禾电子美股盘前大跌17%。", ["青禾电子 股价 17% growth"]),
        (
            "非农就业人口增加11.9万人，预期5万人，前值由2.2万人修正为减少0.4万人。",
            ["- 非农就业人口 11.9万人 growth"],
        ),
        ("青禾电子上半年净利预增118%。", ["青禾电子 净利 118% forecast"]),
        ("主力合约跌停，报1,287.6点。", ["- 主力合约 1,287.6点 actual"]),
        ("错发率低至万分之三，人效提升近一倍。", ["- 错发率 万分之三 actual", "- 人效 一倍 growth"]),
        ("预计每年可节省80亿丹麦克朗。", ["- 每年可节省 80亿丹麦克朗 forecast"]),
        (
            "平均薪酬为6,218元，环比上涨1.2%，同比上涨3.4%；其中金融业最高，为9,870元，餐饮业最低，为4,350元。",
            [
                "- 平均薪酬 6,218元 actual",
                "- 平均薪酬 3.4% growth",
                "金融业 平均薪酬 9,870元 actual",
                "餐饮业 平均薪酬 4,350元 actual",
            ],
        ),
    ],
)
def test_that_a_figure_is_given_to_who_has_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "县城以北四十公里的石桥镇，合作社换了条路。",
        "群里五百人。",
        "日均揽收量是日常业务量的117.8%。",
        "共465个观测值，连续变量在上下1%处缩尾。",
        "土壤表层（0—20 cm）高于底层。",
        "本期债券期限为3+2年。",
        "今日有新股申购，代码分别为787311、301799和920088。",
        "下车后往东走到17号界碑就是。",
        "附录B给出17家企业名录。",
        "到了淡季，三百八十元也未必住得满一半。",
    ],
)
def test_that_what_is_no_figure_of_anything_stays_silent(text: str) -> None:
    assert told(text) == []


def test_that_a_level_takes_by_how_much_it_rose_from_another() -> None:
    (one,) = read("货物进出口总额由上年的1,506.3亿元增加到1,688.0亿元，增长12.1%。")
    assert one.change is not None
    assert (str(one.change.value), one.change.unit, one.change.basis) == ("12.1", "%", "由上年的1,506.3亿元")
    two = read("仓库由3个扩建到5个，同比增长12%。")
    assert [one.change.value if one.change else None for one in two] == [None, None]


def test_that_a_measure_may_begin_with_what_scraps_begin_with() -> None:
    measures = [one.metric for one in read("工资分九级，级差为200元，了解率85%，着装规范率98%。")]
    assert measures == ["级差", "了解率", "着装规范率"]
