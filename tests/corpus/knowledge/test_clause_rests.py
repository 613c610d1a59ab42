"""What happened before a number is no measure of it, whoever did it and wherever."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.metrics.clause_rests import is_rest_of_clause
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every

_ACTORS = ("林场的工人", "参展商代表", "三地记者", "青年志愿者")
_STAYS = ("聚集在河口镇", "生活在石门岛", "分布于北坡", "居住在老厂区")
_TIMES = ("合同到期后", "大桥通车之前", "复牌以后")
_SIDES = ("湖岸沿线", "青石县境内", "县城以西", "灯塔东北方")
_OF_OTHERS = ("由省里", "给同乡", "从募集账户", "跟邻县")


def _metrics(sentence: str) -> list[str]:
    known = derive_context(f"简报\n\n{sentence}")
    return [
        one.metric for one in extract(sentence, sentences(sentence), builtin_knowledge(), known).statistics
    ]


@every("who", _ACTORS)
@every("where", _STAYS)
def test_that_where_somebody_is_names_no_measure(who: str, where: str) -> None:
    assert is_rest_of_clause(f"{who}{where}", ends_only=False)


@every("rest", [*_TIMES, *_SIDES, *_OF_OTHERS, "农产品产量居全国第", "山脚下存有一个", "由此可见"])
def test_that_a_rest_of_a_clause_is_known_by_its_ends(rest: str) -> None:
    assert is_rest_of_clause(rest, ends_only=True)


@every(
    "metric",
    [
        "90后", "税后利润", "企业占比", "城乡收入比", "每天都用", "欠着供应商", "项目用能", "高新技术企业",
        "从业人员", "由政府支付的费用", "选择了离职的员工", "外国获批在渝设立领事机构", "社区得到了企业赞助", "其余",
        "至少用过一次", "给水管道长度", "在营门店", "单一客户销售额",
    ],
)  # fmt: skip
def test_that_a_measure_or_a_deed_is_no_rest(metric: str) -> None:
    assert not is_rest_of_clause(metric, ends_only=metric.startswith("社区"))


@pytest.mark.parametrize(
    "sentence",
    [
        "县里稳妥推进第二轮林地承包到期后再延长30年试点。",
        "镇里实施青河沿线1公里旧厂房治理。",
        "也位于石门岛东南方54英里（87公里）处。",
        "村民按照固定的价格购买产品，由县里提供80%的基本供应费用。",
        "股票在7月11日复牌后急跌8.11%。",
    ],
)
def test_that_a_figure_behind_a_rest_is_not_told(sentence: str) -> None:
    assert _metrics(sentence) == []


def test_that_only_the_rest_is_silent_and_the_measure_beside_it_is_told() -> None:
    assert _metrics("13个国家和地区的参展商代表聚集在河口镇，展会成交额4.2亿元。") == ["展会成交额"]
