"""The templates a draft may begin with: which headings, and which notes and figures of the library go under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corpus.language import translate
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem
from corpus.model.statistic import FactStatus
from desktop.reader.note_rows import in_order

Notes = Sequence[AnnotationView]
Figures = Sequence[StatisticView]


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin: ``fill`` turns the notes and figures of a scope into the first items."""

    key: str
    name: str
    told: str
    fill: Callable[[Notes, Figures], tuple[DraftItem, ...]]


def digest(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return the notes by article, then the confirmed figures of those articles."""
    placed = sorted((one for one in notes if one.annotation.article), key=lambda one: one.article_title)
    items: list[DraftItem] = []
    for title, group in groupby(placed, key=lambda one: one.article_title):
        items.append(DraftItem("heading", text=title))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(group))
    loose = [one for one in notes if not one.annotation.article]
    if loose:
        items.append(DraftItem("heading", text=translate(_("笔记"))))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(loose))
    articles = {one.annotation.article for one in placed}
    known = [one for one in figures if one.place.article in articles and _confirmed(one)]
    return (*items, *_section(translate(_("相关数据")), known))


def memo(_notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return the confirmed figures, then those that are contradicted, then those still to be confirmed."""
    agreed = [one for one in figures if _confirmed(one) and not one.conflicts]
    contradicted = [one for one in figures if _confirmed(one) and one.conflicts]
    return (
        *_section(translate(_("核心数据")), agreed),
        *_asked(_("口径说明"), _("写明统计口径、时期和范围。")),
        *_section(translate(_("有出入之处")), contradicted),
    )


def review(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return a review of the literature: a section for each tag, then where the figures differ."""
    placed = [one for one in notes if one.annotation.article]
    tags = sorted({tag for one in placed for tag in one.annotation.tags})
    items = [*_asked(_("问题与范围"), _("综述回答什么问题，收了哪些文献，不收什么。"))]
    for tag in tags:
        items += _noted(tag, [one for one in placed if tag in one.annotation.tags])
    items += _noted(translate(_("其他观点")), [one for one in placed if not one.annotation.tags])
    contradicted = [one for one in figures if one.conflicts]
    items += _section(translate(_("分歧与数据出入")), contradicted)
    return (*items, *_asked(_("述评"), _("哪些已有共识，哪些仍有分歧，还缺什么。")))


def review_table(notes: Notes, _figures: Figures) -> tuple[DraftItem, ...]:
    """Return the table of the literature: a row an article, filled from its record, colours and tags."""
    placed = [one.annotation.id for one in in_order(one for one in notes if one.annotation.article)]
    return (DraftItem("review", " ".join(placed)),) if placed else ()


def reading_report(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return a report on what was read: excerpts by chapter, figures, doubts, one's own view."""
    placed = [one for one in notes if one.annotation.article]
    doubts = [one for one in placed if one.annotation.colour is Colour.RED]
    excerpts = [one for one in placed if one.annotation.colour is not Colour.RED]
    articles = {one.annotation.article for one in placed}
    known = [one for one in figures if one.place.article in articles and _confirmed(one)]
    return (
        *_asked(_("内容提要"), _("用自己的话概括全文，两三百字。")),
        *_noted(translate(_("重点摘录与批注")), excerpts),
        *_section(translate(_("数据")), known),
        *_noted(translate(_("疑问")), doubts),
        *_asked(_("我的看法"), _("同意什么，不同意什么，为什么。")),
    )


def company_brief(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return a brief on a company: key figures and notes under the usual headings."""
    confirmed = [one for one in figures if _confirmed(one)]
    return (
        *_asked(_("一句话概括"), _("它是谁，靠什么挣钱。")),
        *_asked(_("基本情况"), _("成立时间、创始人、总部、上市情况。")),
        *_asked(_("大事年表"), _("年份：事件。")),
        *_section(translate(_("关键数据")), confirmed),
        *_noted(translate(_("模式与用户")), [one for one in notes if one.annotation.article]),
        *_asked(_("争议与风险"), _("据谁所称，何时，有无回应。")),
        *_asked(_("资料截至与来源"), _("资料截至哪一天。")),
    )


def client_memo(notes: Notes, figures: Figures) -> tuple[DraftItem, ...]:
    """Return a memo to a client: conclusion, grounds with their sentences, what is uncertain."""
    sure = [one for one in figures if _confirmed(one) and not one.conflicts]
    unsure = [one for one in figures if one.conflicts]
    return (
        DraftItem("prompt", text=translate(_("致：　自：　日期：　主题："))),
        *_asked(_("结论"), _("先写结论，一段话。")),
        *_noted(translate(_("依据")), [one for one in notes if one.annotation.article]),
        *_section(translate(_("相关数据")), sure),
        *_section(translate(_("不确定之处")), unsure),
    )


def free(_notes: Notes, _figures: Figures) -> tuple[DraftItem, ...]:
    """Return nothing: a blank sheet."""
    return ()


TEMPLATES: Final = (
    Template("digest", _("批注摘要"), _("按文献列出引文、批注和相关数据"), digest),
    Template("review", _("文献综述"), _("按标签归拢观点，列出分歧"), review),
    Template("review-table", _("文献综述表"), _("每篇一行：作者、年份、结论、可引原句"), review_table),
    Template("reading", _("读书报告"), _("提要、摘录、疑问和自己的看法"), reading_report),
    Template("memo", _("数据备忘"), _("已核实的数据，连同有出入之处"), memo),
    Template("company", _("企业简报"), _("概况、年表、数据、争议"), company_brief),
    Template("client", _("客户备忘录"), _("结论在前，依据和不确定之处在后"), client_memo),
    Template("free", _("自由文稿"), _("空白的一页，自己组织"), free),
)


def template_name(key: str) -> str:
    """Return the name of a template, the plain one's for a key that is not known."""
    found = next((one for one in TEMPLATES if one.key == key), TEMPLATES[-1])
    return translate(found.name)


def _confirmed(view: StatisticView) -> bool:
    return view.statistic.status in (FactStatus.CONFIRMED, FactStatus.EDITED)


def _section(title: str, figures: Figures) -> tuple[DraftItem, ...]:
    if not figures:
        return ()
    items = (DraftItem("figure", one.statistic.id) for one in figures)
    return (DraftItem("heading", text=title), *items)


def _asked(title: str, told: str) -> tuple[DraftItem, ...]:
    """Return a heading and what is to be written below it."""
    return (DraftItem("heading", text=translate(title)), DraftItem("prompt", text=translate(told)))


def _noted(title: str, notes: Notes) -> tuple[DraftItem, ...]:
    """Return a heading with notes below it; nothing where there are none."""
    if not notes:
        return ()
    items = (DraftItem("annotation", one.annotation.id) for one in in_order(notes))
    return (DraftItem("heading", text=title), *items)
