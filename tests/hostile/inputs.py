"""Inputs made to take a program down – texts, queries, notes, styles – each with the command that takes it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Hostile:
    """An input: its name, the files it consists of, and the words of the command, ``{folder}`` is where they lie.

    ``first`` are those of a command that is done before and not counted; ``{article}`` is the first article it brought.
    """

    name: str
    words: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    first: tuple[str, ...] = ()

    def given(self, folder: Path) -> list[str]:
        """Write the files into ``folder`` and return the words of the command."""
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        return placed(self.words, folder)


def placed(words: tuple[str, ...], folder: Path, article: str = "") -> list[str]:
    """Return the words of a command with the folder and the article they speak of."""
    return [word.replace("{folder}", str(folder)).replace("{article}", article) for word in words]


def article_of(told: Any) -> str:
    """Return the first article an import brought, empty where it brought none."""
    articles = [one["id"] for source in told.get("sources", ()) for one in source["articles"]]
    return articles[0] if articles else ""


LONG_RUN: Final = "长串资料\n" + "a" * 5000 + "。\n" + "电" * 4000 + "商。\n" + "abcdefghij" * 400 + "\n"
"""A text on which patterns with choices run away; the library that is searched holds it."""
TEXTS: Final[Mapping[str, Callable[[], str]]] = {
    "zero-width.txt": lambda: "电\u200b" * 40_000 + "商",
    "percent.txt": lambda: "增长" * 10_000 + "12%" * 10_000,
    "newlines.txt": lambda: "x" + "\n" * 5_000_000 + "电商",
    "numerals.txt": lambda: "1" + "亿" * 50_000,
    "digits.txt": lambda: "电商" + "1234567890" * 20_000,
    "brackets.txt": lambda: "《" * 60_000 + "电商",
    "dates.txt": lambda: "2019年3月4日" * 10_000,
    "one sentence.txt": lambda: "据统计网店销售额达到12亿元增长8%" * 3000,
    "commas.txt": lambda: "网店销售额达到12亿元，" * 5000,
    "blanks.txt": lambda: "电商" + " " * 1_000_000 + "好",
    "bidi.txt": lambda: "电\u202e" * 50_000 + "商",
    "nul.txt": lambda: "电\0商" * 30_000,
    "stars.md": lambda: "*" * 100_000 + "a" + "*" * 100_000,
    "quotes.md": lambda: ">" * 100_000 + " 电商",
    "tags.md": lambda: "<a " * 8000,
    "heading.md": lambda: "# " + "电" * 300_000,
    "one line.md": lambda: "电" * 300_000,
    "headings.md": lambda: "# 电商\n\n" * 5000,
    "list.md": lambda: "".join("  " * n + "- a\n" for n in range(300)),
    "links.md": lambda: "[" * 30_000 + "a" + "]" * 30_000,
    "table.md": lambda: "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|1" * 20_000 + "|\n",
    "wide key.md": lambda: "+++\n" + ".".join(["a"] * 60_000) + " = 1\n+++\n\n电商",
    "yaml.md": lambda: (
        "---\na: &a [x,x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20))
        + "---\n电商"
    ),
    "div.html": lambda: "<div>" * 4000 + "电商" + "</div>" * 4000,
    "attributes.html": lambda: "<p " + "a=1 " * 50_000 + ">电商</p>",
    "entities.html": lambda: "<p>" + "&amp;" * 50_000 + "</p>",
    "cells.csv": lambda: "a," * 10_000 + "\n" + "1," * 10_000,
    "lines.srt": lambda: "1\n00:00:01,000 --> 00:00:02,000\n电商\n\n" * 5000,
}
QUERIES: Final = (
    "a*a*a*a*a*a*b x", "a*a*a*b x", "/a*a*a*b/", "/电*电*电*Z/", "/.*.*.*Z/", "/[a-z]+[a-z]+[a-z]+Z/",
    "/a{1,500}a{1,500}a{1,500}b/", "/(?:.?){40}(?:.){40}ZZ/", "-" * 900 + "电商", "标题:" * 3000 + "电商",
    " NEAR/9 ".join(["电商"] * 2000), "词" * 200 + "~", " ".join(["电商"] * 33_000), " AND ".join(["电商"] * 5000),
    "+" * 50_000, "(" * 3000 + "电商" + ")" * 3000, '"' * 5001, "?" * 3000, "*" * 3000, "电" * 100_000,
)  # fmt: skip
NEAR: Final = (
    "a" * 5000, "电" * 4000, "abcdefghij" * 400, "a*a*a*b x", "/a*a*a*b/", "电商" * 2000, "词~" * 500, "，。" * 2000,
    " ".join(chr(0x4E00 + n) for n in range(3000)), "(" * 3000, "电?商*" * 300,
)  # fmt: skip
WORDS: Final = ("电*商*" * 300, "?" * 300 + "电", "*电*" * 200, "a*" * 2000, "词~ " * 500)
"""Queries for the nearest places, and for words alone."""
MARKDOWN: Final[Mapping[str, Callable[[], str]]] = {
    "quotes": lambda: "> " * 3000 + "电商",
    "lists": lambda: "".join("  " * n + "- a\n" for n in range(300)),
    "stars": lambda: "*" * 20_000 + "a" + "*" * 20_000,
    "brackets": lambda: "[" * 20_000 + "a" + "]" * 20_000,
    "one line": lambda: "电" * 200_000,
    "table": lambda: "|a" * 3000 + "|\n" + "|-" * 3000 + "|\n" + "|1" * 3000 + "|\n",
    "tags": lambda: "<a " * 5000 + "<div>" * 3000,
    "links": lambda: "[a](b) " * 5000 + "[a]: b\n" * 5000,
    "bold": lambda: "**a" * 10_000 + "_a" * 10_000,
    "fences": lambda: "```\n" * 5000 + "`" * 20_000,
    "lines": lambda: "a\n" * 20_000,
    "headings": lambda: "# a\n\n" * 3000,
}
"""What a note may hold."""
PACK: Final = '[pack]\nname = "x"\ntitle = "包"\nversion = "1.0.0"\n'
PACKS: Final[Mapping[str, Callable[[], Mapping[str, bytes]]]] = {
    "bomb": lambda: {"pack.toml": PACK.encode(), "texts/a.txt": bytes(40 << 20)},
    "many files": lambda: {"pack.toml": PACK.encode(), **{f"texts/{n}.txt": b"x" for n in range(4000)}},
    "deep table": lambda: {"pack.toml": (PACK + "a = " + "[" * 3000 + "]" * 3000).encode()},
    "wide key": lambda: {"pack.toml": (PACK + ".".join(["a"] * 60_000) + " = 1").encode()},
    "many tables": lambda: {"pack.toml": PACK.encode(), "trends.toml": b"[[trend]]\nkey = 'a'\n" * 50_000},
}
STYLE: Final = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>{macros}
<citation><layout><text macro="m0"/></layout></citation>
<bibliography><layout><text macro="m0"/></layout></bibliography></style>"""
_ITEMS: Final = json.dumps([{"id": "a", "type": "book", "title": "书"}]).encode()


