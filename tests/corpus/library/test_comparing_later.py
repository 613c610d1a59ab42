"""The figures of an import are compared at its end; what a sudden end leaves over, when the library is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.knowledge.comparing.grounds import ground_of
from corpus.library.core.library import Library
from corpus.library.facts import contradictions
from corpus.library.facts.keeping_compared import keep_compared
from corpus.library.facts.statistics import edit_statistic
from corpus.library.intake.importing import import_paths
from corpus.model.progress import Cancelled, Ended, Progress
from corpus.model.statistic import Statistic
from corpus.store.database.changes import Changes
from corpus.store.facts.facts import StoredFacts

TOLD = ("618.2", "751.9", "无")
"""What the three files say of one figure."""


def files(folder: Path) -> Path:
    folder.mkdir()
    for n, value in enumerate(TOLD):
        told = f"2016年青泽市快递业务收入为{value}亿元。" if value != "无" else "这里没有数字。"
        (folder / f"{n}.txt").write_text(f"第{'甲乙丙'[n]}份年报\n\n{told}\n", encoding="utf-8")
    return folder


def disputes(library: Library) -> int:
    """Return how many contradictions of the files' own figures are known."""
    own = [one.id for one in library.store.articles.summaries(packed=False)]
    ids = [figure.id for _, figure in library.store.facts.statistics(own)]
    return sum(len(library.store.relations.conflicts(figure=one)) for one in ids)


@pytest.mark.parametrize("end", [Ended, Cancelled])
def test_figures_are_compared_however_an_import_ends(
    library: Library, tmp_path: Path, end: type[Cancelled]
) -> None:
    def ends(made: Progress) -> None:
        if made.stage == "import" and made.done == len(TOLD) - 1:
            raise end

    if end is Ended:
        with pytest.raises(Ended):
            import_paths(library, [files(tmp_path / "files")], progress=ends)
        assert disputes(library) == 0
        keep_compared(library.store)
    else:
        import_paths(library, [files(tmp_path / "files")], progress=ends)
    assert disputes(library) == 2
    assert not library.store.relations.left_over()
    import_paths(library, [tmp_path / "files"])
    assert disputes(library) == 2


def test_that_grounds_are_told_where_articles_are_built(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def counted(figure: Statistic) -> str:
        told.append(figure.id)
        return ground_of(figure)

    monkeypatch.setattr(contradictions, "ground_of", counted)
    report = import_paths(library, [files(tmp_path / "files")])
    assert not told
    assert disputes(library) == 2
    articles = [one.id for outcome in report.sources for one in outcome.articles]
    figures = [one for _, one in library.store.facts.statistics(articles)]
    assert all(library.store.figures.ground_of(one.id) == ground_of(one) for one in figures)
    # What a person said of one stands on a ground of its own.
    changed = edit_statistic(library, figures[0].id, metric="别的收入").statistic
    assert library.store.figures.ground_of(changed.id) == ground_of(changed) != ground_of(figures[0])
    assert disputes(library) == 0


@pytest.mark.parametrize("left_over", [True, False])
def test_that_figures_told_without_a_ground_get_one_though_another_is_told_with_it(
    library: Library, tmp_path: Path, *, left_over: bool
) -> None:
    articles = [one.articles[0].id for one in import_paths(library, [files(tmp_path / "files")]).sources]
    store = library.store
    article = articles[0]
    (told,) = store.facts.statistics_of(article)
    other = replace(told, id="f-other", metric="别的收入")
    if left_over:  # as an older version leaves them
        with store.transaction(Changes()):
            store.facts.replace(article, StoredFacts(statistics=(told, other)))
            store.relations.leave_over([article])
        store.figures.untold.clear()  # what a program just started knows
    with store.transaction(Changes(facts=frozenset({article}))):
        if not left_over:
            store.facts.replace(article, StoredFacts(statistics=(told, other)))
        again = replace(other, metric="又一种收入")
        store.facts.amend(article, StoredFacts(statistics=(again,), grounds={other.id: ground_of(again)}), ())
    assert {one.id: store.figures.ground_of(one.id) for one in (told, again)} == {
        one.id: ground_of(one) for one in (told, again)
    }
    assert disputes(library) == 2
