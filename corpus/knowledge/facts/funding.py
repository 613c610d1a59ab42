"""Rounds of funding: who receives how much in which round, who leads and who joins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern, guarded_cue
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER, Clause, MaskedSentence
from corpus.knowledge.facts.sentence_patterns import sentence_patterns
from corpus.knowledge.facts.strangers import speaks_of_another
from corpus.knowledge.facts.undone import is_undone
from corpus.model.platform import PlatformFact
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern

_ROUND: Final = LazyPattern(
    r"(?P<round>Pre-?IPO|(?:Pre-?|pre-?)?[A-Ha-h][0-9]?[+＋12]*(?=[ ]?(?:系列)?轮)|P"
    r"re-?[A-H](?![A-Za-z])|天使(?=轮|投资|融资|[\d数])|种子(?=轮|投资|融资)"
    r"|战略(?=融资|投资(?![者人部方]|合作|协议|委)|轮))"
)
_TOTAL: Final = LazyPattern(
    r"[，,]?(?:这次|这一次|此次|本次|本轮)?(?:是|为|金额为?|数额为?|规模为?)[\ue800-\uefff]|[，,]?(?:累计|合计|总|共|融资|募资|募集)?(?:融资|募资)?(?:总|金)?(?:额|计|共|达|近|超)"
)
"""How a clause begins that tells how much several rounds brought."""
_PUBLIC: Final = LazyPattern(
    r"上市(?!公司)|IPO|招股|挂牌|股票|股份|定增|配股|首发|发行|募集资金|证券代码|退市"
)
"""What tells of shares sold to the public."""
_UNCOUNTED: Final = LazyPattern(
    r"(?:完成|获得?|拿到|斩获|收获)了?[^，。；]{0,8}(?:[新首本]一?轮|[多数两三四五六]轮|股权|战略|[\ue800-\uefff]轮)(?:融资|投资)"
)
"""What tells of a round without its sum: 完成新一轮融资."""
_NO_ROUND: Final = LazyPattern(
    r"估值|上市|担保|回租|授信|信托融资|融资(?:本金|租赁|余额|成本|额度|担保|渠道|需求|环境|方式|平台|能力|产品|业务|利率|工具|融券|券|难|贵|买入|服务|提供)"
)
"""What tells of credit, and of no round."""
_CLOSE: Final = 12
_SUMS: Final = ("amount", "number", "quantity")
_COUNTED: Final = frozenset("家名人位个项次倍轮支只件台辆间款户股年月天%")
"""Of what a number is no sum of money: 引入3家基石投资者."""


def funding(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield the rounds a sentence tells of, each with amount, round, lead and investors where it gives them."""
    signs = masked.signs
    if not guarded_cue("funding", "cue").search(signs, masked.alphabet) or cue_pattern(
        "funding", "denied"
    ).search(signs):
        return
    active = _investing(masked)
    counted = masked.numbers_in(0, len(signs), _SUMS)
    money = [(at, number) for at, number in counted if masked.money(number)["unit"] not in _COUNTED]
    roles = _investors(masked)
    givers = {name for names in roles.values() for name in names}
    rounds = list(_ROUND.finditer(signs))
    listed = _PUBLIC.search(signs)
    if rounds:
        for place, match in enumerate(rounds):
            clause = masked.clause_at(match.start())
            if is_undone(masked, *match.span()):
                continue
            company = (
                masked.name(active["to"] or active["into"] or active["round"])
                if active
                else _receiver(masked, clause, givers)
            )
            near = _nearest(money, match.start(), clause, len(rounds) > 1)
            last = place == len(rounds) - 1
            if company and (near is not None or last):
                yield _told(masked, company, clause, near, match["round"], roles if last else {})
        return
    for clause in masked.clauses:
        words = masked.words(clause)
        sums = [number for at, number in money if clause.start <= at < clause.end]
        received = re.search(
            r"融资|注资|战略投资|募集到|募得|第[一二三四五]笔钱|获[^，。]{0,16}(?:投资|入股)|(?:资本|创投|基金|投资)[^，。]{0,4}(?:投了|拿出|掏出|投入)|(?:完成|拿到|引入)[^，。]{0,16}投资(?![者人方])"
            rf"|融(?:到|得|了|来)[^，。；]{{0,4}}{NUMBER}|获投[^，。；]{{0,6}}{NUMBER}|获资{NUMBER}|募资了?{NUMBER}"
            rf"|(?:拿到|获得?|得到)了?{NAME}的?{NUMBER}(?=[，。；]|$)",
            words,
        )
        company = (
            masked.name(active["to"] or active["into"] or active["round"])
            if active
            else _receiver(masked, clause, givers)
        )
        if received and not sums and (total := _behind(masked, clause)) and _is_sum(masked, clause, total):
            sums = [number for at, number in money if total.start <= at < total.end]
        if received and is_undone(masked, clause.start + received.start(), clause.start + received.end()):
            continue
        if active and not sums:
            sums = [number for _, number in money if number.kind == "amount"][:1]
        if (
            (received or active)
            and (sums or _UNCOUNTED.search(words))
            and company
            and (not listed or _UNCOUNTED.search(words))
            and not _NO_ROUND.search(words)
        ):
            yield _told(masked, company, clause, sums[0] if sums else None, "", roles)
            return


