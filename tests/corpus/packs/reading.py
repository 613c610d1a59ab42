"""The built-in pack as its tests read it: tables, articles, sentences, and everything that quotes an article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

PACK: Final = resources.files("corpus.packs.ecommerce")
HAN: Final = "\u3400-\u9fff"
DIGITS: Final = {one: value for value, one in enumerate("零一二三四五六七八九")}


def toml(file: str) -> dict[str, Any]:
    return tomllib.loads((PACK / file).read_text(encoding="utf-8"))


@cache
def markdown(file: str) -> str:
    return PACK.joinpath(*file.split("/")).read_text(encoding="utf-8")


def is_paragraph(line: str) -> bool:
    return bool(line) and not re.match(r"#|- |\d+\. |\|", line)


@cache
def plain(file: str) -> str:
    """The article as a reader sees it: marks of headings, lists and tables gone."""
    lines = []
    for line in markdown(file).splitlines():
        if re.fullmatch(r"[|\s:-]+", line):
            continue
        lines.append(re.sub(r"^(#+ |- |\d+\. |\| ?)", "", line).replace(" | ", "\n").removesuffix(" |"))
    return "\n".join(lines)


@cache
def sentences(file: str) -> tuple[str, ...]:
    return tuple(
        match.group().strip()
        for line in markdown(file).splitlines()
        if is_paragraph(line)
        for match in re.finditer(r"[^。！？]+[。！？]", line)
    )


def files() -> list[str]:
    return [one["file"] for one in toml("pack.toml")["articles"]]


def statistics() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = toml("statistics.toml")["statistics"]
    return found


def proofs() -> Iterator[tuple[str, dict[str, str]]]:
    """Everything in the pack that quotes an article."""
    for one in statistics():
        yield f"statistic {one['metric']}", one
    for platform in toml("platforms.toml")["platforms"]:
        for fact in platform.get("facts", ()):
            yield f"fact {platform['name']}", fact
    for trend in toml("taxonomy.toml")["trends"]:
        for evidence in trend["evidence"]:
            yield f"trend {trend['name']}", evidence
    for conflict in toml("conflicts.toml")["conflicts"]:
        yield f"conflict {conflict['key']}", conflict["left"]
        yield f"conflict {conflict['key']}", conflict["right"]


def numeral(text: str) -> tuple[Decimal, Decimal]:
    """The lowest and highest number a printed figure without its unit may mean."""
    text = text.strip()
    if text == "半":
        return Decimal("0.5"), Decimal("0.5")
    if text[:1] in {"数", "上", "百", "千"}:
        scale = {"数百": 100, "数千": 1000, "数": 1, "上百": 100, "百": 100, "千": 1000}[text]
        return Decimal(scale), Decimal(scale * 10)
    if re.fullmatch(r"[\d.]+", text):
        return Decimal(text), Decimal(text)
    if text in {"十", "一二十"}:
        return Decimal(10), Decimal(20 if text == "一二十" else 10)
    return Decimal(DIGITS[text[0]]), Decimal(DIGITS[text[-1]])


def parsed(figure: str, unit: str) -> tuple[Decimal, Decimal]:
    """What the figure says, in the record's unit."""
    bare = re.sub(r"^[第前]|(?<=亿)级$| 以上$", "", figure).strip()
    if match := re.fullmatch(r"([\d.]+)% 到 ([\d.]+)%", bare):
        return Decimal(match[1]), Decimal(match[2])
    assert bare.endswith(unit), f"{figure} has no {unit}"
    low, high = numeral(bare.removesuffix(unit))
    return low, high
