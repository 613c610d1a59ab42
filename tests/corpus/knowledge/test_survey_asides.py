"""Shares told twice, groups with their number in brackets, groups held against each other, and prices taken off."""

from __future__ import annotations

from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

GROUPS = ("家长", "大学生", "骑手", "消费者", "农户")
DEEDS = ("对服务表示满意", "选择线上购物", "有过裸辞经历", "与陌生人合租", "每天刷短视频")
MOST = ("约三分之一的", "超半数", "近四成的", "多数")


@every(
    ("most", "group", "deed"),
    [(MOST[at % len(MOST)], group, deed) for at, group in enumerate(GROUPS) for deed in DEEDS],
)
def test_that_a_share_told_in_words_and_in_digits_is_one_and_is_of_what_they_do(
    most: str, group: str, deed: str
) -> None:
    (one,) = figures_of(f"{most}{group}（33.2%）{deed}。")
    assert str(one.value) == "33.2"
    assert deed[-4:] in one.metric


@every(("group", "deed"), [(group, deed) for group in GROUPS for deed in DEEDS[:2]])
def test_that_how_many_were_asked_parts_a_group_from_nothing(group: str, deed: str) -> None:
    (one,) = figures_of(f"61.7%的{group}（n=633）{deed}。")
    assert (one.subject, one.metric) == (group, deed)


@every(("first", "second"), [("家长", "农户"), ("消费者", "骑手"), ("农户", "消费者")])
def test_that_the_group_named_next_has_none_of_the_first_in_its_measure(first: str, second: str) -> None:
    one, other = figures_of(f"{first}对服务表示满意的比例为61.7%，{second}为27.2%。")
    assert (one.subject, other.subject) == (first, second)
    assert first not in other.metric


@every(
    "text",
    [
        "每满300减50，可叠加店铺券。",
        "全场满300元减50元。",
        "满2000元打8折。",
        "满199元返30元。",
    ],
)
def test_that_what_is_taken_off_a_price_is_no_figure(text: str) -> None:
    assert figures_of(text) == ()


@every(("thing", "metric"), [("班", "班级"), ("厂", "工厂"), ("岗", "岗位")])
def test_that_a_thing_of_one_sign_is_counted_and_not_who_has_it(thing: str, metric: str) -> None:
    (one,) = figures_of(f"学校有11个{thing}。")
    assert one.metric == metric


def test_that_a_measure_held_towards_somebody_is_one() -> None:
    (one,) = figures_of("居民对服务的满意度为86.4分。")
    assert "满意度" in one.metric


def test_that_ten_thousands_by_a_letter_are_a_value_of_what_is_measured() -> None:
    found = figures_of("“南味小铺”GMV 3,216.7w，环比+18.4%；账号粉丝61.7w，支持65w快充。")
    assert [str(one.value) for one in found] == ["32167000", "617000"]
    assert found[0].change is not None
    assert str(found[0].change.value) == "18.4"
