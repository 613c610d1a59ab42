"""Doing operations in tests as the window does them, and waiting until they are written."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject

from desktop.services.context import Context
from desktop.services.operation import Operation

T = TypeVar("T")


def settle(context: Context) -> None:
    """Let the window's events run until everything is written and read."""
    flags = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not context.at_rest:
        QCoreApplication.processEvents(flags, 50)
    QCoreApplication.processEvents()


def perform(context: Context, operation: Operation[T]) -> T:
    """Do an operation and return its result; what goes wrong is raised."""
    owner = QObject()
    made: list[T] = []
    failed: list[Exception] = []
    context.operations.run(owner, operation, made.append, failed.append)
    settle(context)
    if failed:
        raise failed[0]
    return made[0]


def undo(context: Context) -> None:
    """Press 撤销."""
    context.operations.undo()
    settle(context)


def redo(context: Context) -> None:
    """Press 重做."""
    context.operations.redo()
    settle(context)
