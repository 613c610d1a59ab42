"""The words the window uses for colours, states and kinds; one table each, said in the language spoken."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from corpus.language import current_language, translate
from corpus.language.phrases import with_aside
from corpus.model.annotation import AnchorStatus, Colour
from corpus.model.edit import Certainty, RepairState
from corpus.model.source import NO_TEXT, RECOGNISED
from corpus.model.statistic import SURE, FactStatus, Statistic, StatisticKind
from corpus.model.trend import Trend
from corpus.report.figure_words import grouped

_NONE: Final[Mapping[str, str]] = {}


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


COLOURS: Final[Mapping[Colour, str]] = {
    Colour.YELLOW: _("重点"),
    Colour.RED: _("疑问"),
    Colour.GREEN: _("论据"),
    Colour.BLUE: _("定义"),
    Colour.PURPLE: _("观点"),
    Colour.MAGENTA: _("方法"),
    Colour.ORANGE: _("数据"),
    Colour.GREY: _("待查"),
}
LAYERS: Final[Mapping[str, str]] = {NO_TEXT: _("无文字层"), RECOGNISED: _("识别文字")}
"""What a file's text is where it is none, or was read off pictures of its pages."""
DOUBTFUL: Final = 0.45
"""Figures of less confidence were hardly read for sure."""
STATUSES: Final[Mapping[FactStatus, str]] = {
    FactStatus.EXTRACTED: _("待核实"),
    FactStatus.CONFIRMED: _("已核实"),
    FactStatus.EDITED: _("已修改"),
    FactStatus.REJECTED: _("已排除"),
}
SIGNS: Final[Mapping[FactStatus, str]] = {
    FactStatus.EXTRACTED: "hollow",
    FactStatus.CONFIRMED: "filled",
    FactStatus.EDITED: "pencil",
    FactStatus.REJECTED: "struck",
}
"""How the state of a fact is drawn in lists."""
KINDS: Final[Mapping[StatisticKind, str]] = {
    StatisticKind.ACTUAL: _("实际值"),
    StatisticKind.FORECAST: _("预测值"),
    StatisticKind.ESTIMATE: _("估算值"),
    StatisticKind.SHARE: _("占比"),
    StatisticKind.GROWTH: _("增速"),
    StatisticKind.RANK: _("排名"),
    StatisticKind.ANECDOTE: _("轶事"),
}
ANCHORS: Final[Mapping[AnchorStatus, str]] = {
    AnchorStatus.PLACED: _("已定位"),
    AnchorStatus.APPROXIMATE: _("大致定位，请核对"),
    AnchorStatus.ORPHAN: _("待定位"),
}
REPAIR_STATES: Final[Mapping[RepairState, str]] = {
    RepairState.APPLIED: _("已采用"),
    RepairState.OFFERED: _("待审"),
    RepairState.UNDONE: _("已撤销"),
    RepairState.REJECTED: _("不采用"),
}
CERTAINTIES: Final[Mapping[Certainty, str]] = {
    Certainty.CERTAIN: _("确定"),
    Certainty.LIKELY: _("很可能"),
    Certainty.UNSURE: _("存疑"),
}
REPAIR_KINDS: Final[Mapping[str, str]] = {
    "extra_blank": _("多余空格"),
    "doubled_mark": _("重复标点"),
    "half_width_mark": _("半角标点"),
    "full_width_character": _("全角字符"),
    "wrong_line_break": _("误断行"),
    "hyphenation": _("断词连字符"),
    "page_furniture": _("页眉页脚"),
    "invisible_character": _("不可见字符"),
    "radical_character": _("部首码位字"),
    "ligature": _("西文连字"),
    "overprint": _("重影文字"),
    "pinyin_gloss": _("夹注拼音"),
    "misread_digit": _("误认数字"),
    "mojibake": _("乱码"),
    "html_remains": _("网页残码"),
    "repeated_paragraph": _("重复段落"),
    "broken_numbering": _("编号错乱"),
    "chart_residue": _("图表残留"),
    "lost_title": _("书名缺失"),
    "machine_translation": _("机翻误译"),
    "truncated_sentence": _("句子残缺"),
    "boilerplate": _("推广免责语"),
    "own_correction": _("手工改字"),
    "own_title": _("手工改标题"),
}


PREDICATES: Final[Mapping[str, str]] = {
    "founded": _("成立"),
    "founder": _("创始人"),
    "model": _("模式"),
    "target_users": _("用户定位"),
    "category": _("品类"),
    "users": _("用户数"),
    "scale": _("规模"),
    "sales": _("销售额"),
    "revenue": _("营收"),
    "profit": _("利润"),
    "loss": _("亏损"),
    "funding": _("融资"),
    "listing": _("上市"),
    "valuation": _("估值市值"),
    "acquisition": _("收购合并"),
    "people": _("人事"),
    "launch": _("推出新品"),
    "withdrawal": _("退出召回"),
    "rule": _("规则"),
    "dispute": _("争议"),
}


def predicate_label(predicate: str) -> str:
    """Return what a fact is called, as it is kept: in the language of the texts."""
    return PREDICATES[predicate]


def predicate_name(predicate: str) -> str:
    """Return what sort of fact a platform's is: 成立, 融资 …"""
    return translate(PREDICATES[predicate])


def trend_name(trend: Trend) -> str:
    """Return the name of a trend, with the English one for those who read English."""
    return (
        with_aside(trend.name, trend.english) if current_language() == "en" and trend.english else trend.name
    )


def layer_name(layer: str) -> str:
    """Return what a file's text is where it is no ordinary text, empty otherwise."""
    return translate(LAYERS[layer]) if layer in LAYERS else ""


def length_words(characters: int, pages: int) -> str:
    """Return how long an article is: its characters, or the ``pages`` of one that has no text."""
    return translate("{n} 页", n=pages) if pages else translate("{n} 字", n=grouped(Decimal(characters)))


def colour_name(colour: Colour, own: Mapping[str, str] = _NONE) -> str:
    """Return what a colour stands for: 重点, 疑问 …, or what a person calls it (``own`` names, by colour)."""
    return own.get(colour.value) or translate(COLOURS[colour])


def status_name(status: FactStatus) -> str:
    """Return the state of a figure: 待核实, 已核实 …"""
    return translate(STATUSES[status])


def kind_name(kind: StatisticKind) -> str:
    """Return the kind of a figure: 实际值, 预测值 …"""
    return translate(KINDS[kind])


def confidence_name(confidence: float) -> str:
    """Return how sure a figure is: 高, 中 or 低."""
    if confidence >= SURE:
        return translate(_("高"))
    return translate(_("中")) if confidence >= DOUBTFUL else translate(_("低"))


def is_doubtful(figure: Statistic) -> bool:
    """Tell whether a figure was hardly read for sure and nobody has decided on it."""
    return figure.confidence < DOUBTFUL and figure.status is FactStatus.EXTRACTED


def anchor_name(status: AnchorStatus) -> str:
    """Return how well a note's place was found."""
    return translate(ANCHORS[status])


def repair_state_name(state: RepairState) -> str:
    """Return where a repair stands: 已采用, 待审 …"""
    return translate(REPAIR_STATES[state])


def certainty_name(certainty: Certainty) -> str:
    """Return how sure a repair is: 确定, 很可能, 存疑."""
    return translate(CERTAINTIES[certainty])


def repair_kind_name(kind: str) -> str:
    """Return the name of a kind of repair; keys that are names already come back as they are."""
    return translate(REPAIR_KINDS.get(kind, kind))
