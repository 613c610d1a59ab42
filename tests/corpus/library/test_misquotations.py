"""What an article tells on the word of another of the library, which says otherwise."""

from __future__ import annotations

from sqlite3 import Row

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import conflicts
from corpus.library.intake.importing import import_text
from corpus.library.reading.organising import restore, trash
from corpus.store.database.changes import Changes
from corpus.store.facts.relations import CITED

REPORT = "乡村阅读状况调查报告\n2022年，43.6%的村民一年内没有读过一本纸质书。全村有书屋12间。"
QUOTING = "书去哪儿了\n《乡村阅读状况调查报告》称，一年里没读过纸质书的村民占63.4%。"
RIGHTLY = "书在这里\n《乡村阅读状况调查报告》称，一年里没读过纸质书的村民占43.6%。"
OTHER = "乡村体育状况调查报告\n2022年，43.6%的村民一年内没有读过一本纸质书。"


def told(library: Library) -> list[tuple[str, str]]:
    return [(one.kind, one.sum) for one in conflicts(library) if not one.title]


def put(library: Library, *texts: str) -> None:
    for text in texts:
        import_text(library, text.partition("\n")[0], text)


def article_of(library: Library, title: str) -> str:
    (found,) = (one.id for one in library.store.articles.summaries(packed=False) if one.title == title)
    return found


@pytest.mark.parametrize("turned", [False, True])
def test_that_a_wrong_quotation_is_told_until_one_of_both_goes(library: Library, *, turned: bool) -> None:
    before = told(library)
    put(library, *((QUOTING, REPORT) if turned else (REPORT, QUOTING)))
    (found,) = (one for one in told(library) if one not in before)
    assert found == ("转引有误", "63.4 − 43.6 = 19.8%")
    for gone in (REPORT, QUOTING):
        article = article_of(library, gone.partition("\n")[0])
        trash(library, [article])
        assert told(library) == before
        restore(library, [article])
        assert found in told(library)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "naming",
    [
        "据省社科院发布的《乡村阅读状况调查报告》显示，",
        "省社科院8月14日发布的《乡村阅读状况调查报告》显示，",
        "翻开那份《乡村阅读状况调查报告》，",
        "上述《乡村阅读状况调查报告》指出，",
        "刚出炉的《乡村阅读状况调查报告》写得明明白白：",
    ],
)
def test_that_a_paper_is_found_however_and_with_whomever_it_is_named(
    library: Library, naming: str, *, turned: bool
) -> None:
    before = told(library)
    quoting = f"书去哪儿了\n{naming}一年里没读过纸质书的村民占63.4%。"
    put(library, *((quoting, REPORT) if turned else (REPORT, quoting)))
    (found,) = (one for one in told(library) if one not in before)
    assert found == ("转引有误", "63.4 − 43.6 = 19.8%")


@pytest.mark.parametrize("texts", [(REPORT, RIGHTLY), (OTHER, QUOTING)])
def test_that_a_right_quotation_and_one_of_another_document_are_none(
    library: Library, texts: tuple[str, str]
) -> None:
    before = told(library)
    put(library, *texts)
    assert told(library) == before


@pytest.mark.parametrize("many", [5, pytest.param(60, marks=pytest.mark.long)])
def test_that_asking_who_quotes_walks_no_table(
    library: Library, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    put(library, REPORT, QUOTING)
    put(library, *(f"云亭村手记{at}\n2022年，云亭村有书屋{at + 3}间。" for at in range(many)))
    asked: list[tuple[str, tuple[object, ...]]] = []
    database = library.store.database
    rows = database.rows

    def told_of(sql: str, *values: object) -> list[Row]:
        asked.append((sql, values))
        return rows(sql, *values)

    article = article_of(library, REPORT.partition("\n")[0])
    monkeypatch.setattr(database, "rows", told_of)
    assert len(library.store.cited.figures(f"{CITED}{REPORT.partition(chr(10))[0]}", {})) > 1
    with library.store.transaction(Changes()):
        library.store.cited.note((), (article,))
    plans = [
        str(row["detail"]) for sql, values in asked for row in rows(f"EXPLAIN QUERY PLAN {sql}", *values)
    ]
    assert plans
    assert [one for one in plans if one.startswith("SCAN ")] == []
