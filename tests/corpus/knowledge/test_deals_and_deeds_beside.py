"""A sum is told with its deal, a count with what was done to the things, whatever stands between."""

from __future__ import annotations

from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every


def _metrics(text: str) -> list[str]:
    return [one.metric for one in figures_of(text)]


@every("sum_", ["金额", "总金额", "总额"])
@every("deal", ["中标", "采购", "认购"])
def test_that_a_bare_sum_is_one_of_its_deal(deal: str, sum_: str) -> None:
    assert _metrics(f"青禾电气日前{deal}江州热电厂脱硫设备，{sum_}达4042万元。") == [f"{deal}{sum_}"]


def test_that_a_bare_sum_of_a_contract_is_one_of_it() -> None:
    assert _metrics("青禾电气与江州热电厂签订供货合同，总金额4042万元。") == ["合同总金额"]


def test_that_a_bare_sum_without_a_deal_stays_bare() -> None:
    assert "中标金额" not in _metrics("青禾电气中标脱硫项目；今年赔付保险客户，金额4042万元。")


@every("price", ["价格"])
@every("deal", ["要约收购", "回购", "增持"])
def test_that_a_price_of_shares_is_one_of_their_deal(deal: str, price: str) -> None:
    assert _metrics(f"青禾电气正筹划{deal}云溪置业的股份，{price}为5.33元/股。") == [f"{deal}{price}"]


@every("title", ["《北望》", "《山海行》"])
def test_that_what_a_film_passes_is_the_takings_of_the_other(title: str) -> None:
    last = figures_of(f"《南归》票房突破13亿元，超过电影{title}11.9亿元票房。")[-1]
    assert (last.metric, last.subject) == ("票房", title)


@every(("deed", "what"), [("建设", "生态廊道"), ("改造", "供水管网"), ("兴建", "变电站")])
@every(("spends", "told"), [("投入", "投入"), ("花费", "花费"), ("每年花费", "花费")])
def test_that_a_sum_is_told_with_what_it_is_put_into(spends: str, told: str, deed: str, what: str) -> None:
    each = spends[:2] if spends.startswith("每") else ""
    assert _metrics(f"{spends}12亿元{deed}{what}。") == [f"{each}{deed}{what}{told}"]


def test_that_a_measure_is_not_told_by_what_follows_it() -> None:
    assert _metrics("去年研发投入41亿元，创下历史新高。") == ["研发投入"]


@every(
    ("deed", "first", "second"),
    [
        ("损失", "20架飞机", "5艘舰艇"),
        ("招收", "20名硕士生", "97名留学生"),
        ("培育", "20家特色企业", "97个大模型"),
        ("新建", "7家概念验证平台", "6家孵化器"),
    ],
)
@every("joint", ["和", "、", "以及"])
def test_that_a_deed_goes_on_to_all_it_is_done_to(deed: str, first: str, second: str, joint: str) -> None:
    assert [metric.startswith(deed) for metric in _metrics(f"去年{deed}{first}{joint}{second}。")] == [
        True,
        True,
    ]


@every("where", ["127个国家和地区", "36个县"])
def test_that_things_of_so_many_places_are_told_with_the_deed(where: str) -> None:
    assert _metrics(f"西线通道通达{where}的584个港口。")[-1] == "通达港口"


def test_that_whoever_acts_as_something_is_no_price() -> None:
    assert _metrics("景禾股份作为牵头方，以7.9亿元收购了云溪置业。") == ["收购金额"]
