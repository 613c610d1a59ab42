"""Score of the repairs against the hand-made labels of the sample page: `python tests/benchmarks/bench_repairs.py`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.model.edit import Edit, RepairClass
from corpus.text.repairs import propose

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
PAGE = SAMPLES / "000_da38a27201784206.txt"
FORMS = {"numbering", "chart_residue", "typography"}
_NEARLY = 0.95
"""A label also puts back a character a caption lost; that is not asked of a repair of form."""
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")


@dataclass(frozen=True, slots=True)
class Score:
    """What was applied and is labelled certain, what was applied beside the labels, what certain defect was missed."""

    right: int
    wrong: tuple[str, ...]
    found: int
    missed: tuple[str, ...]


def _labels(article: str, start: int, end: int) -> dict[tuple[int, int], str]:
    """Return the certain defects of form of one article: span in the page → what should stand there."""
    told: Mapping[str, Any] = json.loads((SAMPLES / "labels" / "defects.json").read_text(encoding="utf-8"))
    wanted: dict[tuple[int, int], str] = {}
    for label in told["systemic"][:8]:
        text = " " if label["text"] == " 。" else label["text"]
        repair = "" if label["text"] == " 。" else label["repair"]
        for offset in label["offsets"]:
            if start <= offset < end:
                wanted[offset, offset + len(text)] = repair
    for label in told["defects"]:
        form = label["kind"] in FORMS or label["subkind"] == "page_furniture_injected"
        if (
            label["article"] == article
            and form
            and label["certainty"] == "certain"
            and label["repair"] is not None
        ):
            wanted[label["offset"], label["end"]] = label["repair"]
    return wanted


def _same(mine: str | None, wanted: str) -> bool:
    """Tell whether two repairs say the same but for width, line breaks and the brackets of a caption."""

    def bare(text: str) -> str:
        return re.sub(r"整理|[\s\[\]]", "", text.translate(_WIDE))

    return (
        mine is not None and SequenceMatcher(None, bare(mine), bare(wanted), autojunk=False).ratio() > _NEARLY
    )


def score(article: str) -> Score:
    """Score the applied repairs of one labelled article (A1, A2, A4); the title line does not count."""
    text = PAGE.read_text(encoding="utf-8")
    told = json.loads((SAMPLES / "labels" / "articles.json").read_text(encoding="utf-8"))["articles"]
    place = next(one for one in told if one["id"] == article)
    start, end = place["offset"], place["end"]
    wanted = _labels(article, place["body_offset"] - 33 if article == "A1" else place["body_offset"], end)
    edits = [
        edit
        for edit in propose(text[start:end])
        if edit.applied and edit.repair_class is RepairClass.FORM and edit.end > edit.start
    ]
    spans = [(edit.start + start, edit.end + start, edit) for edit in edits]
    wrong = [
        f"{begin}: {edit.before!r} -> {edit.after!r}"
        for begin, finish, edit in spans
        if not _labelled(begin, finish, edit, wanted)
    ]
    missed = [
        f"{begin}: {text[begin:finish]!r} -> {repair!r}"
        for (begin, finish), repair in sorted(wanted.items())
        if not _covered(begin, finish, spans)
    ]
    return Score(len(edits) - len(wrong), tuple(wrong), len(wanted) - len(missed), tuple(missed))


def _labelled(begin: int, finish: int, edit: Edit, wanted: Mapping[tuple[int, int], str]) -> bool:
    """Tell whether an applied edit does what a label asks for."""
    return any(
        begin < other_end and other_begin < finish and abs(begin - other_begin) + abs(finish - other_end) <= 2
        and _same(edit.after, repair)
        for (other_begin, other_end), repair in wanted.items()
    )  # fmt: skip


def _covered(begin: int, finish: int, spans: Sequence[tuple[int, int, Edit]]) -> bool:
    return any(start <= begin and finish <= end for start, end, _ in spans) or any(
        start < finish and begin < end and end - start >= 2 for start, end, _ in spans
    )


def main() -> None:
    """Print the scores."""
    right = wrong = found = missed = 0
    for article in ("A1", "A2", "A4"):
        one = score(article)
        right, wrong = right + one.right, wrong + len(one.wrong)
        found, missed = found + one.found, missed + len(one.missed)
        print(*[f"{article} beside the labels {line}" for line in one.wrong], sep="\n")
        print(*[f"{article} missed {line}" for line in one.missed], sep="\n")
    print(f"precision {right}/{right + wrong} = {right / (right + wrong):.3f}")
    print(f"recall {found}/{found + missed} = {found / (found + missed):.3f}")


if __name__ == "__main__":
    main()
