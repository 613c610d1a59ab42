"""What the line under the box says: how a query was understood, and where it could not be."""

from __future__ import annotations

from html import escape

from corpus.language import translate as _
from corpus.library.finding.search import SearchAnswer
from desktop.wording.shortening import around, shortened


def mode_name(mode: str) -> str:
    """Return the name of a way of searching."""
    return {"auto": _("自动"), "exact": _("逐字"), "words": _("按词"), "near": _("近似")}.get(mode, mode)


def explanation(answer: SearchAnswer, typed: str) -> str:
    """Return the query as it was understood, in signs; nothing where that is what was typed."""
    understood = answer.explained.plain()
    return "" if understood == typed.strip() else shortened(understood)


def total(answer: SearchAnswer) -> str:
    """Return how much was found: what stands so apart from the sentences that are about it."""
    if not answer.complete:
        return _("逐字 {n} 处起，正在计数…", n=answer.literal) if answer.literal else _("正在计数…")
    related = answer.total - answer.literal
    if answer.literal and related:
        return _("逐字 {n} 处 · 相关句 {k}，共 {m} 篇", n=answer.literal, k=related, m=answer.articles)
    return _("共 {n} 处，{m} 篇", n=answer.total, m=answer.articles)


def problem(key: str) -> str:
    """Return what is wrong with a query and what to do."""
    return {
        "only_negative": _("只有要排除的词：请再加一个要找的词"),
        "missing_operand": _("这里少一个要找的词"),
        "missing_value": _("冒号后面还没有写要找的内容"),
        "stray_operator": _("这个连接词两边要有词"),
        "too_deep": _("括号或符号套得太深：请写得短一些"),
        "too_long": _("检索词太长：后面这部分只作逐字查找，不作词语检索"),
        "too_many": _("检索词太多：从这里起没有算进去"),
        "bad_regex": _("这个正则表达式写得不完整，按普通文字检索"),
        "slow_regex": _("这个正则表达式太大，按普通文字检索：请缩短或减少重复次数"),
        "unsupported_regex": _("正则表达式不支持前后断言和反向引用，按普通文字检索"),
        "long_wildcard": _("通配符太多或词太长，按普通文字检索"),
        "long_approximate": _("近似检索（~）限二十字以内，这里按普通文字检索"),
        "unclosed_quote": _("引号没有成对"),
        "unmatched_open": _("左括号没有对应的右括号"),
        "unmatched_close": _("右括号没有对应的左括号"),
    }.get(key, _("这里没有看懂，其余部分照常检索"))


def underlined(text: str, start: int, end: int, colour: str) -> str:
    """Return the query as rich text with the faulty place underlined; of a long one what stands around it."""
    before, middle, behind = around(text, start, max(end, start + 1))
    style = f"color:{colour}; text-decoration: underline;"
    return f'{escape(before)}<span style="{style}">{escape(middle) or "&nbsp;"}</span>{escape(behind)}'
