from __future__ import annotations

from corpus.model.place import Place
from corpus.model.span import Span
from desktop.services.navigation import Navigator, PageState
from desktop.services.targets import DataTarget, HomeTarget, ReaderTarget, SearchTarget, Target, TrendsTarget


class Pages:
    def __init__(self) -> None:
        self.shown: list[tuple[Target, PageState | None]] = []
        self.states: dict[str, PageState] = {}

    def show_target(self, target: Target, state: PageState | None) -> None:
        self.shown.append((target, state))

    def page_state(self, key: str) -> PageState:
        return self.states.get(key, {})


def walked() -> tuple[Navigator, Pages]:
    navigator, pages = Navigator(), Pages()
    navigator.attach(pages)
    navigator.go(HomeTarget())
    return navigator, pages


def test_a_place_opens_the_reader_at_its_span_and_note() -> None:
    navigator, _pages = walked()
    navigator.open_place(Place("a1", "题", Span(3, 9), "六个字的引文"), note="n7")
    assert navigator.current == ReaderTarget(article="a1", span=Span(3, 9), note="n7")


def test_going_back_brings_a_page_back_as_it_was_left() -> None:
    navigator, pages = walked()
    navigator.go(SearchTarget(text="电商"))
    pages.states["search"] = {"scroll": 120}
    navigator.go(ReaderTarget(article="a1"))
    navigator.back()
    assert pages.shown[-1] == (SearchTarget(text="电商"), {"scroll": 120})
    assert (navigator.can_go_back, navigator.can_go_forward) == (True, True)
    navigator.forward()
    assert navigator.current == ReaderTarget(article="a1")


def test_going_somewhere_new_forgets_the_way_forward() -> None:
    navigator, _pages = walked()
    navigator.go(TrendsTarget())
    navigator.back()
    navigator.go(DataTarget())
    assert not navigator.can_go_forward
    navigator.back()
    assert navigator.current == HomeTarget()


def test_the_same_target_again_is_no_new_stop() -> None:
    navigator, pages = walked()
    navigator.go(HomeTarget())
    assert not navigator.can_go_back
    assert len(pages.shown) == 2
