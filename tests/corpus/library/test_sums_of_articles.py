"""Totals, shares and quotients beside what another article of the library tells of the same owner and year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from sqlite3 import Row

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import conflicts, conflicts_of, decide, set_verdict, statistics
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.reading.organising import restore, trash
from corpus.model.statistic import FactStatus, Statistic
from corpus.store.facts import owned
from corpus.store.facts.owned import MOST, Owned, Owner
from tests.benchmarks.generated import articles, fill

TOTAL = "柏林镇卫生院年报\n2022年末，柏林镇有医生和护士86人。"
PARTS = "柏林镇卫生人员\n2022年末柏林镇有医生32人、护士44人。"
LAND = "梅溪县夏粮面积\n2022年，梅溪县小麦播种面积30万亩。"
HARVEST = "梅溪县夏粮产量\n2022年，梅溪县小麦产量12万吨，平均亩产520公斤。"
SUM = "32 + 44 = 76 ≠ 86 人"
QUOTIENT = "12 万吨 ÷ 30 万亩 = 400 ≠ 520 公斤"


def told(library: Library) -> list[str]:
    return [one.sum for one in conflicts(library) if not one.title]


def put(library: Library, *texts: str) -> None:
    for text in texts:
        import_text(library, text.partition("\n")[0], text)


def article_of(library: Library, title: str) -> str:
    (found,) = (one.id for one in library.store.articles.summaries(packed=False) if one.title == title)
    return found


def kept(library: Library) -> int:
    """Return how many rows tell what figures of one owner come to together."""
    sql = "SELECT count(*) FROM relations r JOIN relation_words w ON w.number = r.ground WHERE w.word LIKE '@#%'"
    return int(library.store.database.rows(sql)[0][0])


def counted(library: Library, patched: pytest.MonkeyPatch, use: Callable[[], None]) -> tuple[int, int]:
    """Return the rows that comparing owners reads in a use, and the steps SQLite takes for all of it in fifties."""
    rows, steps = [0], [0]
    database = library.store.database
    ask, figures = database.rows, Owned.figures

    def told_of(sql: str, *values: object) -> Sequence[Row]:
        found = list(ask(sql, *values))
        rows[0] += len(found)
        return found

    def step() -> int:
        steps[0] += 1
        return 0

    def walked(
        table: Owned, owner: Owner, names: Sequence[str], known: dict[str, Statistic]
    ) -> tuple[tuple[str, Statistic, str, str], ...]:
        connection = database._connect()
        connection.set_progress_handler(step, 50)
        try:
            return figures(table, owner, names, known)
        finally:
            connection.set_progress_handler(None, 0)

    patched.setattr(database, "rows", told_of)
    patched.setattr(Owned, "figures", walked)
    use()
    return rows[0], steps[0]


@pytest.mark.parametrize(("one", "other", "said"), [(TOTAL, PARTS, SUM), (LAND, HARVEST, QUOTIENT)])
@pytest.mark.parametrize("turned", [False, True])
def test_that_what_does_not_come_out_between_articles_is_told_until_one_goes(
    library: Library, one: str, other: str, said: str, *, turned: bool
) -> None:
    before = told(library)
    put(library, *((other, one) if turned else (one, other)))
    assert [each for each in told(library) if each not in before] == [said]
    assert kept(library) == 1
    (card,) = (each for each in conflicts(library) if each.sum == said)
    assert card.left.place.article != card.right.place.article
    assert [each.sum for each in conflicts_of(library, card.left.statistic.id)] == [said]
    set_verdict(library, card.key, "right")
    for gone in (one, other):
        article = article_of(library, gone.partition("\n")[0])
        trash(library, [article])
        assert told(library) == before
        assert kept(library) == 0
        restore(library, [article])
        assert [(each.key, each.verdict) for each in conflicts(library) if each.sum == said] == [
            (card.key, "right")
        ]


def test_that_a_part_that_is_rejected_or_gone_takes_its_sum_with_it(library: Library) -> None:
    before = told(library)
    put(library, TOTAL, PARTS)
    parts = article_of(library, "柏林镇卫生人员")
    (nurses,) = (
        one.statistic.id
        for one in statistics(library, articles=frozenset({parts}))
        if "护士" in one.statistic.metric
    )
    # The card stands at the first part; what is said of the second one holds for it too.
    assert not conflicts_of(library, nurses)
    decide(library, nurses, FactStatus.REJECTED)
    assert told(library) == before
    decide(library, nurses, FactStatus.CONFIRMED)
    assert SUM in told(library)
    put(library, "柏林镇卫生人员公报\n2022年末柏林镇有医生和护士86人，有病床20张。")
    assert told(library).count(SUM) == 2


def test_that_files_imported_together_are_held_together_once(library: Library, tmp_path: Path) -> None:
    before = told(library)
    for number, text in enumerate((TOTAL, PARTS, LAND, HARVEST)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path])
    assert sorted(one for one in told(library) if one not in before) == sorted([SUM, QUOTIENT])
    assert not library.store.relations.stale()


def test_that_towns_and_counties_of_one_name_are_not_added_up(library: Library) -> None:
    before = told(library)
    put(library, TOTAL.replace("柏林镇", "柏林县"), PARTS)
    assert told(library) == before


def test_that_an_owner_of_very_many_figures_is_passed_over(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(library)
    monkeypatch.setattr(owned, "MOST", 2)
    put(library, TOTAL, PARTS)
    assert told(library) == before
    assert MOST > 100


@pytest.mark.parametrize("sizes", [(20, 200), pytest.param((200, 2_000), marks=pytest.mark.long)])
def test_that_an_article_costs_what_its_owners_have(
    tmp_path: Path, sizes: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []
    for size in sizes:
        library = open_library(tmp_path / str(size), write=True)
        fill(library, articles(size, characters=220))
        put(library, LAND)
        with monkeypatch.context() as patched:
            costs.append(counted(library, patched, partial(put, library, HARVEST)))
        assert QUOTIENT in told(library)
        library.close()
    (few, little), (many, much) = costs
    assert many <= few * 1.2 + 12
    assert much <= little * 1.5 + 40
