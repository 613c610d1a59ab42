"""What printing a text and saving a page leave within sentences; and what only looks like it."""

from __future__ import annotations

import pytest

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


_OPEN = "全年修渠三条，长十一点四公里，受益农田两千三百亩，投工四万六千个，另有石料款"


@pytest.mark.parametrize(
    ("noisy", "told"),
    [
        (
            f"{_OPEN}\n— 5 —\n九万元由乡里垫付。\n欠费的要派人去收。\n— 6 —\n完工。",
            f"{_OPEN}九万元由乡里垫付。\n欠费的要派人去收。\n完工。",
        ),
        ("他问了一句：“\n客人从哪里来？”老汉说，走了。", "他问了一句：“客人从哪里来？”老汉说，走了。"),
        ("理由是信任，而 不 是 信息。", "理由是信任，而不是信息。"),
        (
            "到会21人。\n第 1 页 共 3 页\n报告完毕。\n第 2 页 共 3 页\n散会。",
            "到会21人。\n报告完毕。\n散会。",
        ),
        (
            "篾片有宽有窄，&lt;p&gt;宽的凉快，&lt;b&gt;窄的&lt;/b&gt;耐坐。",
            "篾片有宽有窄，\n宽的凉快，窄的耐坐。",
        ),
        ("普查时有３l０户，外出的8O人。", "普查时有310户，外出的80人。"),
        (
            '他说:"人手不够",我们能去,谁都能去,愿意去帮忙.大家都同意.',
            "他说：“人手不够”，我们能去，谁都能去，愿意去帮忙。大家都同意。",
        ),
        ("便先借三百。。”队长说。", "便先借三百。”队长说。"),
        ("各居民小组:\n抄表时间改为月底。", "各居民小组：\n抄表时间改为月底。"),
        (
            "江渚日报 2023年9月12日 第06版\n三轮车挤在门口。（下转第07版）\n江渚日报 2023年9月12日 第07版\n天亮就散。",
            "江渚日报 2023年9月12日 第06版\n三轮车挤在门口。\n天亮就散。",
        ),
        (
            "走了。\n编辑于 2022-06-11 21:40\n著作权归作者所有。商业转载请联系作者获得授权。",
            "走了。\n编辑于 2022-06-11 21:40",
        ),
    ],
)
def test_that_what_printing_and_saving_left_within_sentences_goes(noisy: str, told: str) -> None:
    assert clean(f"渡口旧事\n{noisy}") == f"渡口旧事\n{told}"


@pytest.mark.parametrize(
    "said",
    [
        "院里分东 西 南 北 四个方向，各有一井。",
        f"{_OPEN}\n一、修渠三条。\n二、清淤。",
        f"{_OPEN}\n九万元由乡里垫付。",
        "网页里的&lt;p&gt;标签要成对写。",
        "请看（下文第7版）的说明。",
        "老陈 2022-06-11 21:40\n著作权归作者所有",
        "江渚日报 2023年9月12日 第06版\n只引一次。\n河东日报 2023年9月12日 第06版",
    ],
)
def test_that_what_only_looks_like_it_stays(said: str) -> None:
    text = f"渡口旧事\n{said}\n老人说，船都是自己造的。"
    assert clean(text) == text


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("3 5 2.4亿元", "352.4亿元"),
        ("3\u20025\u20022 . 4亿元", "352.4亿元"),
        ("-1 2 . 3%", "-12.3%"),
        ("+ 8 . 1 %", "+ 8.1%"),
        ("1 2.4亿元", "1 2.4亿元"),
        ("35 2.4亿元", "35 2.4亿元"),
        ("A-1 2 . 3%", "A-1 2 . 3%"),
        ("分别3 5 2.4亿元", "分别3 5 2.4亿元"),
    ],
)
def test_that_digits_are_joined_behind_a_sign_and_before_a_point(torn: str, whole: str) -> None:
    assert clean(f"摘录\n全国的营收为{torn}，比去年多。") == f"摘录\n全国的营收为{whole}，比去年多。"
