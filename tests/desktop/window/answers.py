"""What a worker answers that imports nothing."""

from __future__ import annotations

from typing import Any

REPORT: dict[str, Any] = {
    "batch": "b1",
    "platforms": 2,
    "sources": [
        {
            "path": "/文/甲.txt", "status": "added", "error": None,
            "articles": [
                {"id": "a1", "title": "甲", "characters": 500, "duplicate_of": None, "figures": 4, "platforms": 2,
                 "repairs": {"applied": 9, "offered": 2}},
                {"id": "a2", "title": "乙", "characters": 480, "duplicate_of": "a1", "figures": 3, "platforms": 1,
                 "repairs": {"applied": 7, "offered": 0}},
            ],
        },
        {"path": "/文/空.txt", "status": "failed", "error": {"kind": "empty", "values": {}}, "articles": []},
        {"path": "/文/旧.txt", "status": "same", "error": None, "articles": []},
    ],
}  # fmt: skip
WORKER = f"""
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    answers = {{"undo_import": {{"trashed": ["a1", "a2"], "restored": []}}}}
    print(json.dumps({{"id": request["id"], "result": answers.get(request["task"], {REPORT!r})}}), flush=True)
"""
