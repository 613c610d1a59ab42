"""The facts one sentence tells of the platforms named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Statistic
from corpus.text.numbers import find_numbers
from corpus.text.units import expand

_CLAUSE = re.compile(r"[；;。！？!?]|[，,](?!\d{3}(?!\d))")
_ROUND = re.compile(
    r"(?P<round>(?:Pre-?|pre-?)?[A-Ha-h][+＋12]*(?=[ ]?(?:系列)?轮)|天使(?=轮|投资|融资)|种子(?=轮|投资|融资)|战略(?=融资|投资|轮)|Pre-?IPO|IPO)(?:[ ]?轮)?"
)
_FUNDING = re.compile(r"融资|轮|(?:获|获得|完成|拿到|引入)[^，,；;。]{0,24}?(?:投资|注资|入股)|领投|跟投")
_INVESTOR = re.compile(
    r"(?:获得?了?|来自|由|引入)(?!.{0,3}轮)(?P<who>[一-鿿A-Za-z、和&· ]{2,30}?(?:资本|投资|基金|集团|创投|腾讯|阿里巴巴?|红杉|IDG|高瓴|软银|今日资本|公司|银行))"
    r"(?:等(?:机构|多家)?)?(?:的|领投|跟投|投资|[ ]?(?=[\d数]))"
)
_EXCHANGE = re.compile(r"纳斯达克|纽约证券交易所|纽交所|港交所|香港联合?交易所|联交所|上交所|深交所|上海证券交易所|深圳证券交易所|创业板|科创板|新三板|NASDAQ|NYSE|港股|美股|A股", re.IGNORECASE)
_LISTING = re.compile(r"上市(?!公司|后|前|以来|销售|的新)|挂牌|登陆|敲钟|IPO")
_VALUE = re.compile(r"市值")
_RAISED = re.compile(r"融资|募资|募集|筹集|集资")
_MONEY_METRICS = {
    "gmv": ("成交额", re.compile(r"GMV|成交总?额|成交量|交易总?额|交易规模|流水", re.IGNORECASE)),
    "sales": ("销售额", re.compile(r"销售额|销量|零售额|月销|年销")),
    "revenue": ("营业收入", re.compile(r"营收|营业收入|收入")),
    "profit": ("利润", re.compile(r"净?利润|亏损|盈利")),
    "market_value": ("市值", _VALUE),
    "valuation": ("估值", re.compile(r"估值")),
}
_COUNT_METRICS = {
    "users": ("用户", re.compile(r"用户|月活|日活|会员|买家|粉丝|下载量|访客")),
    "merchants": ("商家", re.compile(r"商家|店主|卖家|商户|店铺|门店|分店|品牌|供应商")),
    "sku": ("商品", re.compile(r"SKU|商品|单品|品类", re.IGNORECASE)),
    "staff": ("员工", re.compile(r"员工|团队|雇员|寻味师|口味")),
}
_FOUNDED = re.compile(r"(?:成立|创立|创办|创建|上线|诞生|创始)于?|问世")
_FOUNDER = re.compile(
    r"(?:创始人|创办人|创办者|联合创始人|CEO|首席执行官|董事长)(?:兼[A-Z首席执行官总裁董事长]+)?(?P<who>(?!之一|的|个人|刘，)[一-鿿]{2,3}?)(?=[，,。；;表示称说在于曾的为是、（(]|$)"
    r"|(?:由|是)(?P<by>[一-鿿]{2,3})(?:创办|创立|创建|一手创)"
)
_STORIES = (
    ("dispute", "争议与风险", re.compile(r"假货|山寨|侵权|传销|诉讼|起诉|处罚|罚款|质疑|争议|投诉|维权|丑闻|违规|约谈|刷单|泄露|斥责|风波|欺诈|诟病|股价(?:不断|持续)?下跌")),
    ("target_users", "目标用户", re.compile(r"三四线|小镇青年|下沉市场|一二线|目标用户|目标客户|目标群体|面向|瞄准|主要用户|消费群体|服务于|受众|客群|主攻|切入")),
    ("model", "模式", re.compile(r"模式|玩法|拼团|拼购|砍价|众包|分销|会员制|双核|主打|定位|机制|平台型|自营|社区团购|团购网站")),
    ("categories", "品类", re.compile(r"(?:主要)?(?:涵盖|经营|主营|专注于?|品类(?:包括|涵盖)|从.{2,20}切入|入手)")),
    ("origin", "来历", re.compile(r"孵化|前身|脱胎|起家|起源于|分拆|旗下")),
    ("acquisition", "收购合并", re.compile(r"收购|并购|合并|入股|控股")),
    ("marketing", "营销", re.compile(r"广告|代言|冠名|赞助|投放|综艺")),
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with the platform it speaks of."""

    span: Span
    words: str
    platform: str
    inferred: bool


