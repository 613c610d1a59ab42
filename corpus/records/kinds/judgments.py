"""Papers of courts and of offices that punish: judgments, rulings, guiding cases, decisions on penalties."""

from __future__ import annotations

from typing import Final

from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_COURT: Final = LazyPattern(r"[\u3400-\u9fff]{2,20}法院")
_KIND: Final = LazyPattern(
    r"(?:(?:民事|刑事|行政|执行|知识产权|国家赔偿)(?:附带民事)?)?(?:一审|二审|再审)?(?:判决书|裁定书|调解书|决定书|执行书|支付令)"
)
_CASE: Final = LazyPattern(
    r"[（(〔\[]\d{4}[）)〕\]][\u3400-\u9fff][\u3400-\u9fff\d]{1,12}第?\d+(?:号之[一二三四五])?号?"
)
_GUIDING: Final = LazyPattern(r"(?:指导(?:性)?案例|典型案例|公报案例)\s*第?\s*\d+\s*号[:：]?\s*\S{4,}")
_MADE_KNOWN: Final = LazyPattern(r"(\d{4}年\d{1,2}月\d{1,2}日)发布")
_PENALTY: Final = LazyPattern(r"(?:行政)?(?:处罚|许可|处理|复议|强制)(?:事先)?(?:决定书|告知书|通知书)")
_OFFICE: Final = LazyPattern(r"[\u3400-\u9fff]{3,24}(?:局|厅|委|委员会|政府|总队|支队|大队|海关)")
_OFFICE_NUMBER: Final = LazyPattern(r"[\u3400-\u9fff]{2,14}[〔\[（(]\d{4}[〕\]）)]\s*第?\s*\d+\s*号")
_FIRST_LINES: Final = 6


def read_judgment(page: FrontPage) -> Gathered | None:
    """Read the first lines of what a court or an office decided; the day is that of its signature."""
    head = [unspaced(line) for line in page.head[:_FIRST_LINES]]
    guiding = next((line for line in head[:3] if _GUIDING.fullmatch(line)), "")
    if guiding:
        return _guiding(guiding, head)
    for kind, maker, number, told in (
        (_KIND, _COURT, _CASE, "legal_case"),
        (_PENALTY, _OFFICE, _OFFICE_NUMBER, "legislation"),
    ):
        found = _decided(page, head, (kind, maker, number))
        if found is not None:
            return Gathered(told, found)
    return None


def _decided(
    page: FrontPage, head: list[str], forms: tuple[LazyPattern[str], LazyPattern[str], LazyPattern[str]]
) -> dict[str, list[str]] | None:
    """Return the fields of a decision: who decided, the kind of paper and its number, each on a line of its own."""
    kind, maker, number = (next((line for line in head if form.fullmatch(line)), "") for form in forms)
    if not (kind and maker and number):
        return None
    found = Gathered("document")
    above = head[0] if forms[0].search(head[0]) and head[0] not in (kind, maker) else ""
    found.put("title", above or maker + kind)
    found.put("author", maker)
    found.put("number", number)
    found.put("issued", next((iso_date(line) for line in reversed(page.tail) if is_date_line(line)), ""))
    return found.fields


def _guiding(title: str, head: list[str]) -> Gathered:
    found = Gathered("legal_case")
    found.put("title", title)
    found.put("issued", next((iso_date(day[1]) for line in head if (day := _MADE_KNOWN.search(line))), ""))
    return found
