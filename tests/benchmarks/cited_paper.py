"""A paper that cites four works in six places, in every edition and system."""

from __future__ import annotations

from corpus.report.citations import cite
from corpus.report.in_text import place_of_citation
from corpus.report.model import CitationSystem, Cited, QuoteItem, Reference, Report, ReportSection, TextItem

EDITIONS = (2015, 2025)
ITEMS = (
    {"id": "a", "type": "report", "title": "社交电商报告", "publisher": "艾媒咨询", "author": [{"literal": "艾媒咨询"}],
     "issued": {"date-parts": [[2018]]}},
    {"id": "b", "type": "article-journal", "title": "Online Markets", "container-title": "Economy", "volume": "3",
     "author": [{"family": "Smith", "given": "John"}], "issued": {"date-parts": [[2020]]}, "page": "10-20"},
    {"id": "c", "type": "book", "title": "电商史", "publisher": "海棠出版社", "publisher-place": "北京",
     "author": [{"literal": "阿明"}, {"literal": "张三"}], "issued": {"date-parts": [[2019]]}},
    {"id": "d", "type": "book", "title": "电商续史", "publisher": "海棠出版社", "publisher-place": "北京",
     "author": [{"literal": "阿明"}, {"literal": "张三"}], "issued": {"date-parts": [[2019]]}},
)  # fmt: skip
QUOTED = ((1, "12"), (2, ""), (1, "13"), (3, ""), (4, "5-6"))
GROUP = (1, 2, 3)
NAMES = ("艾媒咨询", "Smith", "阿明")
SYSTEMS = ("numeric", "author-date", "note")
FORMATS = ("md", "html", "docx", "pdf", "odt")


def paper(edition: int, system: str) -> Report:
    """Return the paper, its list in the order of the system."""
    citations = cite(ITEMS, f"gbt7714-{edition}-{system}")
    references = tuple(Reference(one.text, one.mark, one.joint, one.id) for one in citations)
    quotes = tuple(
        QuoteItem(quote=f"第{n}段引文", colour="", citation=number, locator=page, running=True)
        for n, (number, page) in enumerate(QUOTED)
    )
    together = TextItem(f"三家都这样说{place_of_citation(0)}。", (tuple(Cited(one) for one in GROUP),))
    order = () if system == "numeric" else (1, 3, 4, 2)
    sections = (ReportSection("一", 1, (*quotes, together)),)
    style = f"gbt7714-{edition}-{system}"
    return Report("论文", sections, references, CitationSystem(system), order, style=style)
