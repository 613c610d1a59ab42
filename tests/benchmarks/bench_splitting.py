"""Measures the cutting of glued articles: passages beside the repository are glued in many forms and cut again.

Run: python tests/benchmarks/bench_splitting.py
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.model.source import SourceDocument  # noqa: E402
from corpus.text.split import split  # noqa: E402

SAMPLES = ROOT.parent / "shared" / "samples" / "open"
PASSAGES = SAMPLES / "03_retrieval" / "cmrc2018_dev" / "passages.jsonl"
HEADS = ("{}", "【{}】", "《{}》", "{n}. {}", "{n}、{}", "第{n}篇 {}", "# {}", "标题：{}")
UNDER = ("", "来源：某某网 作者：李四", "2023-05-06 10:30", "县报 2023年5月6日", "（记者 李四）", "李四")
BETWEEN = ("", "责任编辑：张三", "上一篇：县里开会\n下一篇：镇上修路", "打印本页\n关闭窗口", "----------")
ROUNDS = 6
LONG_ENOUGH = 450


def articles() -> list[tuple[str, list[str]]]:
    """Return title and paragraphs of the passages long enough to be articles."""
    found: list[tuple[str, list[str]]] = []
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        text = str(item["text"])
        if len(text) >= LONG_ENOUGH and "<br" not in text:
            title = str(item["title"]).replace("_", " ")
            found.append((f"关于{title}的介绍", re.findall(r"(?:[^。]*。?){1,4}", text)))
    return [(title, [part for part in parts if part.strip()]) for title, parts in found]


def glued(
    chosen: Sequence[tuple[str, list[str]]], head: str, under: str, between: str, gap: str
) -> tuple[str, set[int]]:
    """Return a page of the articles and where their titles stand."""
    text, titles = "", set()
    for number, (title, parts) in enumerate(chosen, 1):
        if text and between:
            text += between + gap
        titles.add(len(text))
        text += gap.join(part for part in (head.format(title, n=number), under, *parts) if part) + gap
    return text, titles


def main() -> int:
    """Print precision, recall and F1 of the titles found below the first one, by form, and the reports cut."""
    if not PASSAGES.exists():
        print("skipped: no passages here")
        return 0
    chance = random.Random(7)  # noqa: S311
    known = articles()
    whole: Counter[str] = Counter()
    forms = [(head, under, between) for head in HEADS for under in UNDER for between in BETWEEN]
    for head, under, between in forms:
        count: Counter[str] = Counter()
        for number in range(ROUNDS):
            chosen = chance.sample(known, chance.randint(2, 6))
            text, titles = glued(chosen, head, under, between, "\n\n" if number % 2 else "\n")
            found = {one.span.start for one in split(SourceDocument(text, "", "text")).articles}
            count.update(
                hit=len((found & titles) - {0}), extra=len(found - titles), missed=len(titles - found)
            )
        whole.update(count)
        if "-v" in sys.argv:
            print(f"{head} | {under} | {between!r}: {dict(count)}")
    precision = whole["hit"] / max(1, whole["hit"] + whole["extra"])
    recall = whole["hit"] / max(1, whole["hit"] + whole["missed"])
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"titles: precision {precision:.3f} recall {recall:.3f} F1 {score:.3f} ({whole['hit']})")
    reports = [*(SAMPLES / "07_reports" / "_plain").glob("*.txt"), *(SAMPLES / "07_reports").glob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in reports]
    cut = sum(len(split(SourceDocument(text, "", "text")).articles) != 1 for text in texts)
    print(f"reports cut that are one article: {cut} of {len(reports)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
