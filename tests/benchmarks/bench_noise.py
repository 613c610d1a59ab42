"""Measures the repairs on clean texts beside the repository that noise of many kinds was put into.

Run: python tests/benchmarks/bench_noise.py
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpus.text.offsets import apply_edits  # noqa: E402
from corpus.text.repairs import propose  # noqa: E402

SAMPLES = ROOT.parent / "shared" / "samples" / "open"
HAN = "一-鿿"
WIDE = {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!"}
RADICALS = {"一": "⼀", "人": "⼈", "大": "⼤", "工": "⼯", "心": "⼼", "水": "⽔", "生": "⽣", "长": "⻓"}
CHANCE = random.Random(5)  # noqa: S311
NAVIGATION = (
    "上一篇：县里开了会", "下一篇：镇上修了路", "（责任编辑：某某某）", "分享到：微信 微博", "【字体：大 中 小】",
    "【打印】 【关闭】", "浏览次数：1234", "首页 > 新闻 > 正文", "扫一扫在手机打开当前页", "登录后发表评论",
)  # fmt: skip

Noise = Callable[[str], tuple[str, int]]


def swap(pattern: str, made: str | Callable[[re.Match[str]], str], most: int) -> Noise:
    """Return a noise that puts ``made`` in place of up to ``most`` matches, chosen by chance."""

    def put(text: str) -> tuple[str, int]:
        found = list(re.finditer(pattern, text))
        CHANCE.shuffle(found)
        chosen = sorted(found[:most], key=lambda match: -match.start())
        for match in chosen:
            after = made if isinstance(made, str) else made(match)
            text = text[: match.start()] + after + text[match.end() :]
        return text, len(chosen)

    return put


def wrapped(width: int) -> Noise:
    """Return a noise that breaks every line at a width."""

    def put(text: str) -> tuple[str, int]:
        lines = [
            [line[at : at + width] for at in range(0, len(line), width)] or [""] for line in text.split("\n")
        ]
        return "\n".join("\n".join(parts) for parts in lines), sum(len(parts) - 1 for parts in lines)

    return put


def paged(number: str) -> Noise:
    """Return a noise that puts a page number below every fourteen wrapped lines."""

    def put(text: str) -> tuple[str, int]:
        lines, made = wrapped(34)(text)[0].split("\n"), 0
        for at in range(14, len(lines), 15):
            made += 1
            lines.insert(at, number.format(made))
        return "\n".join(lines), made + wrapped(34)(text)[1]

    return put


def widened(match: re.Match[str]) -> str:
    """Return digits in full width."""
    return "".join(chr(ord(char) + 0xFEE0) for char in match[0])


NOISES: dict[str, Noise] = {
    "blank before a stop": swap("。", " 。", 12),
    "half-width marks": swap("[，：；？！]", lambda match: WIDE[match[0]], 9999),
    "wrapped at 36": wrapped(36),
    "page numbers -n-": paged("— {} —"),
    "page numbers n": paged("{}"),
    "page numbers with head": paged("某省统计年鉴 {}"),
    "&nbsp;": swap("(?<=[，。])", "&nbsp;&nbsp;", 6),
    "&#12290;": swap("。", "&#12290;", 6),
    "radicals": swap(f"[{''.join(RADICALS)}]", lambda match: RADICALS[match[0]], 12),
    "zero width": swap(f"(?<=[{HAN}])(?=[{HAN}])", "\u200b", 10),
    "full-width digits": swap(r"\d+", widened, 10),
    "paragraphs twice": swap(r"(?:(?<=\n)|^)[^\n]{60,}(?=\n|$)", lambda match: f"{match[0]}\n{match[0]}", 2),
    "sentences twice": swap(r"(?<=。)[^。\n]{24,}。", lambda match: match[0] * 2, 2),
    "broken at a comma": swap(r"(?<=[^\n]{40}，)(?=[^\n]{30})", "\n", 3),
    **{f"line {line}": swap(r"$", f"\n{line}", 1) for line in NAVIGATION},
}


def texts() -> Iterator[str]:
    """Yield clean texts: a part of every report, and passages."""
    for path in sorted((SAMPLES / "07_reports" / "_plain").glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        yield "政府工作报告\n" + "\n".join([line for line in lines if len(line) > 60][5:14])
    passages = SAMPLES / "03_retrieval" / "cmrc2018_dev" / "passages.jsonl"
    for line in passages.read_text(encoding="utf-8").splitlines()[:40]:
        text = str(json.loads(line)["text"])
        if "<br" not in text:
            yield text


def main() -> int:
    """Print, for each kind of noise, how many of the places came out as they were before."""
    if not SAMPLES.is_dir():
        print("skipped: no samples here")
        return 0
    clean = [apply_edits(text, propose(text)) for text in texts()]
    for name, noise in NOISES.items():
        places = left = 0
        for text in clean:
            noisy, made = noise(text)
            again = apply_edits(noisy, propose(noisy))
            places += made
            if again != text:
                changes = SequenceMatcher(None, text, again, autojunk=False).get_opcodes()
                left += min(made, sum(kind != "equal" for kind, *_ in changes))
        print(f"{name:32} {places - left}/{places} = {(places - left) / max(1, places):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
