"""Figures that 分别 shares out among listed things, whatever these are and whatever is told of them."""

from __future__ import annotations

from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

LISTS = (
    ("海川仪表", "青禾零售", "恒越银行"),
    ("南屏县", "海川市", "北岭镇"),
    ("男性", "女性", "退休人员"),
    ("小微企业", "大型企业", "农民工"),
    ("轿车", "智能手机", "锌"),
    ("东线", "西线", "北区"),
    ("A组", "B组", "C组"),
)
TOLD = (
    ("{items}分别支付预付款{numbers}。", "预付款"),
    ("{items}分别实现营业收入{numbers}。", "营业收入"),
    ("{items}分别完成投资{numbers}。", "投资"),
    ("{items}分别获得补贴{numbers}。", "补贴"),
    ("{items}分别贡献税收{numbers}。", "税收"),
    ("{items}在2023年分别上缴利润{numbers}。", "利润"),
    ("2023年，{items}分别捐赠善款{numbers}。", "善款"),
    ("2023年，{items}分别偿还贷款{numbers}。", "贷款"),
)
VALUES = ("46", "391", "825")


@every(
    ("frame", "metric", "items", "count"),
    [
        (frame, metric, items, 2 + (at + place) % 2)
        for at, (frame, metric) in enumerate(TOLD)
        for place, items in enumerate(LISTS)
    ],
)
def test_that_each_of_several_has_its_own_figure(
    frame: str, metric: str, items: tuple[str, ...], count: int
) -> None:
    listed = items[:count]
    words = "、".join(listed[:-1]) + "和" + listed[-1]
    found = figures_of(
        frame.format(items=words, numbers="、".join(f"{value}亿元" for value in VALUES[:count]))
    )
    assert [(one.subject or one.region, one.metric, str(one.value)) for one in found] == [
        (owner, metric, value) for owner, value in zip(listed, VALUES, strict=False)
    ]


@every("items", LISTS)
def test_that_what_is_of_one_of_them_is_never_given_to_another(items: tuple[str, ...]) -> None:
    found = figures_of(f"{items[0]}、{items[1]}和{items[2]}产值分别达到46亿元、391亿元和825亿元。")
    for owner, one in zip(items, found, strict=True):
        said = f"{one.subject}|{one.region}|{one.metric}"
        assert owner in said
        assert not any(other in said for other in items if other != owner)


@every(
    ("text", "whose"),
    [
        ("青禾电子营业收入、净利润分别为5亿元和3亿元。", ["青禾电子", "青禾电子"]),
        ("公司一季度、二季度分别实现营收22亿元和19亿元。", ["公司", "公司"]),
        ("其中收购御嘉影视、盛世影业分别产生商誉5亿元、4亿元。", ["御嘉影视", "盛世影业"]),
        ("其中，对东盟、欧盟分别出口862亿元和518亿元。", ["", ""]),
    ],
)
def test_that_times_and_measures_in_a_list_are_nobodys_names(text: str, whose: list[str]) -> None:
    assert [one.subject for one in figures_of(text)] == whose
