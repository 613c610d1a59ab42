"""Lines of a front page brought to the form its readers know: a label, a colon and a value on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import is_date_line
from corpus.records.lines.label_forms import with_known_labels
from corpus.records.lines.label_words import LABELS
from corpus.records.lines.names import is_body, people_in
from corpus.records.lines.notices import NUMBERS
from corpus.records.lines.parted_labels import parted, with_parted_cells
from corpus.records.lines.rows import with_colons
from index.lazy_pattern import LazyPattern

_TITLES: Final = ("标题", "名称", "题目", "题名", "篇名", "文章标题", "文件名称", "信息名称")
_READ: Final = tuple(
    label
    for field in ("author", "source", "made_by", "issued", "written", "number")
    for label in LABELS[field]
)
_KINDS: Final = frozenset(["原创", "整理", "发布", "首发", "采访", "文字", "出品", "供稿", "记者", "媒体"])
"""Labels that stand in brackets before a title to say of which kind it is."""
_TABLED: Final = "|".join(
    r"[ 　]*".join(one)
    for one in sorted(
        {one for one in (*_TITLES, *_READ) if len(one) > 1 and one not in _KINDS},
        key=lambda one: (-len(one), one),
    )
)
_BRACKETED: Final = LazyPattern(rf"[【\[［〔](?P<label>{_TABLED})[】\]］〕][ 　]*[:：]?[ 　]*(?P<value>\S.*)")
_CELL: Final = LazyPattern(rf"(?P<label>{_TABLED})[ 　]*\t[ 　]*(?P<value>[^\s　][^\t]*)(?:\t|$)")
_PIPED: Final = LazyPattern(rf"\|?[ 　]*(?P<label>{_TABLED})[ 　]*\|[ 　]*(?P<value>[^\s　|][^|]*?)[ 　]*\|?")
_PIPED_ROW: Final = LazyPattern(
    r"\|[ 　]*(?P<label>[\u3400-\u9fff]{2,8})[ 　]*\|[ 　]*(?P<value>[^\s　|][^|]*?)[ 　]*\|"
)
"""A row of any label, which counts beside rows of labels that are known."""
_TABBED_ROW: Final = LazyPattern(
    r"(?P<label>[\u3400-\u9fff](?:[ 　]*[\u3400-\u9fff]){1,7})[ 　]*\t[ 　]*(?P<value>[^\s　][^\t]*)"
)
_OF_TABLE: Final = LazyPattern(
    r"\|?[ 　]*(?:项目|字段|名称|属性|类别)[ 　]*[\t|][ 　]*(?:内容|值|说明|信息)[ 　]*\|?|[|: -]*-{3}[|: -]*"
)
"""The head of a table of facts, and the rule below it."""
_SPREAD_COLUMN: Final = LazyPattern(
    r"[【〔\[][ 　]*[\u3400-\u9fff](?:[ 　]+[\u3400-\u9fff]){1,11}[ 　]*[】〕\]]"
)
_ENOUGH: Final = 2
"""Lines of such a kind that tell a table of facts; one alone may be a title."""
_OFFICIAL_ROW: Final = LazyPattern(
    r"(?:[\u3400-\u9fff]{2,8}[:：]|[【\[][ 　]*[\u3400-\u9fff]{2,6}[ 　]*[】\]])[ 　]*\S[^:：]{0,40}"
)
_PARTED: Final = LazyPattern(
    r"[ 　]{2,}(?=[\u3400-\u9fff]{2,8}[:：]|[【\[][ 　]*[\u3400-\u9fff]{2,6}[ 　]*[】\]][ 　]*\S)"
)
"""The blanks between two labels of one line."""
_IN_BRACKETS: Final = LazyPattern(
    r"(?P<label>(?:日期|时间|版次|版名|版面|稿源|来源|作者|标题|报名"
    r"|记者))[:：][ 　]*\[[ 　]*(?P<value>[^\[\]]{1,30}?)[ 　]*\]"
    r"(?=[ 　]*(?:$|[\u3400-\u9fff]{2,4}[:：]))"
)
"""A label whose value stands in brackets: 版次：[T03]."""
_ALONE: Final = LazyPattern(rf"(?:{'|'.join(sorted({*_TITLES, *_READ}, key=lambda one: (-len(one), one)))})")
_LONGEST_LABEL: Final = 8
_BYLINE_BEHIND: Final = LazyPattern(
    r"(?P<title>[^（(]{4,60})[（(](?P<by>(?:作者|文|记者|撰文|来源|原载|出处)[ 　]*[:：/／][^（）()]{2,80})[）)]"
)
_TITLE_LINES: Final = 3
_PLAIN: Final = (
    "作者",
    "记者",
    "撰文",
    "来源",
    "出处",
    "时间",
    "日期",
    "发布时间",
    "发布日期",
    "文章来源",
    "信息来源",
)
_IN_LABEL_BRACKETS: Final = LazyPattern(
    rf"[\[［【〔<＜](?P<label>{'|'.join(_PLAIN)})[\]］】〕>＞][ 　]*[:：]?[ 　]*(?P<value>[^\s　:：].{{1,40}})"
)
_ARROW: Final = LazyPattern(rf"(?P<label>{'|'.join(_PLAIN)})[ 　]*[→►▶▷➤»=＝][ 　]*(?P<value>\S.{{1,40}})")
_SET_WIDE: Final = LazyPattern(
    rf"(?P<label>{'|'.join('[ 　]+'.join(one) for one in _PLAIN)})[ 　]+(?P<value>[^\s　:：/／|｜].{{1,40}})"
)
"""A label that stands for itself though no other row stands beside it."""
_SIGNED_WITHIN: Final = 4
_SIGNATURE_MARK: Final = LazyPattern(r"[\s　]*[·•|｜／/][\s　]*|[ 　]{2,}|　")
_FACTS: Final = 14
_SIMPLE: Final = str.maketrans(
    "輯記攝編責對發報導來處時間圖稱攝採寫執筆譯題標單載轉網頁聞審統籌監製視頻",
    "辑记摄编责对发报导来处时间图称摄采写执笔译题标单载转网页闻审统筹监制视频",
)
_OLD_LABEL: Final = LazyPattern(
    r"(?:(?<=^)|(?<=[\s　（(【\[｜|／/；;。]))"
    r"(?P<label>(?:本報|本刊|特約|見習|實習)?記者|編輯|責編|責任編輯|攝影|撰稿|採訪|採寫|執筆|來源|文章來源|出處"
    r"|時間|日期|發布時間|發布日期|"
    r"發表時間|發表日期|發佈時間|發佈日期|出版日期|圖|圖片|題名|標題|譯者|校對|轉載自|轉自|原載|文字|統籌|監製)"
    r"(?=[ 　]*[:：／/｜|]|[\u3400-\u9fff]{2,4}[ 　]*[／/][ 　]*[\u3400-\u9fff]{2,6}報導)"
)
_OLD_REPORT: Final = LazyPattern(r"(?<=[\u3400-\u9fff])報導(?=[）)】]?$)")


_THROUGH_SITE: Final = LazyPattern(
    r"(?:(?<=^)|(?<=[\s　:：|｜（(]))[\u3400-\u9fff]{2,8}网[ ]?[-－—–]{1,2}[ ]?"
    r"(?=[\u3400-\u9fff]{2,10}(?:报|周刊|海外版)(?:$|[\s　|｜）)]))"
)
"""The site a paper's text was shown on, before the paper it is of: 来源：某网-某日报."""