def facts_of_sentence(
    text: str, sentence: Span, mentions: Sequence[PlatformMention], figures: Sequence[Statistic], carried: str
) -> Iterator[PlatformFact]:
    """Yield the facts of one sentence; ``carried`` is the platform spoken of before."""
    clauses = _clauses(text, sentence, mentions, carried)
    if not any(clause.platform for clause in clauses):
        return
    numbers = [
        _Number(number, number.span.shifted(sentence.start)) for number in find_numbers(sentence.of(text))
    ]
    for clause in clauses:
        if not clause.platform:
            continue
        inside = [number for number in numbers if clause.span.contains(number.span)]
        date = _date(numbers, clause.span, clauses, figures)
        yield from _funding(text, sentence, clause, inside, date)
        yield from _listing(text, sentence, clause, clauses, numbers, date)
        yield from _measures(text, sentence, clause, inside, date)
        yield from _founding(sentence, clause, inside)
    yield from _stories(text, sentence, clauses)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number mention with its span in the whole text."""

    mention: NumberMention
    span: Span

    @property
    def dated(self) -> bool:
        """Tell whether the mention is a date or period."""
        return self.mention.kind in {"date", "period"} and self.mention.value is None

    def amount(self) -> Mapping[str, str]:
        """Return number, bounds and unit of an amount, its scale multiplied out."""
        mention = self.mention
        values = {"number": mention.value, "low": mention.low, "high": mention.high}
        filled = {name: f"{expand(value, mention.unit)[0]:f}" for name, value in values.items() if value is not None}
        return {**filled, "unit": expand(mention.value or mention.low or mention.high or 0, mention.unit)[1]}  # type: ignore[arg-type]


def _clauses(text: str, sentence: Span, mentions: Sequence[PlatformMention], carried: str) -> list[_Clause]:
    """Part a sentence at commas and give every clause the platform named in or before it."""
    clauses: list[_Clause] = []
    position, current, inferred = sentence.start, carried, True
    ends = [match.end() for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    for end in [*ends, sentence.end]:
        if end <= position:
            continue
        named = [mention for mention in mentions if position <= mention.span.start < end]
        if named:
            names = dict.fromkeys(mention.platform for mention in named)
            current, inferred = (named[0].platform, False) if len(names) <= 2 else ("", False)
        clauses.append(_Clause(Span(position, end), text[position:end], current, inferred))
        position = end
    return clauses


def _date(numbers: Sequence[_Number], clause: Span, clauses: Sequence[_Clause], figures: Sequence[Statistic]) -> str:
    """Return the date of a clause: in it, or nearest before it in the sentence; carried ones from its figures."""
    dated = [number for number in numbers if number.dated and number.span.start < clause.end and number.mention.start_date]
    if dated:
        return _short_date(dated[-1].mention)
    del clauses
    for figure in figures:
        if figure.period.start and clause.contains(figure.figure):
            return figure.period.start[:4] if figure.period.text == "" else figure.period.start
    return ""


def _short_date(mention: NumberMention) -> str:
    """Return a date as short as it is exact: 2018-07-26, 2018-07, 2018Q1, 2018."""
    first, last = mention.start_date, mention.end_date
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    quarters = {("01-01", "03-31"): "Q1", ("04-01", "06-30"): "Q2", ("07-01", "09-30"): "Q3", ("10-01", "12-31"): "Q4",
                ("01-01", "06-30"): "H1", ("07-01", "12-31"): "H2", ("01-01", "12-31"): ""}  # fmt: skip
    if first[:4] == last[:4] and (first[5:], last[5:]) in quarters:
        return first[:4] + quarters[first[5:], last[5:]]
    return f"{first}/{last}"


def _fact(
    clause: _Clause, predicate: str, label: str, value: Mapping[str, str], evidence: Span, date: str = ""
) -> PlatformFact:
    """Return a fact of a clause's platform; its id is given later."""
    return PlatformFact("", clause.platform, predicate, label, value, evidence, date=date, inferred=clause.inferred)