def _told(
    masked: MaskedSentence,
    company: str,
    clause: Clause,
    number: NumberMention | None,
    stage: str,
    roles: dict[str, tuple[str, ...]],
) -> PlatformFact:
    """Return one round as a fact."""
    value = masked.money(number) if number is not None else {}
    if stage:
        value["round"] = stage
    for key, names in roles.items():
        given = tuple(name for name in names if name != company)
        if given:
            value[key] = "、".join(given)
    told = masked.signs[clause.start : (_behind(masked, clause) or clause).end]
    unnamed = sentence_patterns("unnamed_investors").matches(told, masked.alphabet)
    raw = min((match for _, match in unnamed), key=re.Match.start, default=None)
    if raw and not {"lead", "investor"} & set(value):
        value["investor"] = raw["who"]
    return masked.fact(company, "funding", "融资", clause, value)


def _is_sum(masked: MaskedSentence, clause: Clause, behind: Clause) -> bool:
    """Tell whether a clause gives the sum of the round the one before tells of: 第三次融资，这次是1亿元."""
    words = masked.words(behind)
    opened = masked.words(clause).endswith(("：", ":")) and re.match(NUMBER, words) is not None
    return opened or _TOTAL.match(words) is not None


def _behind(masked: MaskedSentence, clause: Clause) -> Clause | None:
    """Return the clause right behind another one of the sentence."""
    return next((one for one in masked.clauses if one.start >= clause.end), None)


def _nearest(
    money: Sequence[tuple[int, NumberMention]], at: int, clause: Clause, several: bool
) -> NumberMention | None:
    """Return the sum of a round: in its clause, or where there is only one round, anywhere in the sentence."""
    inside = [(abs(place - at), number) for place, number in money if clause.start <= place < clause.end]
    if several and len(inside) > 1:
        behind = [(place - at, number) for place, number in money if 0 <= place - at <= _CLOSE]
        inside = behind or inside
    elif not inside and not several:
        inside = [(abs(place - at), number) for place, number in money]
    amounts = [one for one in inside if one[1].kind == "amount"] or inside
    return min(amounts, key=lambda one: one[0])[1] if amounts else None


def _receiver(masked: MaskedSentence, clause: Clause, givers: set[str]) -> str:
    """Return who receives a round: whom its clause speaks of, if that is no investor; else the first who is none."""
    if clause.subject and clause.subject not in givers:
        return clause.subject
    if not clause.subject and speaks_of_another(masked.words(clause)):
        return ""
    for sign in re.findall(NAME, masked.signs):
        if masked.name(sign) not in givers:
            return masked.name(sign)
    return masked.carried if masked.carried not in givers else ""


def _investing(masked: MaskedSentence) -> re.Match[str] | None:
    """Return where a sentence names who invests in whom."""
    return next(
        (match for _, match in sentence_patterns("investing").matches(masked.signs, masked.alphabet)), None
    )


def _investors(masked: MaskedSentence) -> dict[str, tuple[str, ...]]:
    """Return who leads and who invests, as far as the sentence says so."""
    found: dict[str, tuple[str, ...]] = {"lead": (), "investor": ()}
    active = _investing(masked)
    for role, match in sentence_patterns("investors").matches(masked.signs, masked.alphabet):
        names = tuple(masked.name(sign) for sign in re.findall(NAME, match["who"]))
        fresh = tuple(one for one in names if one not in found["lead"] and one not in found["investor"])
        found[role] = (*found[role], *fresh)
    if active:
        by = masked.name(active["by"])
        key = "lead" if "领投" in active[0] else "investor"
        found[key] = tuple(dict.fromkeys((*found[key], by)))
    return {key: names for key, names in found.items() if names}
