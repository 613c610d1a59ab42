"""What a firm files with an exchange under its own name: prospectuses, annual and quarterly reports."""

from __future__ import annotations

from typing import Final

from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_FIRM: Final = LazyPattern(r"[\u3400-\u9fff（）()A-Za-z]{2,30}(?:股份有限公司|有限责任公司|有限公司|集团)")
_FILED: Final = LazyPattern(
    r"(?P<name>[\u3400-\u9fff\d\s（）()]{0,40}?(?:招股(?:说明|意向)书|募集说明书|上市公告书|(?:半年度|年度|季度|中期)报告|年报"
    r"|环境[、，]社会及(?:管治|治理)(?:[（(]ESG[）)])?报告|社会责任报告|可持续发展报告"
    r"|重组报告书|收购报告书|发行保荐书))[\s　]*(?:[（(][\u3400-\u9fff\d]{2,8}[）)]|摘要|全文|正文){0,2}"
)
"""The name of the paper, what state it is in behind it."""
_ADDRESS: Final = LazyPattern(
    r"[（(](?:住所|注册地址|地址|[A-Z]).*"
    r"|[（(][^（）()]{0,30}[路街道区园][^（）()]{0,30}[号楼层室][^（）()]{0,12}[）)]|[A-Z][A-Za-z&.,()（） ]+"
)
"""Where a firm sits and how it is called in English, between its name and that of its paper."""
_STATE: Final = LazyPattern(r"[（(](?:(?:申报|注册|上会|封卷|修订|更新|更正)稿?|更正后|摘要|全文|正文)[）)]")
"""What state a paper is in, on the line below its name."""
_LINES: Final = 10
_ABOVE: Final = 6
_MOST_BETWEEN: Final = 3


def read_filing(page: FrontPage) -> Gathered | None:
    """Read a firm's name among the first lines with the name of its paper below it, on one line or several."""
    head = [unspaced(line) for line in page.head[:_LINES]]
    firm = next((place for place, line in enumerate(head[:_ABOVE]) if _FIRM.fullmatch(line)), None)
    if firm is None:
        return None
    told: list[str] = []
    named = (line for line in head[firm + 1 : firm + 2 + _MOST_BETWEEN] if not _ADDRESS.fullmatch(line))
    for line in named:
        filed = _FILED.fullmatch(line)
        told.append(filed["name"] if filed else line)
        if filed:
            told += [one for one in head[head.index(line) + 1 :][:1] if _STATE.fullmatch(one)]
            break
    else:
        return None
    found = Gathered("report")
    found.put("title", head[firm] + "".join("".join(told).split()))
    found.put("author", head[firm])
    days = (iso_date(line) for line in (*page.head[:12], *reversed(page.tail)) if is_date_line(line))
    found.put("issued", next(filter(None, days), ""))
    return found
