"""An excerpt is known as part of its whole, whichever came first; a person may say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.repeats import excerpting, likely_excerpts
from corpus.library.intake.repeats.repeating import Repeat, set_part, set_repeat
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import trash
from tests.benchmarks.generated import articles

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

WHOLE = "山里的集市\n" + "\n".join(
    f"第{n}天清早，{who}挑着{what}走了{n * 7}里山路，到集上换回{n + 2}斤盐和一块花布。"
    for n, (who, what) in enumerate(
        [
            ("张家老大", "两筐板栗"), ("李家媳妇", "一担草鞋"), ("王木匠", "四把椅子"), ("赵铁匠", "十把镰刀"),
            ("孙家姑娘", "满篮鸡蛋"), ("周掌柜", "三坛米酒"), ("吴先生", "自写的春联"), ("郑船工", "晒干的鱼"),
        ],
        start=1,
    )
)  # fmt: skip
EXCERPT = "集市摘抄\n" + "\n".join(WHOLE.split("\n")[3:6])
LONGER = (
    "山里的集市（全本）\n"
    + "\n".join(
        f"入冬以后的第{n}场雪落下来，{n + 3}个赶集的人在山神庙里歇脚，火堆上烤着{n * 2}个红薯。"
        for n in range(2, 30)
    )
    + "\n"
    + "\n".join(WHOLE.split("\n")[1:])
)
OTHER = "海边的集市\n" + WHOLE.split("\n")[2] + "\n渔船靠岸的时候天还没有亮，岸上已经点起了灯笼，" * 6


def imported(library: Library, folder: Path, name: str, text: str) -> str:
    """Take a text in; return the id of its article."""
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return import_paths(library, [path]).sources[0].articles[0].id


def part_of(library: Library, article: str) -> str | None:
    (summary,) = library.store.articles.of([article])
    shown: str | None = shapes.summary(summary)["part_of"]
    return shown


@pytest.mark.parametrize("first", ["whole", "excerpt"])
def test_an_excerpt_is_part_of_its_whole(library: Library, tmp_path: Path, first: str) -> None:
    texts = {"whole": WHOLE, "excerpt": EXCERPT, "other": OTHER}
    order = ["other", "whole", "excerpt"] if first == "whole" else ["excerpt", "other", "whole"]
    ids = {name: imported(library, tmp_path, name, texts[name]) for name in order}
    assert part_of(library, ids["excerpt"]) == ids["whole"]
    assert part_of(library, ids["whole"]) is part_of(library, ids["other"]) is None


@pytest.mark.parametrize("order", ["whole longer excerpt", "longer whole excerpt", "excerpt longer whole"])
def test_that_an_excerpt_is_part_of_the_longest_text_that_holds_it(
    library: Library, tmp_path: Path, order: str
) -> None:
    texts = {"whole": WHOLE, "excerpt": EXCERPT, "longer": LONGER}
    ids = {name: imported(library, tmp_path, name, texts[name]) for name in order.split()}
    assert part_of(library, ids["excerpt"]) == ids["longer"]


def test_that_only_articles_not_yet_in_the_index_keep_excerpts_from_being_looked_for(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excerpting, "_MOST_UNINDEXED", len(list_articles(library)))
    whole = imported(library, tmp_path, "whole", WHOLE)
    assert part_of(library, imported(library, tmp_path, "excerpt", EXCERPT)) == whole


def test_what_a_person_says_of_an_excerpt_holds(library: Library, tmp_path: Path) -> None:
    excerpt = imported(library, tmp_path, "excerpt", EXCERPT)
    whole = imported(library, tmp_path, "whole", WHOLE)
    assert set_part(library, excerpt, None) == whole
    imported(library, tmp_path, "again", WHOLE + "\n散集以后，山路又静了下来，只剩几个孩子在捡栗子壳。" * 3)
    assert part_of(library, excerpt) is None
    assert set_part(library, excerpt, whole) is None
    library.store.articles.delete(whole, 1)
    assert part_of(library, excerpt) is None


def test_what_lies_in_the_trash_repeats_or_is_part_already_is_no_excerpt_of_what_comes(
    library: Library, tmp_path: Path
) -> None:
    texts = dict(zip(("trashed", "part", "free", "repeat"), articles(4, characters=300), strict=True))
    ids = {name: imported(library, tmp_path, name, made.text) for name, made in texts.items()}
    trash(library, [ids["trashed"]])
    set_part(library, ids["part"], ids["free"])
    set_repeat(library, ids["repeat"], Repeat(ids["free"], 0.9))
    whole = imported(library, tmp_path, "whole", "全书\n" + "\n".join(made.text for made in texts.values()))
    parts = {name: part_of(library, one) for name, one in ids.items()}
    assert parts == {"trashed": None, "part": ids["free"], "free": whole, "repeat": None}


@pytest.mark.parametrize("many", [1, 1000])
def test_of_many_taken_in_at_once_the_same_are_known(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(likely_excerpts, "MANY_ARTICLES", many)
    texts = {"whole": WHOLE, "excerpt": EXCERPT, "other": OTHER}
    for one in articles(4, characters=400):
        texts[f"whole{one.number}"] = one.text
        texts[f"excerpt{one.number}"] = f"摘抄{one.number}\n{one.text[60:300]}"
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    outcomes = import_paths(library, [tmp_path]).sources
    ids = {Path(one.path).stem: one.articles[0].id for one in outcomes}
    assert {name: part_of(library, one) for name, one in ids.items()} == {
        name: ids.get(name.replace("excerpt", "whole")) if "excerpt" in name else None for name in ids
    }
