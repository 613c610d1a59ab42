"""PDF files of ten kinds, typeset with Typst, whose pages, order and printed page numbers are known."""

from __future__ import annotations

import io
import json
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.report.writers.fonts import find_cjk_font

_FIRST: Final = "水桥粮茶船木盐布铁书山湖村城乡路田井仓渡"
_SECOND: Final = "商行市贩号铺局社会站场庄帮栈埠口坊园馆厂"
_DONE: Final = (
    "涨了一成",
    "少了许多",
    "没有变化",
    "比往年早",
    "由众人商定",
    "记在账上",
    "分给各户",
    "留到来年",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF: its sentences in reading order, and for every page what is printed on it (``None``: nothing is)."""

    name: str
    data: bytes
    sentences: tuple[str, ...]
    printed: tuple[str | None, ...] = ()


Labels = Callable[[int], Sequence[str | None]]
"""The printed number of every page of a file with so many."""


def roman(number: int) -> str:
    """Return a number below 40 in small roman digits."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


class Words:
    """Sentences no other call gives, by a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._told = 0
        self.sentences: list[str] = []

    def sentence(self) -> str:
        """Return a new sentence."""
        draw = self._random
        self._told += 1
        words = ["".join((draw.choice(_FIRST), draw.choice(_SECOND))) for _ in range(draw.randint(4, 9))]
        made = f"{words[0]}与{words[1]}的第{self._told}回往来里，{'、'.join(words[2:])}{draw.choice(_DONE)}。"
        self.sentences.append(made)
        return made

    def paragraph(self) -> str:
        """Return a paragraph of three to seven sentences."""
        return "".join(self.sentence() for _ in range(self._random.randint(3, 7)))

    def paragraphs(self, count: int) -> str:
        """Return so many paragraphs as Typst markup."""
        return "\n\n".join(self.paragraph() for _ in range(count))


def _typeset(body: str, page: str, more: str = "") -> bytes:
    import typst

    family = find_cjk_font().serif
    setting = (
        f"#set page({page})\n"
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
        f'#set text(size: 10pt, lang: "zh", font: "{family}")\n{more}\n'
    )
    return bytes(typst.compile((setting + body).encode()))


def _counted(first: int) -> Labels:
    return lambda pages: [str(first + number) for number in range(pages)]


def _heads(words: Words, _seed: int) -> tuple[str, str, Labels]:
    head = (
        "header: context { let n = here().page(); if calc.odd(n) [水边商会旧事 #h(1fr) 第一辑] "
        "else [往来账目考 #h(1fr) 卷二] }"
    )
    return words.paragraphs(34), f'paper: "a5", numbering: "1", {head}', _counted(1)


def _footnotes(words: Words, seed: int) -> tuple[str, str, Labels]:
    parts = [
        words.paragraph()
        + (f"#footnote[参见县志第{number + seed}卷，并见当年的船行底册。]" if number % 3 == 1 else "")
        for number in range(34)
    ]  # fmt: skip
    return "\n\n".join(parts), 'paper: "a5", numbering: "— 1 —", header: [水边商会旧事]', _counted(1)


def _columns(words: Words, _seed: int) -> tuple[str, str, Labels]:
    return (
        words.paragraphs(60),
        'paper: "a4", columns: 2, numbering: "1", header: [水路月刊 #h(1fr) 第三期]',
        _counted(1),
    )


def _spreads(words: Words, seed: int) -> tuple[str, str, Labels]:
    first = 10 + 2 * seed
    foot = (
        f"footer: context {{ let n = here().page(); grid(columns: (1fr, 1fr), align: center, "
        f"[#({first} + 2 * (n - 1))], [#({first} + 2 * (n - 1) + 1)]) }}"
    )
    page = f'paper: "a5", flipped: true, columns: 2, {foot}'
    return (
        words.paragraphs(44),
        page,
        lambda pages: [f"{first + 2 * number}-{first + 2 * number + 1}" for number in range(pages)],
    )


def _rotated(words: Words, _seed: int) -> tuple[str, str, Labels]:
    return words.paragraphs(34), 'paper: "a5", numbering: "1 / 1", header: [转过来的册子]', _counted(1)


def _front(words: Words, seed: int) -> tuple[str, str, Labels]:
    front, body = words.paragraphs(10 + 2 * seed), words.paragraphs(28)
    text = (
        "#align(center)[#v(4cm) #text(size: 22pt)[往来账目考]]\n#pagebreak()\n"
        '#set page(numbering: "i")\n#counter(page).update(1)\n'
        f'{front}\n<last>\n#pagebreak()\n#set page(numbering: "1")\n#counter(page).update(1)\n{body}'
    )

    def labels(pages: int) -> Sequence[str | None]:
        count = _front_pages(seed)
        return [None, *(roman(n + 1) for n in range(count)), *(str(n + 1) for n in range(pages - 1 - count))]

    return text, 'paper: "a5"', labels


_FRONT: dict[int, int] = {}


def _front_pages(seed: int) -> int:
    """Return how many pages the front matter of a file takes, as its pages were made."""
    return _FRONT[seed]


def _tables(words: Words, seed: int) -> tuple[str, str, Labels]:
    draw = random.Random(seed)  # noqa: S311 - no secret
    parts: list[str] = []
    for number in range(16):
        parts.append(words.paragraphs(2))
        if number % 3 == 0:
            rows = ", ".join(
                f"[{2001 + row}年], [{draw.randint(100, 99999) / 10}], [{draw.randint(10, 999)}], "
                f"[{draw.randint(1, 99)}%]"
                for row in range(7)
            )
            parts.append(f"#table(columns: 4, [年份], [粮食万石], [布匹], [比重], {rows})")
    return "\n\n".join(parts), 'paper: "a5", numbering: "第 1 页"', _counted(1)


def _outline(words: Words, seed: int) -> tuple[str, str, Labels]:
    first = 45 + 10 * seed
    parts = [f"= 第{number}节 渡口与市镇{number}\n{words.paragraphs(5)}" for number in range(1, 8)]
    head = (
        "header: context { let n = counter(page).get().first(); if calc.odd(n) [#h(1fr) 水路研究 #h(1fr) #n] "
        "else [#n #h(1fr) 往来账目考 #h(1fr)] }"
    )
    return f"#counter(page).update({first})\n" + "\n\n".join(parts), f'paper: "a5", {head}', _counted(first)


def _unnumbered(words: Words, seed: int) -> tuple[str, str, Labels]:
    parts = [f"{words.paragraph()}\n\n{1950 + 7 * seed + number}年" for number in range(40)]
    head = f"header: [往来账目考 · {1990 + seed}年刊]"
    return "\n\n".join(parts), f'paper: "a5", {head}', lambda pages: [None] * pages


def _chapters(words: Words, seed: int) -> tuple[str, str, Labels]:
    first = 101 + seed
    parts = [f"#pagebreak(weak: true)\n= 第{number}章\n{words.paragraphs(8)}" for number in range(1, 6)]
    foot = (
        "footer: context { let n = counter(page).get().first(); "
        "let opens = query(heading).any(one => one.location().page() == here().page()); "
        "if not opens { align(if calc.odd(n) { right } else { left }, [#n]) } }"
    )
    return f"#counter(page).update({first})\n" + "\n\n".join(parts), f'paper: "a5", {foot}', _counted(first)


KINDS: Final = {
    "heads": _heads, "footnotes": _footnotes, "columns": _columns, "spreads": _spreads, "rotated": _rotated,
    "front": _front, "tables": _tables, "outline": _outline, "unnumbered": _unnumbered, "chapters": _chapters,
}  # fmt: skip


def small(first: int = 45) -> Made:
    """Return a PDF of three or four little pages, numbered from ``first``."""
    words = Words(5)
    body = f"#counter(page).update({first})\n= 渡口与市镇\n{words.paragraphs(7)}"
    data = _typeset(body, 'width: 90mm, height: 120mm, margin: 14mm, numbering: "1"')
    return Made("small", data, tuple(words.sentences), tuple(_counted(first)(page_count(data))))


def plain(lines: Sequence[str]) -> bytes:
    """Return a PDF of these lines, the first its heading, each other one a paragraph."""
    told = [re.sub(r"([\\#$*_`<>@=~\[\]/+-])", r"\\\1", line) for line in lines]
    return _typeset(f"= {told[0]}\n" + "\n\n".join(told[1:]), 'paper: "a5", numbering: "1"')


def book(pages: int) -> bytes:
    """Return a PDF of about so many ordinary pages."""
    words = Words(17)
    body = words.paragraphs(round(pages * 6.9))
    return _typeset(body, 'paper: "a5", numbering: "1", header: [往来账目考]')


def scanned(pages: int) -> bytes:
    """Return a PDF whose pages hold a picture of lines each, and no text."""
    lines = "".join(f'<rect x="8" y="{20 + 14 * n}" width="{60 + 7 * n % 30}" height="6"/>' for n in range(9))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="160">{lines}</svg>'
    one = f"#image(bytes({json.dumps(drawing)}), width: 100%)"
    return _typeset("\n#pagebreak()\n".join([one] * pages), "width: 60mm, height: 90mm, margin: 8mm")


def make(kind: str, seed: int) -> Made:
    """Return a PDF of a kind; the same seed gives the same one."""
    words = Words(seed * 97 + 13)
    body, page, labels = KINDS[kind](words, seed)
    data = _typeset(body, page)
    if kind == "rotated":
        data = _turned(data, seed)
    if kind == "front":
        _FRONT[seed] = _pages_before(data)
    return Made(f"{kind}-{seed}", data, tuple(words.sentences), tuple(labels(page_count(data))))


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return count


def _pages_before(data: bytes) -> int:
    """Return how many pages stand between the cover and the first page numbered 1."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    seen = [page.get_textpage().get_text_range().strip().splitlines()[-1].strip() for page in document]
    document.close()
    return seen.index("1") - 1


def _turned(data: bytes, seed: int) -> bytes:
    """Return the file with some of its pages turned by a quarter, as scanners and wide tables leave them."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for number in range(seed % 3, len(document), 3):
        document[number].set_rotation((90, 180, 270)[number % 3])
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()
