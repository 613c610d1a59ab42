"""The kinds of repair: keys for the ledger, and the Chinese term each stands for in the interface."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class RepairKind(StrEnum):
    """What is wrong with a place of the text."""

    EXTRA_BLANK = "extra_blank"
    HALF_WIDTH_MARK = "half_width_mark"
    DOUBLED_MARK = "doubled_mark"
    FULL_WIDTH_CHARACTER = "full_width_character"
    WRONG_LINE_BREAK = "wrong_line_break"
    HYPHENATION = "hyphenation"
    PAGE_FURNITURE = "page_furniture"
    INVISIBLE_CHARACTER = "invisible_character"
    RADICAL_CHARACTER = "radical_character"
    LIGATURE = "ligature"
    OVERPRINT = "overprint"
    PINYIN_GLOSS = "pinyin_gloss"
    MISREAD_DIGIT = "misread_digit"
    MOJIBAKE = "mojibake"
    HTML_REMAINS = "html_remains"
    REPEATED_PARAGRAPH = "repeated_paragraph"
    BROKEN_NUMBERING = "broken_numbering"
    CHART_RESIDUE = "chart_residue"
    LOST_TITLE = "lost_title"
    MACHINE_TRANSLATION = "machine_translation"
    TRUNCATED_SENTENCE = "truncated_sentence"
    BOILERPLATE = "boilerplate"
    OWN_CORRECTION = "own_correction"
    OWN_TITLE = "own_title"


TERMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        RepairKind.EXTRA_BLANK: "多余空格",
        RepairKind.HALF_WIDTH_MARK: "半角标点",
        RepairKind.DOUBLED_MARK: "重复标点",
        RepairKind.FULL_WIDTH_CHARACTER: "全角字符",
        RepairKind.WRONG_LINE_BREAK: "误断行",
        RepairKind.HYPHENATION: "断词连字符",
        RepairKind.PAGE_FURNITURE: "页眉页脚",
        RepairKind.INVISIBLE_CHARACTER: "不可见字符",
        RepairKind.RADICAL_CHARACTER: "部首码位字",
        RepairKind.LIGATURE: "西文连字",
        RepairKind.OVERPRINT: "重影文字",
        RepairKind.PINYIN_GLOSS: "夹注拼音",
        RepairKind.MISREAD_DIGIT: "误认数字",
        RepairKind.MOJIBAKE: "乱码",
        RepairKind.HTML_REMAINS: "网页残码",
        RepairKind.REPEATED_PARAGRAPH: "重复段落",
        RepairKind.BROKEN_NUMBERING: "编号错乱",
        RepairKind.CHART_RESIDUE: "图表残留",
        RepairKind.LOST_TITLE: "书名缺失",
        RepairKind.MACHINE_TRANSLATION: "机翻误译",
        RepairKind.TRUNCATED_SENTENCE: "句子残缺",
        RepairKind.BOILERPLATE: "推广免责语",
        RepairKind.OWN_CORRECTION: "手工改字",
        RepairKind.OWN_TITLE: "手工改标题",
    }
)
"""The term of each kind, for whoever shows the ledger to people."""