_CALLED_ACCOUNT: Final = LazyPattern(
    r"(?<=^来源[:：])(?:微信)?公众号[\s　:：]+|(?<=[\u3400-\u9fff])[（(](?:微信)?公众号[）)]$"
)
"""What an account is, before or behind its name: 来源：某号（公众号）."""


_TWO_ROLES: Final = LazyPattern(
    r"(?<![\u3400-\u9fff])(?P<role>采访|采写|撰文|撰稿|文字|文|作者|编译|记录|口述)[ 　]*[/／、及和&＆][ 　]*"
    r"(?:整理|撰文|撰稿|采写|采访|文字|写作|编辑|编译)"
    r"(?=[ 　]*[:：])"
)
"""Two things the same people did, on one label: 采访／整理：某人."""
_WHERE_FROM: Final = LazyPattern(
    r"(?<=[\u3400-\u9fff])[ 　]+(?:发自[ 　]?[\u3400-\u9fff]{2,8}|(?!记者)[\u3400-\u9fff]{2,4}(?:摄影)?报[道导])"
    r"(?=[）)】\]]?$)"
)
_REPORTER: Final = LazyPattern(r"[（(【\[]?(?:本[报刊网台]|特约|见习|首席|全媒体)*记者[ 　]")
"""Reporters, and behind their names where they write from: 本报记者 甲 发自某地, 本报记者 甲 某地报道."""