def _funding(
    text: str, sentence: Span, clause: _Clause, numbers: Sequence[_Number], date: str
) -> Iterator[PlatformFact]:
    """Yield a funding round: amount, round, investor, date."""
    words = clause.words
    if not _FUNDING.search(words) or _LISTING.search(sentence.of(text)[: clause.span.end - sentence.start]) and not _ROUND.search(words):
        return
    money = [number for number in numbers if number.mention.kind == "amount"]
    stage = _ROUND.search(words)
    if not money and not (stage and "融资" in words):
        return
    value = {"text": clause.words.strip(" ，,；;。")}
    if money:
        value |= {**money[0].amount(), "amount": money[0].span.of(text)}
    if stage:
        value["round"] = stage["round"]
    investor = _INVESTOR.search(words)
    if investor:
        value["investor"] = investor["who"].strip()
    yield _fact(clause, "funding", "融资", value, sentence, date)


def _listing(
    text: str, sentence: Span, clause: _Clause, clauses: Sequence[_Clause], numbers: Sequence[_Number], date: str
) -> Iterator[PlatformFact]:
    """Yield a listing: day, exchange, and the sums raised and the market value of the clauses behind it."""
    exchange = _EXCHANGE.search(clause.words)
    if not _LISTING.search(clause.words) or not (exchange or date):
        return
    value = {"text": sentence.of(text).strip()}
    if exchange:
        value["exchange"] = exchange[0]
    for other in clauses:
        money = [n for n in numbers if n.mention.kind == "amount" and other.span.contains(n.span)]
        if other.span.start < clause.span.start or not money or other.platform != clause.platform:
            continue
        amount = money[0].amount()
        if _VALUE.search(other.words) and "market_value" not in value:
            value |= {"market_value": amount.get("number", amount.get("low", "")), "market_value_unit": amount["unit"]}
        elif _RAISED.search(other.words) and "number" not in value:
            value |= {**amount, "amount": money[0].span.of(text)}
    yield _fact(clause, "listing", "上市", value, sentence, date)


def _measures(
    text: str, sentence: Span, clause: _Clause, numbers: Sequence[_Number], date: str
) -> Iterator[PlatformFact]:
    """Yield sales, users and other measured facts of a clause."""
    money = [number for number in numbers if number.mention.kind == "amount" or "亿" in number.mention.unit or "万" in number.mention.unit]
    for predicate, (label, cue) in _MONEY_METRICS.items():
        found = cue.search(clause.words)
        if not found or not money or "净资产" in clause.words:
            continue
        value = {"text": f"{found[0]} {money[0].span.of(text)}", **money[0].amount()}
        yield _fact(clause, predicate, label, value, sentence, date)
        break
    counts = [number for number in numbers if number.mention.kind in {"number", "quantity"}]
    for predicate, (label, cue) in _COUNT_METRICS.items():
        found = cue.search(clause.words)
        if not found or not counts:
            continue
        nearest = min(counts, key=lambda number: abs(number.span.start - clause.span.start - found.start()))
        if nearest.span.of(text) in {"一", "两", "二", "三"}:
            continue
        printed = text[nearest.span.start : nearest.span.end + 1]
        yield _fact(clause, predicate, label, {"text": f"{printed} {found[0]}", **nearest.amount()}, sentence, date)


def _founding(sentence: Span, clause: _Clause, numbers: Sequence[_Number]) -> Iterator[PlatformFact]:
    """Yield when a platform was founded, and by whom."""
    founded = _FOUNDED.search(clause.words)
    dates = [number for number in numbers if number.dated and number.mention.start_date]
    if founded and dates:
        date = _short_date(dates[0].mention)
        yield _fact(clause, "founded", "成立", {"text": clause.words.strip(" ，,。；;")}, sentence, date)
    founder = _FOUNDER.search(clause.words)
    if founder:
        yield _fact(clause, "founder", "创始人", {"text": founder["who"] or founder["by"]}, sentence)


def _stories(text: str, sentence: Span, clauses: Sequence[_Clause]) -> Iterator[PlatformFact]:
    """Yield what a sentence tells in words: model, target users, disputes …, once a platform and sort."""
    told: set[tuple[str, str]] = set()
    for clause in clauses:
        if not clause.platform:
            continue
        for predicate, label, cue in _STORIES:
            if cue.search(clause.words) and (clause.platform, predicate) not in told:
                told.add((clause.platform, predicate))
                value = {"text": clause.words.strip(" ，,；;。")}
                yield _fact(clause, predicate, label, value, sentence)
    del text
