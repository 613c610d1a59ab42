"""The worker: does what it is asked in order, and nothing once the window is gone."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from corpus.library import worker as serving
from corpus.library.worker import Worker
from corpus.model.progress import Progress, ProgressCallback

if TYPE_CHECKING:
    import pytest

    from corpus.library.library import Library


def test_that_work_stops_at_its_next_step_when_the_window_is_gone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    answers = io.StringIO()
    worker = Worker(lambda: library, answers)

    def long_work(_library: Library, arguments: Mapping[str, Any], progress: ProgressCallback) -> None:
        for number in range(9):
            progress(Progress("work", number, 9))
            steps.append(number)
            if number == arguments["gone_after"]:
                asking.join(5)

    monkeypatch.setattr(serving, "TASKS", {"long": long_work})
    requests = [{"id": number, "task": "long", "arguments": {"gone_after": 3}} for number in (1, 2)]
    asked = threading.Event()

    def lines() -> Any:
        yield from (json.dumps(one) + "\n" for one in requests)
        asked.wait(5)

    asking = threading.Thread(target=worker.listen, args=(lines(),))
    asking.start()
    threading.Timer(0.05, asked.set).start()
    worker.work()
    assert steps == [0, 1, 2, 3]
    last = json.loads(answers.getvalue().splitlines()[-1])
    assert (last["id"], last["error"]["kind"]) == (1, "cancelled")