def in_known_forms(lines: Sequence[str]) -> list[str]:
    """Return lines with labels in brackets, in cells, over lines or in traditional characters as usual ones."""
    found = [
        _CALLED_ACCOUNT.sub(
            "", _THROUGH_SITE.sub("", parted(_simplified(_TWO_ROLES.sub(r"\g<role>", _without_place(line)))))
        )
        for line in _whole_labels(_paired(with_parted_cells(_one_each(lines))))
    ]
    found = [re.sub(r"[ 　]", "", line) if _SPREAD_COLUMN.fullmatch(line) else line for line in found]
    for form in (_BRACKETED, _CELL, _PIPED):
        told = {place: one for place, line in enumerate(found[:_FACTS]) if (one := form.fullmatch(line))}
        if len(told) >= _ENOUGH:
            row = {_PIPED: _PIPED_ROW, _CELL: _TABBED_ROW}.get(form)
            further = {
                place: one
                for place, line in enumerate(found[: _FACTS if row else 0])
                if row and (one := row.fullmatch(line))
            }
            for place, one in (further | told).items():
                found[place] = f"{re.sub(r'[ 　]', '', one['label'])}：{one['value']}"
            found = [line for line in found if not _OF_TABLE.fullmatch(line)]
    found = with_known_labels(with_colons(found))
    found = _with_parted_signature(
        [found[0], *map(_marked_label, found[1:_FACTS]), *found[_FACTS:]] if found else []
    )
    for place, line in enumerate(found[:_TITLE_LINES]):
        behind = _BYLINE_BEHIND.fullmatch(line)
        if behind:
            return [*found[:place], behind["title"].strip(), behind["by"], *found[place + 1 :]]
    return found


def _marked_label(line: str) -> str:
    """Return a line with a label in brackets, before an arrow, or set wide before its value as label and colon."""
    told = _IN_LABEL_BRACKETS.fullmatch(line) or _ARROW.fullmatch(line) or _SET_WIDE.fullmatch(line)
    if told is None or line[-1] in "。！？":
        return line
    label = re.sub(r"[ 　]", "", told["label"])
    value = told["value"].strip()
    return f"{label}：{value}" if label not in LABELS["author"] or people_in(value) else line


def _with_parted_signature(lines: Sequence[str]) -> list[str]:
    """Return lines with the bodies that sign a text and the day beside them as lines of their own."""
    told = list(lines[:1])
    for place, line in enumerate(lines[1:], 1):
        parts = [part for part in _SIGNATURE_MARK.split(line) if part] if place <= _SIGNED_WITHIN else []
        *who, day = parts or [""]
        signed = bool(who) and is_date_line(day) and all(is_body(one) and not SITE.match(one) for one in who)
        told += [" ".join(who), day] if signed else [line]
    return told


def _without_place(line: str) -> str:
    """Return a line of reporters without the place they write from behind their names."""
    return _WHERE_FROM.sub("", line) if _REPORTER.match(line) else line


def _one_each(lines: Sequence[str]) -> list[str]:
    """Return lines with several labels of an official table, wide blanks between them, as a line for each label."""
    told: list[str] = []
    for place, printed in enumerate(lines):
        line = _IN_BRACKETS.sub(r"\g<label>：\g<value>", printed) if place < _FACTS else printed
        parts = _PARTED.split(line) if place < _FACTS else [line]
        official = (
            len(parts) > 1
            and all(map(_OFFICIAL_ROW.fullmatch, parts))
            and (any(map(NUMBERS.match, parts)) or all(part[0] in "【[" for part in parts))
        )
        told += parts if official else [line]
    return told


def _paired(lines: Sequence[str]) -> list[str]:
    """Return lines with rows of two labels and two values, as official tables have them, as a line for each label."""
    told: list[str] = []
    for place, line in enumerate(lines):
        cells = (
            [cell.strip(" 　") for cell in line.split("\t")]
            if place < _FACTS and line.count("\t") > 1
            else []
        )
        labels = [re.sub(r"[ 　:：]", "", cell) for cell in cells[::2]]
        if (
            len(cells) % 2 == 0
            and labels
            and all(_ALONE.fullmatch(one) or NUMBERS.match(f"{one}：") for one in labels)
        ):
            told += [f"{label}：{value}" for label, value in zip(labels, cells[1::2], strict=True) if value]
        else:
            told.append(line)
    return told


def _simplified(line: str) -> str:
    """Return a line whose labels are printed in simplified characters; all other words stay as they are."""
    if not _OLD_LABEL.search(line):
        return line
    bare = _OLD_LABEL.sub(lambda one: one["label"].replace("佈", "布").translate(_SIMPLE), line)
    return _OLD_REPORT.sub("报道", bare)


def _whole_labels(lines: Sequence[str]) -> list[str]:
    """Return lines with a label above its colon joined to it, its characters on lines of their own or not."""
    whole: list[str] = []
    for line in lines:
        above = _label_above(whole) if line[:1] in ":：" and len(line) > 1 else 0
        label = "".join(whole[len(whole) - above :]) if above else ""
        del whole[len(whole) - above :]
        whole.append(label + line)
    return whole


def _label_above(lines: Sequence[str]) -> int:
    """Return how many of the last lines are a label together, 0 where they are none."""
    label = ""
    for back in range(1, min(len(lines), _LONGEST_LABEL) + 1):
        label = lines[-back] + label
        if _ALONE.fullmatch(label):
            return back
        if len(label) >= _LONGEST_LABEL:
            break
    return 0
