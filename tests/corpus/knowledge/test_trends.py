"""Passages that speak of trends, and statements of direction."""

from __future__ import annotations

import pytest

from corpus.knowledge.trends.direction import asserts_direction
from corpus.knowledge.trends.subject_matter import for_text
from corpus.knowledge.trends.trends import ASSERTED, OTHER, score_passages
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.context import Chapter, Tense
from corpus.model.trend import Cue, Trend
from corpus.text.sentences import sentences
from tests.lines import every

SMART = Trend(
    "smart", "智能化", "", cues=(Cue("大数据", 1.5), Cue("推荐"), Cue("智能手机壳", -2.0), Cue("智能", 0.5))
)
WORLD = Trend("world", "国际化", "", cues=(Cue("跨境", 1.5), Cue("海外")))


def found(text: str) -> list[tuple[str, str, str]]:
    """Return trend, sentence and reason of every passage."""
    return [
        (one.trend, one.span.of(text), one.reason)
        for one in score_passages(text, sentences(text), (SMART, WORLD))
    ]


def test_that_cues_are_named_as_the_reason() -> None:
    text = "越来越多的门店用大数据做推荐。天气很好。"
    assert found(text) == [("smart", "越来越多的门店用大数据做推荐。", "大数据 · 推荐")]


def test_that_a_cue_without_a_direction_is_no_evidence() -> None:
    assert found("门店用大数据做推荐。") == []


def test_that_a_direction_of_no_category_is_told_all_the_same() -> None:
    assert [one[0] for one in found("模具的交期逐年缩短，从四十五天压到了十八天。")] == ["other"]


def test_that_a_general_word_is_enough_beside_the_subject_only() -> None:
    shops = Trend("world", "国际化", "", cues=(Cue("口岸", 0.4),), beside=("网店",))
    for text, expected in (("口岸的网店逐年增多。", "world"), ("口岸的货车逐年增多。", "other")):
        (passage,) = score_passages(text, sentences(text), (shops,))
        assert passage.trend == expected


def test_that_a_general_word_of_two_trends_sorts_under_neither() -> None:
    one = Trend("world", "国际化", "", cues=(Cue("口岸", 0.4),), beside=("网店",))
    two = Trend("place", "区域化", "", cues=(Cue("边境", 0.4),), beside=("网店",))
    text = "边境口岸的网店逐年增多。"
    assert [each.trend for each in score_passages(text, sentences(text), (one, two))] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "大数据会不会越来越普及？",
        "三、大数据应用逐年增长",
        "表 4-2　大数据应用逐年增长情况",
        "（四）逐步推广大数据；",
    ],
)
def test_that_headings_captions_lists_and_questions_are_no_evidence(text: str) -> None:
    assert found(text) == []


def test_that_a_sentence_may_speak_of_several_trends() -> None:
    assert [one[0] for one in found("跨境卖家也越来越多地用大数据。")] == ["smart", "world"]


def test_that_a_weak_cue_alone_is_not_enough_and_a_negative_one_counts_against() -> None:
    assert found("柜台有智能秤。") == []
    assert found("推荐这款智能手机壳。") == []


def test_that_sentences_under_a_heading_count_until_the_next() -> None:
    text = "一、智能化趋势\n店里逐步换了新设备。\n二、国际化趋势\n开了不少的新店。"
    assert [(trend, sentence) for trend, sentence, _ in found(text)] == [
        ("smart", "店里逐步换了新设备。"),
        ("world", "开了不少的新店。"),
    ]


def test_that_more_cues_score_higher() -> None:
    text = "用推荐的店越来越多。用大数据做推荐的店越来越多。"
    one, two = score_passages(text, sentences(text), (SMART,))
    assert 0 < one.score < two.score <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "线上订单持续增长。",
        "小城市的需求正逐渐显现。",
        "未来门店将越来越少。",
        "行业从价格竞争转向服务竞争。",
    ],
)
def test_that_statements_of_direction_are_told(sentence: str) -> None:
    assert asserts_direction(sentence) >= 0.5


