"""A family of papers with known truth: quotations untouched, changed, shortened, invented; figures of every standing.

The sources are the generated texts, wording of our own. What is right is found by looking through all of them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.benchmarks.generated import Generated, articles
from tests.benchmarks.generated_words import METRICS

_OTHERS: Final = "囍鹤鹿桥塔钟灯帆鼓砚墨棋笛莲雁霜"
_MADE_UP: Final = (
    "月亮背面的渔夫把{a}织成了一张{b}的网，谁也没有见过{c}。",
    "那位钟表匠临走时说，{a}比{b}更懂得如何等待{c}。",
    "在没有窗子的图书馆里，{a}被借走了三次，{b}却从未归还{c}。",
    "老戏台塌下来的那个傍晚，{a}正替{b}描最后一笔{c}。",
    "所有的风筝都认得{a}，只有{b}把线头交给了{c}。",
)
_WORDS: Final = (
    "潮汐", "哑铃", "琥珀", "苔藓", "罗盘", "墨鱼", "驿站", "铜铃", "雪橇", "竹简", "星图", "陶罐", "鲸骨", "蝉蜕",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A paragraph of a paper and the verdicts that are right for what it takes from the sources."""

    kind: str
    text: str
    right: frozenset[str]


def sources(count: int, seed: int) -> tuple[Generated, ...]:
    """Return the texts the papers are written from."""
    return tuple(articles(count, seed=seed))


def quotations(texts: Sequence[Generated], count: int, seed: int) -> Iterator[Case]:
    """Yield quotations: untouched, a character changed, shortened with and without a mark, invented."""
    dice = random.Random(seed)  # noqa: S311 - texts, not secrets
    everything = "\n".join(one.text for one in texts)
    unique = [words.rstrip("。") for one in texts for words in one.unique]
    for number in range(count):
        words = dice.choice(unique)
        kind = ("untouched", "changed", "cut", "unmarked", "invented")[number % 5]
        if kind == "untouched":
            yield Case(kind, _cited(dice, words), frozenset({"same"}))
        elif kind == "changed":
            place = dice.randrange(len(words))
            other = words[:place] + dice.choice(_OTHERS) + words[place + 1 :]
            yield Case(kind, _cited(dice, other), frozenset({"same" if other in everything else "changed"}))
        elif kind == "invented":
            a, b, c = dice.sample(_WORDS, 3)
            made = dice.choice(_MADE_UP).format(a=a, b=b, c=c).rstrip("。")
            yield Case(kind, _cited(dice, made), frozenset({"not_found"}))
        else:
            first, last = len(words) // 3, len(words) - len(words) // 3
            mark = "……" if kind == "cut" else ""
            shortened = words[:first] + mark + words[last:]
            right = "cut" if mark else "same" if shortened in everything else "changed"
            yield Case(kind, _cited(dice, shortened), frozenset({right}))


def figures(texts: Sequence[Generated], count: int, seed: int) -> Iterator[Case]:
    """Yield figures: as stated, in another unit, rounded, with another value, another year, of somebody unheard of."""
    dice = random.Random(seed)  # noqa: S311 - texts, not secrets
    stated: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in texts:
        for figure in one.figures:
            if figure.value is not None:
                whom = figure.subject or figure.region
                stated[whom, figure.metric, figure.period.text].add(f"{figure.value}")
    units = dict(METRICS)
    known = sorted(stated)
    for number in range(count):
        whom, metric, year = dice.choice(known)
        values, unit = stated[whom, metric, year], units[metric]
        value = float(min(values))
        kind = ("stated", "unit", "rounded", "other", "unheard")[number % 5]
        agreeing = "contradicted" if len(values) > 1 else "same"
        if kind == "unit" and not unit.startswith("亿"):
            kind = "stated"
        if kind == "stated":
            yield _figure(dice, kind, whom, metric, year, f"{value:.2f}{unit}", {agreeing})
        elif kind == "unit":
            yield _figure(dice, kind, whom, metric, year, f"{value * 10_000:.0f}万元", {agreeing})
        elif kind == "rounded":
            yield _figure(dice, kind, whom, metric, year, f"{value:.1f}{unit}", {agreeing})
        elif kind == "other":
            wrong = value * dice.choice((0.31, 0.62, 1.37, 2.9))
            yield _figure(dice, kind, whom, metric, year, f"{wrong:.2f}{unit}", {"changed"})
        else:
            stranger = f"{''.join(dice.sample('砚莲霜雁帆鹤', 3))}公司"
            yield _figure(
                dice, kind, stranger, metric, year, f"{dice.uniform(20, 9000):.2f}{unit}", {"not_found"}
            )


def _figure(
    dice: random.Random, kind: str, whom: str, metric: str, year: str, amount: str, right: set[str]
) -> Case:
    text = dice.choice(
        (
            f"{year}，{whom}的{metric}为{amount}。",
            f"{whom}{year}的{metric}达到{amount}。",
            f"在{year}，{whom}的{metric}已经有{amount}。",
        )
    )
    return Case(kind, text, frozenset(right))


def _cited(dice: random.Random, words: str) -> str:
    return dice.choice(
        (f"有报道说：“{words}。”", f"他在文中写道，“{words}”。", f"正如一位店主所言，「{words}」。")
    )
