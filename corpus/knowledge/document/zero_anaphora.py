"""Zero anaphora: a sentence that names nobody tells more of the company the paragraph is about (its focus)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.knowledge.phrases.metrics import usual_metric
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_POINTS: Final = frozenset(
    {"它", "其", "该公司", "该行", "该集团", "该企业", "这家公司", "该平台", "该品牌", "该应用", "公司"}
)
_ITSELF: Final = frozenset(
    {"公司", "本公司", "该公司", "集团", "本集团", "该集团", "我公司", "这家公司", "该企业"}
)
_OPENS: Final = LazyPattern(
    r"\s*(?:[（(【\[][^）)】\]\n]{1,30}[）)】\]])?"
    r"(?:[^，。；\n]{0,14}(?:讯|电|消息|获悉)[，,：: ]?(?:[（(][^（()）]{1,24}[）)])?)?"
    r"(?:(?:近日|日前|昨日|今日|昨天|今天|据悉|此前|随后|目前|当天|[^，。；\n]{0,16}[年月日晚间上午下午]+)[，,]?)*"
    r"[ “\"]?"
)
"""What may stand before whoever opens a sentence: a time, who tells it."""
_THAT_ONE: Final = frozenset({"该公司", "该企业", "该集团", "这家公司", "该行", "该品牌", "该平台"})
_ACCOUNTS: Final = LazyPattern(
    r"(?:总?营业?总?收入?|营收|净?销售额|利润|净利润?|净?亏损|毛利率?|净利率|净息差|不良(?:贷款)?率|不良贷款余额|拨备覆盖率|资产负债率|资本充足率|总资产|净资产|资产总额"
    r"|负债总额|资产总计|股东权益|每股收益|现金流(?:量净额)?|股价|收盘价|市值|估值|研发投入|研发费用|销售费用|管理费用|存货|应收账款|在手订单|员工人数"
    r"|员工|门店数|注册资本)$"
)
"""What only a company has: told without an owner it is that of the company spoken of."""
_REPORTS: Final = LazyPattern(
    r"(?:股份|集团)?(?:今日|昨日|今天|昨天|日前|近日|晚间|盘后|正式|已|于[^，。；]{1,12}日?|\d{1,4}[年月日])*"
    r"(?:公布|发布|披露|公告|交出|递交)了?[^，。；]{0,24}(?:业绩|财报|年报|季报|中报|半年报|年度报告|成绩单|招股书|招股说明书)"
)
"""Behind a company that reports what the sentences after it tell: 青禾电子公布截至9月30日的第三季度业绩."""
_CHILD: Final = LazyPattern(r"(?:旗下|子品牌|子公司|孙公司)[^，。；]{0,8}$")
_NEAR: Final = 14


@lru_cache(maxsize=4096)
def is_account(metric: str) -> bool:
    """Tell whether a metric is what only a company has: 净利润, 不良贷款率."""
    return bool(_ACCOUNTS.search(usual_metric(metric)))


class CompanyInFocus:
    """The one company a paragraph is about, sentence by sentence; none where it speaks of several."""

    def __init__(self) -> None:
        """Begin a text, which has spoken of nobody yet."""
        self._company = ""
        self._before = ""
        """The company of the paragraph before, or the one named last, which only 该公司 goes back to."""

        self._named: dict[str, str] = {}
        """The companies the text has named, each with the form that stood first."""
        self._here: dict[str, str] = {}
        """Those of the paragraph."""
        self._opened: set[str] = set()

    def start_paragraph(self) -> None:
        """Let go of the company: in a new paragraph only words that point back still mean it."""
        self._company, self._before = "", self._company or self._before
        self._here = {}

    def meant_by_itself(
        self, text: str, sentence: Span, found: Iterable[Statistic], named: Sequence[PlatformMention]
    ) -> list[Statistic]:
        """Return the figures of a sentence, those of 公司 or 集团 given to the only company the text speaks of so far.

        One that opened no sentence may be anybody's partner, and is never meant.
        """
        for one in named:
            self._named.setdefault(one.platform, one.text)
            self._here.setdefault(one.platform, one.text)
            lead = text[sentence.start : one.span.start]
            if _OPENS.fullmatch(lead):
                self._opened.add(one.platform)
        known = self._here or self._named
        only = next(iter(known.items())) if len(known) == 1 else ("", "")
        spoken = only[1] if only[0] in self._opened else ""
        return [_of_itself(one, spoken) if spoken else one for one in found]

    def given_to(self, found: Iterable[Statistic]) -> list[Statistic]:
        """Return the figures of a sentence that names no company, those that are the one in focus's given to it."""
        return [_of_company(one, self._company, self._before) for one in found]

    def follow(self, text: str, found: Sequence[Statistic], named: Sequence[PlatformMention]) -> None:
        """Take up whom a sentence speaks of that names ``named`` and tells ``found``."""
        self._company = _company_in_focus(text, found, named, self._company)
        names = {one.text for one in named}
        if names:
            self._before = names.pop() if len(names) == 1 else ""


def _of_itself(one: Statistic, spoken: str) -> Statistic:
    """Return a figure of 公司 as one of the company spoken of."""
    if one.subject not in _ITSELF:
        return one
    return replace(one, subject=spoken, inferred=True, inherited=(*one.inherited, "subject"))


def _of_company(found: Statistic, spoken: str, before: str) -> Statistic:
    """Return a figure of a sentence that names no company, given to the one its paragraph speaks of.

    ``spoken`` is that company, empty where there is none or more than one. Only what points back, or what only a
    company has, is given. ``before`` is the company of the paragraph before, which only 该公司 goes back to.
    """
    spoken = spoken or (before if found.subject in _THAT_ONE else "")
    if not spoken or (found.region and found.subject not in _POINTS):
        return found
    bare = not found.subject and is_account(found.metric)
    if not bare and found.subject not in _POINTS:
        return found
    return replace(found, subject=spoken, inferred=True, inherited=(*found.inherited, "subject"))


def _company_in_focus(
    text: str, found: Sequence[Statistic], named: Sequence[PlatformMention], before: str
) -> str:
    """Return the one company a sentence speaks of, that of the sentence before where it names nobody.

    What is only a brand or child of that one, 旗下“黑胶角”, changes nothing.
    """
    if not named or _CHILD.search(text, max(0, named[0].span.start - _NEAR), named[0].span.start):
        return before
    names = {one.text for one in named}
    if len(names) == 1 and not found and _REPORTS.match(text, named[-1].span.end):
        return names.pop()
    subjects = {one.subject for one in found if one.subject}
    return subjects.pop() if len(names) == 1 and subjects == names else ""