@pytest.mark.parametrize(
    "sentence", ["公司昨天宣布签署协议。", "店里有三张桌子。", "社区的支持至关重要。", "我们应当感谢大家。"]
)
def test_that_other_sentences_are_not(sentence: str) -> None:
    assert asserts_direction(sentence) < 0.3


@every(
    "sentence",
    [
        "茶饮门店的数量较去年有一定的提升。",
        "如今的茶叶消费结构已发生变化。",
        "茶馆的客流开始急剧减少。",
        "未来茶叶市场将进一步规范。",
        "茶叶出口的规模增长了35%。",
        "不少茶商已经开始重视直播。",
        "线上茶铺成为行业的主流。",
        "原来只卖茶叶的铺子，如今也卖起了茶具。",
        "茶园不再集中在山区几县。",
        "南方茶园的面积增速连续三年高于北方。",
        "茶叶的次日达比例升到九成。",
        "一家包办的茶厂少了。",
        "茶商接连开起了直播间。",
    ],
)
def test_that_developments_are_told(sentence: str) -> None:
    assert asserts_direction(sentence) >= 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "加快茶园基础设施建设，提升茶叶品质。",
        "本章旨在了解茶叶行业的发展趋势。",
        "“绿芽计划”是指加快培育青年茶师的行动。",
        "我们将聚力建设茶旅融合新格局，确保取得新进展。",
        "出台推动茶区发展的行动计划。",
        "水温升到八成热时下茶。",
        "这里原来是一座茶园。",
    ],
)
def test_that_plans_and_definitions_are_no_developments(sentence: str) -> None:
    assert asserts_direction(sentence) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "学校食堂换了自动售饭机，学生排队越来越短。老师的教案也越写越细。留学生逐年增多，来自四十国。有人在网店买了饭卡套。操场的灯比以前亮了。",
        "地铁的跨省线路逐年增多。站里的智能机器人越来越会指路。出口旁添了一个外卖柜。夜班车的间隔缩短到十分钟。",
    ],
)
def test_one_word_in_passing_does_not_make_a_text_one_about_commerce(text: str) -> None:
    trends = builtin_knowledge().trends
    cut = sentences(text)
    assert {one.trend for one in score_passages(text, cut, for_text(text, cut, trends))} <= {OTHER}


def test_a_sentence_is_given_to_the_trend_most_spoken_for() -> None:
    trends = builtin_knowledge().trends
    text = "网店越来越多地由专业服务型网站补上中间环节，返利网、比价网逐年增多，程序也更快。"
    cut = sentences(text)
    assert {one.trend for one in score_passages(text, cut, for_text(text, cut, trends))} == {"specialisation"}


@pytest.mark.parametrize(
    "sentence",
    [
        "充分发挥夜市带动消费的倍增效应，强化场地保障，加强培训指导。",
        "持续改善河道水质，加强沿岸小厂治理，着力降低排放浓度。",
        "围绕增强小店的竞争力，推动老街突出特色，进一步完善停车设施。",
        "认真接受各方监督，不断提高办理质量，主动听取意见。",
        "明年必须把稳就业摆在更加突出的位置，不断提升服务水平。",
        "“十六五”时期是本县推动跨越式发展、加快转型的关键时期。",
        "我们要接续奋斗，不断开创更加美好的未来。",
        "结合人口变化趋势，大力提高各级教育质量，进一步优化布局。",
        "明年工作的总体要求是：稳中求进，不断提高发展质量。",
    ],
)
def test_that_plans_aims_and_calls_tell_no_direction(sentence: str) -> None:
    assert asserts_direction(sentence) < ASSERTED


def test_that_in_a_chapter_of_plans_only_what_has_happened_is_evidence() -> None:
    text = "一、回顾\n夜间外卖单量稳步增长。\n二、安排\n夜间外卖单量稳步增长。白天的单量已经明显回落。\n"
    second = text.index("二、")
    chapters = (Chapter(0, "一、回顾", Tense.PAST), Chapter(second, "二、安排", Tense.PLAN))
    passages = score_passages(text, sentences(text), (SMART,), chapters)
    assert [one.span.of(text).strip() for one in passages] == [
        "夜间外卖单量稳步增长。",
        "白天的单量已经明显回落。",
    ]
    assert len(score_passages(text, sentences(text), (SMART,))) == 3
