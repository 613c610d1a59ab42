"""Who owes a sum that a decision orders, a claim demands or a surety stands for; nobody it is only owed to or decides.

法院判令甲公司归还乙银行借款本金5000万元 is owed by 甲公司, 甲公司为乙公司提供5000万元担保 is stood for by 甲公司.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.bearers.parties import Party, party_at
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_OWES: Final = (
    "(?:连带|共同|一次性|全额|分期|另行|继续|再)*"
    "(?:支付|归还|偿还|赔偿|返还|退还|给付|清偿|补偿|退回|缴纳|承担)"
)
_WITHIN: Final = (
    r"(?:应当?|需要?|须|尚需|还需|必须|将|则)?"
    r"(?:(?:在|于|自)[^，。；：]{1,40}?(?:内|前|之日起[^，。；：]{0,8}?日内))?(?:一并)?"
)
_TO: Final = r"(?:[向对给][^，。；：]{1,40}?)?"
_ORDERED: Final = LazyPattern(
    r"(?:判令|判决|判处|改判|裁定|裁决|责令|要求|请求)[：:，,]?(?:(?:一|1)、)?"
    r"(?:被告人?|被申请人|被上诉人|被执行人|上诉人)?(?=\S)"
)
_AS: Final = LazyPattern(r"(?:被告人?|被申请人|被执行人|第三人)(?=[一-鿿A-Z])")
_DUE: Final = LazyPattern(rf"{_WITHIN}{_TO}{_OWES}")
_MUST: Final = LazyPattern(
    r"(?:应当?|需要?|须|尚需|还需|必须)(?:(?:在|于)[^，。；：]{1,40}?(?:内|前))?"
    rf"{_TO}{_OWES}"
)
_SURETY: Final = LazyPattern(
    r"(?:拟|将|已|继续|(?:于|在)[^，。；：]{1,14}日)*[为替](?P<whom>[^，。；：]{2,80}?)(?:追加)?提供了?(?P<sum>[^，。；：]{0,40}?)(?:担保|保证)"
)
_MONEY: Final = ("元", "币", "镑", "美金", "欧元")
_COURT: Final = LazyPattern(r"(?:法院|检察院|仲裁委(?:员会)?|仲裁院)$")
_OF_COURT: Final = LazyPattern(r"执行|标的|到位|结案|案款|诉讼费|收取|预算|经费|拨款|装备|建设|投入|救助")
_CLAUSE: Final = LazyPattern(r"[，,；：:。][ ]?(?:而|但|故|因此|其中)?")
_ELSEWHERE: Final = LazyPattern(
    r"[；。]|[，,](?!\d{3})[ ]?"
    r"(?!并|(?:支付|赔偿|返还|退还|归还|补偿)|及|以及|和|与|合计|共计|总计|共|另|其中|利息|违约金|逾期|罚息|[一-鿿]{0,6}(?:费|金|息|款|损失)|[^，。；]{0,8}$)"
)
"""Between what is owed and a sum: another clause, which tells of something else."""


def of_obliged(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, sums owed told of who owes them, and none of the court that decides."""
    sums = [one for one in found if one.unit.endswith(_MONEY)]
    if not sums:
        return tuple(found)
    owed = tuple(_obligations(text, sums[0].evidence.start, sums[-1].figure.end, names))
    return tuple(_owed(text, one, owed) if one.unit.endswith(_MONEY) else one for one in found)


def _obligations(
    text: str, start: int, end: int, names: Sequence[PlatformMention]
) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where sums may stand that somebody owes, and who; what a surety stands for ends with it."""
    for lead in (*_ORDERED.finditer(text, start, end), *_AS.finditer(text, start, end)):
        party = party_at(text, lead.end(), end, names)
        due = _DUE.match(text, party.end, end) if party else None
        if party and due:
            yield due.end(), end, party.name
    for party in _at_clauses(text, start, end, names):
        must = _MUST.match(text, party.end, end)
        if must:
            yield must.end(), end, party.name
        surety = _SURETY.match(text, party.end)
        if surety:
            yield surety.start("sum"), surety.end("sum"), party.name


def _at_clauses(text: str, start: int, end: int, names: Sequence[PlatformMention]) -> Iterator[Party]:
    """Yield the parties that clauses begin with."""
    for place in (start, *(one.end() for one in _CLAUSE.finditer(text, start, end))):
        party = party_at(text, place, end, names)
        if party:
            yield party


def _owed(text: str, one: Statistic, owed: Sequence[tuple[int, int, str]]) -> Statistic:
    """Return a sum with who owes it, as long as no clause between tells of something else."""
    told = max((each for each in owed if each[0] <= one.figure.start), default=None)
    if told and one.figure.end <= told[1] and not _ELSEWHERE.search(text, told[0], one.figure.start):
        whose = told[2]
        metric = (
            one.metric.removeprefix(whose).lstrip("的应需须") if one.metric.startswith(whose) else one.metric
        )
        return replace(one, subject=whose, region="", metric=metric if len(metric) > 1 else one.metric)
    decides = _COURT.search(one.subject) and not _OF_COURT.search(one.metric)
    return replace(one, subject="") if decides else one
