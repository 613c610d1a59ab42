"""What is told in words of the platforms of packs: model, target users, goods, origin, disputes; and their size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern, guarded_cue
from corpus.knowledge.facts.disputes import DENIED
from corpus.knowledge.facts.masked_sentence import NAME, MaskedSentence
from corpus.knowledge.facts.values import amount
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern

_NEAR: Final = 14
_BESIDE: Final = 5
_GOODS: Final = frozenset({"合作品牌", "商品"})
"""What is counted right beside its number: a brand of which something is counted stands further away."""
_MONEY: Final = (
    ("founder", "创始人身价", LazyPattern(r"净资产|身家|身价|财富")),
    ("valuation", "市值", LazyPattern(r"市值")),
    ("valuation", "估值", LazyPattern(r"估值")),
)
_OF_HOLDINGS: Final = LazyPattern(r"所持|持股|持仓|持有|增持|资产估值|高出|(?:蒸发|缩水)(?![至到为])")
"""What is worth so much is not the company but what somebody holds of it."""
_LISTED: Final = LazyPattern(r"上市|挂牌|敲钟|登陆|首日|收报|收盘")
_DISMISSED: Final = LazyPattern(
    r"安置|裁员|裁减|遣散|失业|下岗|离职|欠薪|讨薪|解雇|受影响|净新增|净增|新开|开出|关掉|拟招"
)
"""Of whom these are told, they are not how many a company has."""
_COUNTS: Final = (
    ("scale", "商家", LazyPattern(r"商家|店主|卖家|商户|店铺|门店|分店")),
    ("scale", "合作品牌", LazyPattern(r"品牌|供应商")),
    ("scale", "商品", LazyPattern(r"SKU|商品|单品|品类", re.IGNORECASE)),
    ("scale", "员工", LazyPattern(r"员工|团队|雇员")),
)
_ELSEWHERE: Final = LazyPattern(r"(?:[在于向与和对]|覆盖|进驻|入驻|铺进|铺货|供应)[^，。；、]{0,6}$")
"""Before a count it is that of shops where something is sold or done: 在上海30家门店上架."""
_ACCUSES: Final = LazyPattern(
    rf"{NAME}[^，。；被遭因]{{0,10}}(?:起诉|状告|指控|举报|诉(?!讼)|提起诉讼)|(?:侵犯|侵害|假冒|仿冒|冒充)了?{NAME}|假冒"
)
"""Where a company named accuses somebody, or is wronged."""
_PLACES: Final = LazyPattern(r"[座个]?[^，。；]{0,2}(?:城市|省份?|国家|地区|区县|县城)")
"""Behind a number of places: 门店遍布17座城市."""
_FROM: Final = LazyPattern(r"[从由][^，。；到至]{0,8}$")
"""Before what a number was once: 员工从最多时的2000人减到600人."""
_STORIES: Final = (
    ("dispute", "争议", LazyPattern(
        r"假货|山寨|侵权|传销|诉讼|起诉|处罚|罚款|质疑|争议|投诉|维权|丑闻|违规|约谈|刷单|泄露|斥责|风波|欺诈|诟病|首当其冲|假冒|股价(?:不断|持续)?下跌")),
    ("target_users", "用户定位", LazyPattern(
        r"三四线|小镇青年|下沉市场|一二线|目标用户|目标客户|目标群体|面向.{1,14}(?:用户|人群|群体|家庭|消费者|店主|企业)|瞄准|主要用户|消费群体|服务于|客群|主攻")),
    ("model", "模式", LazyPattern(r"模式|玩法|拼团|拼购|砍价|众包|多级分销|一级分销|会员制|双核|主打|社区团购")),
    ("category", "品类", LazyPattern(r"主要?(?:涵盖|经营|主营)|专注于?|品类(?:包括|涵盖|有)|从.{2,20}(?:切入|入手)")),
    ("founded", "出身", LazyPattern(r"孵化|前身|脱胎|起家|起源于|分拆")),
    ("acquisition", "收购合并", LazyPattern(r"收购|并购|合并|入股|控股")),
    ("scale", "推广", LazyPattern(r"投放.{0,8}广告|代言|冠名|赞助|综艺")),
)  # fmt: skip


def stories(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield what a sentence tells in words of a known platform, once a platform and sort."""
    seen: set[tuple[str, str]] = set()
    for clause in masked.clauses:
        company = clause.subject
        if not company or clause.inferred or (masked.known is not None and company not in masked.known):
            continue
        words = masked.words(clause)
        for predicate, label, cue in _STORIES:
            if (company, label) not in seen and cue.search(words) and not _is_undone(predicate, words):
                seen.add((company, label))
                yield masked.fact(company, predicate, label, clause, {}, "")


def _is_undone(predicate: str, words: str) -> bool:
    """Tell whether a purchase is only thought of, or whether the company is the one who accuses or is wronged."""
    if predicate == "acquisition":
        return cue_pattern("acquisition", "denied").search(words) is not None
    return predicate == "dispute" and any(one.search(words) for one in (_ACCUSES, DENIED))


def sizes(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield how much a company is worth, and how many shops, brands, goods and people it has."""
    rumoured = guarded_cue("funding", "denied").search(masked.signs, masked.alphabet)
    if rumoured or not masked.counts:
        return
    listed = _LISTED.search(masked.signs)
    for clause in masked.clauses:
        if not clause.subject:
            continue
        words = masked.words(clause)
        sums = masked.numbers_in(clause.start, clause.end, ("amount",))
        for predicate, label, cue in _MONEY if sums else ():
            if cue.search(words) and not (listed and label == "市值") and not _OF_HOLDINGS.search(words):
                yield masked.fact(clause.subject, predicate, label, clause, masked.money(sums[0][1]))
                break
        counts = [
            (at, number)
            for at, number in masked.numbers_in(clause.start, clause.end, ("number", "quantity"))
            if masked.is_weighty(number)
        ]
        if not counts or cue_pattern("withdrawal", "cue").search(words) or _DISMISSED.search(words):
            continue
        used: set[int] = set()
        for predicate, label, cue in _COUNTS:
            found = cue.search(words)
            near = [
                one
                for one in counts
                if found
                and not _FROM.search(words, 0, one[0] - clause.start)
                and not _PLACES.match(masked.signs, one[0] + 1)
                and not _ELSEWHERE.search(words, 0, one[0] - clause.start)
                and abs(one[0] - clause.start - found.start()) <= (_BESIDE if label in _GOODS else _NEAR)
                and one[0] not in used
            ]
            if found and near:
                middle = clause.start + found.start()
                at, number = min(near, key=lambda one, middle=middle: abs(one[0] - middle))  # type: ignore[misc]  # a key with a default
                used.add(at)
                value = {"amount": number.span.of(masked.text), **amount(number)}
                yield masked.fact(clause.subject, predicate, label, clause, value)
