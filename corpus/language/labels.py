"""The words a report is printed with, in the language spoken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from corpus.language.catalogue import translate, translate_as


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is printed."""
    return message


_LABELS: Final = {
    "about": _("说明"), "source": _("出处"), "tags": _("标签"), "figures": _("相关数据"),
    "references": _("参考文献"), "sentences": _("原句"), "caveats": _("口径说明"), "conflicts": _("有出入之处"),
    "unconfirmed": _("待核实"), "data": _("数据"), "open_place": _("在引得中打开"), "number": _("序号"),
    "metric": _("指标"), "subject": _("对象"), "region": _("地区"), "period": _("时期"), "value": _("数值"),
    "timeless": _("不分时期"),
    "unit": _("单位"), "change": _("增速"), "kind": _("口径"), "attributed": _("数据出处"), "sentence": _("原句"),
    "article": _("文章"), "as_of": _("资料截至"), "status": _("状态"), "base_value": _("折算值"),
    "citation": _("引文著录"), "quote": _("引文"), "colour": _("颜色"),
    "conflict": _("有出入"), "caveat": _("说明"), "comma": _("、"), "aside": _("{text}（{aside}）"), "colon": _("："),
    "year": _("年份"), "qualifier": _("限定词"), "low": _("下限"), "high": _("上限"), "base_unit": _("折算单位"),
    "change_unit": _("增速单位"), "basis": _("比较基准"), "page": _("页码"), "cell": _("表格位置"),
    "inherited": _("推自文献"), "confidence": _("可信度"), "start": _("起"), "end": _("止"),
    "semicolon": _("；"), "loose_note": _("笔记"), "table": _("表"), "drawing": _("图"), "contents": _("目录"),
    "continued": _("（续）"),
    "left": _("左文"), "key": _("关键词"), "right": _("右文"), "chapter": _("章节"),
    "place": _("位置"), "link": _("链接"), "state": _("批注状态"), "created": _("日期"),
    "changed": _("原文已改动"), "was": _("原引文"), "lost": _("待定位"),
    "lost_told": _("现有原文中找不到这句话"),
    "further": _("等"), "measured": _("（{unit}）"), "sign": _("注{n}"), "filters": _("显示"),
    "left_out": _("未列入（缺地区或时期，或口径、单位不同）：{names}。"),
    "more_sources": _("{names}等 {n} 种"),
    "more_left_out": _("未列入（缺地区或时期，或口径、单位不同）：{names}等 {n} 条。"),
}  # fmt: skip

_TITLES: Final = {
    "actual": _("实际值"), "forecast": _("预测值"), "estimate": _("估算值"), "share": _("占比"),
    "growth": _("增速"), "monthly": _("环比"), "rank": _("排名"), "anecdote": _("轶事"), "inferred": _("推断"),
    "extracted": _("待核实"),
    "confirmed": _("已核实"), "edited": _("已修改"), "rejected": _("已排除"), "yellow": _("重点"),
    "red": _("疑问"), "green": _("论据"), "blue": _("定义"), "purple": _("观点"), "magenta": _("方法"),
    "orange": _("数据"), "grey": _("待查"), "title:annotations": _("批注摘要"),
    "title:statistics": _("统计数据"), "title:hits": _("检索结果"), "title:article": _("文章"),
    "title:report": _("文稿"), "title:package": _("阅读包"), "title:original": _("文章"),
    "placed": _("已定位"), "approximate": _("大致定位，请核对"), "orphan": _("待定位"),
    "audit:title": _("引文与数据核对"),
    "audit:nothing": _("没有引文和数据可以核对。"),
    "audit:kind": _("类别"),
    "audit:paper": _("稿中"),
    "audit:library": _("库中"),
    "audit:quotation": _("引文"),
    "audit:figure": _("数据"),
    "audit:same": _("原文如此"),
    "audit:changed": _("与原文有出入"),
    "audit:cut": _("有删节"),
    "audit:not_found": _("库中未见"),
    "audit:contradicted": _("另有出处说法不同"),
    "audit:unconfirmed": _("待核实"),
    "audit:misattributed": _("出处不符"),
    "audit:named": _("稿中注作：{source}"),
    "audit:claimed": _("稿中所注的《{title}》也在库中"),
    "audit:page": _("原文在第 {page} 页"),
    "review:number": _("序号"),
    "review:author": _("作者"),
    "review:year": _("年份"),
    "review:title": _("题名"),
    "review:topic": _("主题"),
    "review:method": _("方法/数据"),
    "review:conclusion": _("主要结论"),
    "review:caption": _("所读文献"),
    "review:quote": _("可引原句"),
    "review:opinion": _("我的评价"),
}  # fmt: skip


_FINDINGS: Final = {
    "database": _("数据库"), "row": _("读不出来的记录"), "original": _("原件"), "note": _("批注"), "fact": _("数据"),
    "index": _("索引"), "leftover": _("未写完的文件"), "twin": _("另一份数据库"), "disk": _("磁盘读不出的内容"),
}  # fmt: skip


_ROWS: Final = {
    "article": _("文章"), "note": _("批注"), "source": _("出处"), "draft": _("文稿"),
}  # fmt: skip


_OWN: Final = {
    "same": _("与原文一致"), "changed": _("有改动"), "not_found": _("找不到原文"), "contradicted": _("有出入"),
}  # fmt: skip
"""What 引文核对 says of one's own draft where that is another word."""


_DETAILS: Final = {
    "unreadable": _("读不出来"),
    "not_built": _("重建没有成功"),
    "characters": _("字的索引坏了"),
    "words": _("词的索引坏了"),
}


def finding_name(kind: str) -> str:
    """Return what a finding of a check is about, in the language spoken."""
    return translate(_FINDINGS.get(kind, kind))


def finding_place(finding: Mapping[str, str]) -> str:
    """Return what a finding is of, as a person knows it: a file by its name, a row by what it holds."""
    kind, where, detail = (finding[key] for key in ("kind", "where", "detail"))
    if kind == "disk" and detail:
        return PurePath(detail).name
    if kind == "row" or (kind == "disk" and not PurePath(where).is_absolute()):
        what, _blank, key = where.partition(" ")
        return f"{translate(_ROWS.get(what, what))} {key}".strip()
    if kind in {"original", "leftover", "twin", "index", "disk"}:
        return PurePath(detail if kind == "original" and detail else where).name
    return finding_detail(detail) or where


def finding_detail(detail: str) -> str:
    """Return what a check found in words; what the database itself said stays as it is."""
    return translate(_DETAILS[detail]) if detail in _DETAILS else detail


def standing_name(standing: str, *, own: bool = False) -> str:
    """Return what a check says of a quotation or figure; ``own`` names it as 引文核对 of one's own draft does."""
    told = _OWN.get(standing) if own else None
    return translate(told or _TITLES.get(f"audit:{standing}", standing))


def report_labels() -> dict[str, Any]:
    """Return labels as plain values, ready to be sent to the worker: names of fields, and ``titles`` by key."""
    labels: dict[str, Any] = {key: translate(message) for key, message in _LABELS.items()}
    labels["note"] = translate_as("one", "批注")
    labels["titles"] = {key: translate(message) for key, message in _TITLES.items()}
    return labels
