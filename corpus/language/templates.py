"""The words of templates: their names, their headings, and what is to be written below each, by key."""

from __future__ import annotations

from typing import Final

from corpus.language.catalogue import translate


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_NAMES: Final = {
    "digest": (_("批注摘要"), _("按文献列出引文、批注和相关数据")),
    "review": (_("文献综述"), _("按标签归拢观点，列出分歧")),
    "review-table": (_("文献综述表"), _("每篇一行：作者、年份、结论、可引原句")),
    "reading": (_("读书报告"), _("提要、摘录、疑问和自己的看法")),
    "memo": (_("数据备忘"), _("已核实的数据，连同有出入之处")),
    "company": (_("企业简报"), _("概况、年表、数据、争议")),
    "client": (_("客户备忘录"), _("结论在前，依据和不确定之处在后")),
    "free": (_("自由文稿"), _("空白的一页，自己组织")),
}

_WORDS: Final = {
    "notes": _("笔记"),
    "figures": _("相关数据"),
    "core": _("核心数据"),
    "basis": _("口径说明"),
    "basis?": _("写明统计口径、时期和范围。"),
    "disputed": _("有出入之处"),
    "unchecked": _("待核实"),
    "unchecked?": _("哪些数据还要查原始出处。"),
    "question": _("问题与范围"),
    "question?": _("综述回答什么问题，收了哪些文献，不收什么。"),
    "others": _("其他观点"),
    "differences": _("分歧与数据出入"),
    "comment": _("述评"),
    "comment?": _("哪些已有共识，哪些仍有分歧，还缺什么。"),
    "work": _("文献信息"),
    "work?": _("作者、题名、出版者、年份，读的是哪一版。"),
    "abstract": _("内容提要"),
    "abstract?": _("用自己的话概括全文，两三百字。"),
    "excerpts": _("重点摘录与批注"),
    "data": _("数据"),
    "doubts": _("疑问"),
    "opinion": _("我的看法"),
    "opinion?": _("同意什么，不同意什么，为什么。"),
    "sentence": _("一句话概括"),
    "sentence?": _("它是谁，靠什么挣钱。"),
    "basics": _("基本情况"),
    "basics?": _("成立时间、创始人、总部、上市情况。"),
    "chronicle": _("大事年表"),
    "chronicle?": _("年份：事件。"),
    "key": _("关键数据"),
    "model": _("模式与用户"),
    "risks": _("争议与风险"),
    "risks?": _("据谁所称，何时，有无回应。"),
    "sources": _("资料截至与来源"),
    "sources?": _("资料截至哪一天。"),
    "letterhead?": _("致：　自：　日期：　主题："),
    "conclusion": _("结论"),
    "conclusion?": _("先写结论，一段话。"),
    "grounds": _("依据"),
    "charts": _("图表"),
    "uncertain": _("不确定之处"),
}


def template_name(key: str) -> str:
    """Return the name of a template, the plain one's for a key that is not known."""
    return translate(_NAMES.get(key, _NAMES["free"])[0])


def template_told(key: str) -> str:
    """Return what a template is for."""
    return translate(_NAMES.get(key, _NAMES["free"])[1])


def template_word(key: str) -> str:
    """Return a heading of templates, or with a question mark what is to be written below it."""
    return translate(_WORDS[key])