def note(quote: str, number: int = 0) -> dict[str, Any]:
    """Return one note of another program on a place that may or may not exist."""
    selector = {"type": "TextQuoteSelector", "exact": quote, "prefix": "前", "suffix": "后"}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": f"urn:uuid:{number:032x}",
        "body": [{"type": "TextualBody", "value": "批注", "purpose": "commenting"}],
        "target": {"source": "urn:x", "selector": selector},
    }  # fmt: skip


def _macros(width: int, depth: int) -> str:
    made = [f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * width + "</macro>" for n in range(depth)]
    return "".join(made) + f'<macro name="m{depth}"><text variable="title"/></macro>'


def all_inputs() -> Iterator[Hostile]:
    """Yield every input, made when it is asked for."""
    for name, make in TEXTS.items():
        yield Hostile(name, ("import", f"{{folder}}/{name}"), {name: make().encode("utf-8", "surrogatepass")})
    for number, query in enumerate(QUERIES):
        yield Hostile(f"query {number}: {query[:24]}", ("search", "--limit", "5", "--", query))
    for number, query in enumerate(NEAR):
        nearest = ("search", "--mode", "near", "--limit", "5", "--", query)
        yield Hostile(f"near {number}: {query[:24]}", nearest)
    for number, query in enumerate(WORDS):
        alone = ("search", "--mode", "words", "--limit", "5", "--", query)
        yield Hostile(f"words {number}: {query[:24]}", alone)
    notes = {
        "quotation of 1 MB": [note("电商" * 170_000)],
        "notes that stand nowhere": [
            note(f"第{n}句不在任何一篇里的话，也没有相近的。", n) for n in range(300)
        ],
        "deep": _nested(400),
        **{
            f"note of {name}": [{**note("电商", number), "body": {"type": "TextualBody", "value": make()}}]
            for number, (name, make) in enumerate(MARKDOWN.items(), start=1000)
        },
    }
    for name, made in notes.items():
        file = {"a.jsonld": json.dumps(made).encode()}
        yield Hostile(name, ("annotations", "--import", "{folder}/a.jsonld"), file)
    for name, members in PACKS.items():
        yield Hostile(f"pack, {name}", ("pack", "check", "{folder}/a.zip"), {"a.zip": _zipped(members())})
    for name, macros in {
        "macros that multiply": _macros(10, 7),
        "macro that calls itself": '<macro name="m0"><text macro="m0"/></macro>',
        "deep groups": '<macro name="m0">' + "<group>" * 3000 + "</group>" * 3000 + "</macro>",
    }.items():
        style = STYLE.format(macros=macros).encode()
        words = ("cite", "{folder}/a.json", "--style", "{folder}/a.csl")
        yield Hostile(name, words, {"a.json": _ITEMS, "a.csl": style})


def _zipped(members: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def _nested(depth: int) -> Any:
    made: Any = note("电商")
    for _ in range(depth):
        made = {"type": "Annotation", "body": [made], "target": made["target"]}
    return made
