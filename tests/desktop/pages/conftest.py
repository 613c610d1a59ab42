from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from desktop.actions.page import Page
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.targets import Target, as_left
from desktop.window.page_stack import PageStack
from desktop.window.page_table import page_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

P = TypeVar("P", bound=Page)


class Pages:
    """The pages of a window without the window: where one goes is kept in ``gone``, the reader is not opened."""

    def __init__(self, context: Context, stack: PageStack, qtbot: QtBot) -> None:
        self.context = context
        self.stack = stack
        self.qtbot = qtbot
        self.gone: list[Target] = []

    def show_target(self, target: Target, state: PageState | None) -> None:
        self.gone.append(target)
        if target.page != "reader":
            self.stack.show_target(target, state)

    def page_state(self, key: str) -> PageState:
        return self.stack.page_state(key)

    def settle(self) -> None:
        """Wait until nothing runs."""
        self.qtbot.waitUntil(self.idle)
        self.qtbot.wait(1)
        self.qtbot.waitUntil(self.idle)

    def idle(self) -> bool:
        return self.context.at_rest

    def open(self, kind: type[P], **arguments: Any) -> P:
        self.context.navigator.go(replace(as_left(kind.key), **arguments))
        self.settle()
        page = self.stack.page(kind.key)
        assert isinstance(page, kind)
        return page

    def do(self, work: Callable[[], object]) -> None:
        work()
        self.settle()


@pytest.fixture
def pages(reading_context: Context, qtbot: QtBot) -> Iterator[Pages]:
    context = reading_context
    stack = PageStack(context, {entry.key: entry for entry in page_entries()})
    qtbot.addWidget(stack)
    bridge = ChangeBridge(context.library)
    bridge.changed.connect(stack.take_changes)
    context.scope.changed.connect(stack.look_again)
    found = Pages(context, stack, qtbot)
    context.navigator.attach(found)
    stack.resize(1216, 600)
    stack.show()
    yield found
    found.settle()
    bridge.close()
