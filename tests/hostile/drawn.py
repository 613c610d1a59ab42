"""Hostile inputs drawn by Hypothesis: files of every format, queries, notes, styles, items and backups gone wrong."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from hypothesis import strategies as st

from tests.hostile.inputs import STYLE, Hostile, note

_SIGNS: Final = (
    "电商", "。", "，", "\n", "\n\n", " ", "　", "\t", "\0", "\u200b", "\u202e", "\ufeff", "𠮷", "🍚", "e\u0301", "a",
    "12%", "2019年", "3月4日", "12.5亿元", "1", "亿", "第", "％", "增长", "从", "到", "《", "》", "“", "”", "（", "）",
    "(", ")", "[", "]", "![", "[a](", "[^1]", "<", ">", "<a ", "<!--", "-->", "<![CDATA[", "&#", "&amp;", "&a;", "*",
    "_", "`", "~~~\n", "|", "|-|\n", "# ", "> ", "- ", "1. ", "---\n", "title: ", "\\", "$", "{", "}", "\r", ",", '"',
    "'", ";", "00:00:01,000 --> 00:00:02,000\n", "%PDF-1.4\n", "obj<<", ">>endobj\n", "stream\n", "{\\rtf1", "\\par ",
    "@book{a,", "title={", "TY  - BOOK\n", "ER  - \n", "=cmd|' /C calc'!A0", "http://a.b/?", "javascript:", "电" * 40,
)  # fmt: skip
_TIMES: Final = st.sampled_from([1, 1, 1, 2, 3, 40, 900, 6000])
TEXT: Final = st.lists(st.tuples(st.sampled_from(_SIGNS), _TIMES), min_size=1, max_size=12).map(
    lambda parts: "".join(sign * times for sign, times in parts)[:60_000]
)
_OPERATORS: Final = (
    "-", "+", "(", ")", "标题:", "年份:", "电商", " AND ", " OR ", " NOT ", " NEAR/9 ", "/a*a*b/", "a*a*a*b", "?",
    "词~", '"', "“", "/", "\\", "/(a|a)*b/", "1..2", "|", "*", "/[", "{1,500}", "\u200b", "🍚", " ",
)  # fmt: skip
QUERY: Final = (
    st.lists(st.tuples(st.sampled_from(_OPERATORS), _TIMES), min_size=1, max_size=8)
    .map(lambda parts: "".join(sign * times for sign, times in parts)[:40_000].replace("\0", ""))
    .filter(lambda query: query != "-")
)  # which reads from standard input
SUFFIXES: Final = (
    "txt",
    "md",
    "html",
    "csv",
    "srt",
    "vtt",
    "log",
    "xml",
    "rtf",
    "mhtml",
    "pdf",
    "docx",
    "epub",
    "odt",
)
_LEAVES: Final = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), TEXT, st.just("urn:x"), st.just(10**4000), st.just([]),
    st.just({}), st.sampled_from(["9" * 5000, "²", "--5", "-"]),
)  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw bytes that were ``data`` before something happened to them."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(made) - 1)))
        match draw(st.sampled_from(["flip", "cut", "repeat", "insert", "end"])):
            case "flip" if made:
                made[place] = draw(st.integers(0, 255))
            case "cut":
                del made[place : place + draw(st.sampled_from([1, 7, 300, 5000]))]
            case "repeat":
                part = bytes(made[place : place + draw(st.sampled_from([1, 9, 200]))])
                made[place:place] = part * draw(st.sampled_from([2, 50, 900]))
            case "insert":
                made[place:place] = draw(TEXT).encode("utf-8", "surrogatepass")[:20_000]
            case _:
                del made[place + 1 :]
    return bytes(made)


@st.composite
def archive(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw an archive of which one member is spoilt, gone, twice there or under another name."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        members = [(one.filename, opened.read(one)) for one in opened.infolist()]
    place = draw(st.integers(0, len(members) - 1))
    name, content = members[place]
    match draw(st.sampled_from(["spoil", "spoil", "drop", "double", "name", "bytes"])):
        case "spoil":
            members[place] = (name, draw(spoilt(content)))
        case "drop":
            del members[place]
        case "double":
            members.append((name, draw(spoilt(content))))
        case "name":
            members[place] = (
                draw(st.sampled_from(["../x", "/x", "a\\b", "文" * 64, "x" * 300, ""])) or "x",
                content,
            )
        case _:
            return draw(spoilt(data))
    made = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore", category=UserWarning),  # of a name that stands twice
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for name, content in members:
            written.writestr(name, content)
    return made.getvalue()


@st.composite
def tree(draw: st.DrawFn, root: Any) -> Any:
    """Draw a JSON document in which some values are others."""
    made = json.loads(json.dumps(root))
    for _ in range(draw(st.integers(1, 4))):
        holder: Any = {"": made}
        key: Any = ""
        while isinstance(inside := holder[key], dict | list) and inside and draw(st.booleans()):
            holder = inside
            key = draw(st.sampled_from(sorted(inside) if isinstance(inside, dict) else range(len(inside))))
        value = draw(_LEAVES)
        for _ in range(draw(st.sampled_from([0, 0, 1, 300]))):
            value = [value]
        if holder is not made and key == "":
            return value
        holder[key] = value
    return made


def _imported(suffix: str, data: bytes) -> Hostile:
    return Hostile(f"file.{suffix}", ("import", f"{{folder}}/drawn.{suffix}"), {f"drawn.{suffix}": data})


def _cited(items: Any, style: str) -> Hostile:
    files = {"a.json": json.dumps(items).encode(), "a.csl": style.encode("utf-8", "surrogatepass")}
    return Hostile("style", ("cite", "{folder}/a.json", "--style", "{folder}/a.csl"), files)


def _noted(made: Any) -> Hostile:
    return Hostile(
        "notes", ("annotations", "--import", "{folder}/a.jsonld"), {"a.jsonld": json.dumps(made).encode()}
    )


def _restored(data: bytes) -> Hostile:
    return Hostile("backup", ("restore", "{folder}/drawn.zip"), {"drawn.zip": data})


def _file(command: str, name: str) -> Callable[[str], Hostile]:
    def made(text: str) -> Hostile:
        return Hostile(
            command, (command, f"{{folder}}/{name}"), {name: text.encode("utf-8", "surrogatepass")}
        )

    return made


def _searched(query: str, mode: str) -> Hostile:
    return Hostile("query", ("search", "--limit", "5", "--mode", mode, "--", query))


_STYLE: Final = STYLE.format(macros='<macro name="m0"><text variable="title"/></macro>')
_ITEM: Final = {
    "id": "a", "type": "book", "title": "书", "author": [{"family": "王", "given": "明"}],
    "issued": {"date-parts": [[2019, 3, 4]]}, "page": "1-9", "note": "a: b",
}  # fmt: skip
_NOTES: Final = [note("电商"), note("a" * 40, 1)]


def searches() -> st.SearchStrategy[Hostile]:
    """Draw queries."""
    return st.builds(_searched, QUERY, st.sampled_from(["auto", "exact", "words", "near"]))


def texts() -> st.SearchStrategy[Hostile]:
    """Draw files of text under the suffix of any format."""
    encoded = TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
    return st.builds(_imported, st.sampled_from(SUFFIXES), encoded)


def descriptions() -> st.SearchStrategy[Hostile]:
    """Draw notes, styles, items, references and papers."""
    return st.one_of(
        tree(_NOTES).map(_noted),
        tree([_ITEM]).map(lambda items: _cited(items, _STYLE)),
        spoilt(_STYLE.encode()).map(lambda style: _cited([_ITEM], style.decode("utf-8", "replace"))),
        TEXT.map(_file("references", "a.bib")),
        TEXT.map(_file("references", "a.ris")),
        TEXT.map(_file("audit", "a.md")),
    )


_SAYINGS: Final = (
    "2019年，全国网络零售额达到10.63万亿元，同比增长16.5%。", "其中，农村网络零售额为1.7万亿元，占比16%。",
    "据某研究院《报告》（2020）测算，规模将超过3000亿～4500亿元", "“不是价格，而是信任。”店主王某（化名）说。",
    "比上年高2.3个百分点，是2015年的3.5倍", "甲市、乙县、丙镇分别为12、8.5和3亿元；",
    "[1] 张三. 论网店[J]. 学报, 2020, 12(3): 45-67.",
    "（张三，2019：12）", "该平台2021年的用户数为", "表1 年份 2018 2019 2020\n零售额 1.2 1.5 1.9\n", "其", "前者",
    "同期", "http://a.b/c?d=e ", "作者简介：李四（1980－），女，教授。基金项目：社会科学基金（19BJY001）。",
    "DOI：10.1/a.b", "收稿日期：2020-01-02", "第3卷 第4期", "摘 要：", "关键词：网店；零售；", "Abstract: ",
    "ISSN 1000-0000", "文/王五", "——",
)  # fmt: skip
"""What reports, papers and their heads are made of, each a thing some extractor looks for."""
_SIZES: Final = st.sampled_from([17_000, 30_000, 66_000])
LONG: Final = st.builds(
    lambda parts, size, breaks: (breaks.join(parts) * (size // max(1, sum(map(len, parts))) + 1))[:size],
    st.lists(st.one_of(st.sampled_from(_SAYINGS), st.sampled_from(_SIGNS)), min_size=1, max_size=9),
    _SIZES,
    st.sampled_from(["", "", "\n", "，"]),
)
"""Texts of 50 to 200 kB that say a few things over and over."""
HEAD: Final = st.lists(
    st.tuples(st.one_of(st.sampled_from(_SAYINGS), st.sampled_from(_SIGNS)), st.sampled_from([1, 1, 2, 300])),
    min_size=2, max_size=12,
).map(lambda parts: "\n".join(one * times for one, times in parts)[:60_000])  # fmt: skip
_ANEW: Final = ("refind", "--all")
_CORRECTED: Final = ("article", "{article}", "--correct", "0:1=网店销售额达到12亿元")


def _after_import(suffix: str, words: tuple[str, ...]) -> Callable[[str], Hostile]:
    path = f"{{folder}}/drawn.{suffix}"

    def made(text: str) -> Hostile:
        files = {f"drawn.{suffix}": text.encode("utf-8", "surrogatepass")}
        return Hostile(words[0], words, files, ("import", path))

    return made


def heads() -> st.SearchStrategy[Hostile]:
    """Draw texts that begin as articles do, with what a record is made of, and ask for it."""
    return st.one_of(
        HEAD.map(_after_import("txt", ("record", "{article}"))),
        HEAD.map(_after_import("md", ("record", "{article}"))),
    )


def anew() -> st.SearchStrategy[Hostile]:
    """Draw texts that are read anew when they are there, and ones in which a letter is corrected."""
    return st.one_of(
        st.one_of(LONG, TEXT).map(_after_import("txt", _ANEW)),
        st.one_of(LONG, TEXT).map(_after_import("txt", _CORRECTED)),
    )


def all_kinds(files: Mapping[str, bytes], backup: bytes) -> dict[str, st.SearchStrategy[Hostile]]:
    """Return what draws each kind; ``files`` are sound files by suffix, to be spoilt.

    Apart, for of a choice among them Hypothesis draws some again and again and others hardly ever.
    """
    sound = [spoilt(data).map(partial(_imported, suffix)) for suffix, data in files.items()]
    packed = [
        archive(data).map(partial(_imported, suffix))
        for suffix, data in files.items()
        if zipfile.is_zipfile(io.BytesIO(data))
    ]
    return {
        "queries": searches(),
        "texts": texts(),
        "spoilt files": st.one_of(sound),
        "spoilt members": st.one_of(packed),
        "descriptions": descriptions(),
        "backups": archive(backup).map(_restored),
        "long texts": LONG.map(lambda text: _imported("txt", text.encode("utf-8", "surrogatepass"))),
        "papers": st.one_of(LONG, HEAD).map(_file("audit", "a.txt")),
        "heads": HEAD.map(lambda text: _imported("md", text.encode("utf-8", "surrogatepass"))),
        "records": heads(),
        "read anew": anew(),
    }
