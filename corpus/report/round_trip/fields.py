"""Complex fields of a DOCX: found however Word has split them, made, and given other words."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from corpus.report.round_trip.package import w

MARK: Final = "ADDIN YINDE_CITE"
_GONE: Final = frozenset([w("del"), w("moveFrom")])
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Field:
    """A field in its document: what it says, the runs that say it, and the runs that show what it comes to."""

    instruction: str = ""
    begin: etree._Element | None = None
    codes: list[etree._Element] = field(default_factory=list)
    shown: list[etree._Element] = field(default_factory=list)

    def told(self) -> dict[str, Any] | None:
        """Return what one of our fields carries; ``None`` of any other, or where it was damaged."""
        body = self.instruction.strip()
        if not body.startswith(MARK):
            return None
        try:
            told = json.loads(body.removeprefix(MARK))
        except (ValueError, RecursionError):
            return None
        return told if isinstance(told, dict) and isinstance(told.get("cites"), list) else None

    def text(self) -> str:
        """Return the words shown, without what a revision has deleted."""
        return "".join(node.text or "" for run in self.shown for node in run.iter(w("t")))

    def say(self, words: str, told: dict[str, Any]) -> None:
        """Show other words, in the form of the first run, and carry what is ``told``."""
        nodes = [node for run in self.shown for node in run.iter(w("t"))]
        if nodes:
            for node in nodes:
                node.text = ""
            nodes[0].text = words
            nodes[0].set(_SPACE, "preserve")
        for number, code in enumerate(self.codes):
            code.text = instruction(told) if not number else ""
            code.set(_SPACE, "preserve")


def fields_of(tree: etree._Element) -> Iterator[Field]:
    """Yield our fields of a part in their order; what a revision has deleted or moved away is gone already."""
    stack: list[tuple[Field, bool]] = []
    for run in tree.iter(w("r")):
        if is_gone(run):
            continue
        for node in run:
            kind = node.get(w("fldCharType")) if node.tag == w("fldChar") else ""
            if kind == "begin":
                stack.append((Field(begin=run), False))
            elif kind == "separate" and stack:
                stack[-1] = (stack[-1][0], True)
            elif kind == "end" and stack:
                ended, _shown = stack.pop()
                if ended.instruction.strip().startswith(MARK):
                    yield ended
            elif node.tag == w("instrText") and stack and not stack[-1][1]:
                stack[-1][0].instruction += node.text or ""
                stack[-1][0].codes.append(node)
            elif node.tag == w("t") and stack and stack[-1][1] and run not in stack[-1][0].shown:
                stack[-1][0].shown.append(run)


def is_gone(node: etree._Element) -> bool:
    """Tell whether a revision has deleted what stands here, or moved it to another place."""
    return any(one.tag in _GONE for one in node.iterancestors())


def instruction(told: dict[str, Any]) -> str:
    """Return the words of a field's instruction."""
    return f" {MARK} {json.dumps(told, ensure_ascii=False, separators=(',', ':'))} "


def field_runs(told: dict[str, Any], shown: list[etree._Element]) -> list[etree._Element]:
    """Return the runs of a field that shows the runs given."""
    form = shown[0].find(w("rPr")) if shown else None

    def run(child: etree._Element) -> etree._Element:
        made = etree.Element(w("r"))
        if form is not None:
            made.append(copy.deepcopy(form))
        made.append(child)
        return made

    def sign(kind: str) -> etree._Element:
        made = etree.Element(w("fldChar"))
        made.set(w("fldCharType"), kind)
        return run(made)

    code = etree.Element(w("instrText"))
    code.text = instruction(told)
    code.set(_SPACE, "preserve")
    return [sign("begin"), run(code), sign("separate"), *shown, sign("end")]
