"""The head noun behind a figure, which says what it counts: 80万亩蔬菜基地, 300万美元A轮融资, 10亿美元的市值."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.metrics.counted_nouns import counts_noun, what_is_counted, with_deed, with_deed_behind
from corpus.knowledge.metrics.deeds_beside import (
    done_by_people,
    ends_in_deed,
    is_deed,
    is_done_with_sum,
    only_acts,
    until_verb,
)
from corpus.knowledge.metrics.done_by_share import done_by_share
from corpus.knowledge.metrics.done_by_some import done_by_some
from corpus.knowledge.metrics.flows import flow_before
from corpus.knowledge.metrics.levels_of_parts import what_part_has
from corpus.knowledge.metrics.times_done import done_so_often
from corpus.knowledge.metrics.told_behind import told_behind_pointer
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.persons import is_person_name
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.phrases.spoken_sums import sum_behind
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, plain_words, word_class

_AFTER_NOUN = LazyPattern(
    r"[ ]?(?P<of>的)?[ ]?(?P<noun>(?:\d{1,3}(?:天|年|个月)期)?"
    r"(?:[^，,；;。：:、！!？?\s（）()0-9]|[2-6]G|[1-9][类型级](?=[一-鿿])"
    r"|(?<=[一-鿿])[ ](?=[A-Za-z])|(?<=[A-Za-z])[ ](?=[一-鿿])){2,24})"
)
_IS = LazyPattern(r"[ ]?(?:是|为|属于)(?P<noun>[^，,；;。：:、！!？?\s（）()0-9]{2,20})")
GOES: Final = LazyPattern(
    r"[ ]?(?:全部|主要|都|均|将|拟|会|被)*"
    r"(?:来自|源自|来源于|用于|用在|用作|投向|投给|流向|流入|投入到?|投在|花在|销往)"
    r"[^，,。；;：:、！!？?\s（）()0-9]{2,16}"
)
"""Behind a share of a whole: where it goes to or comes from, 收入的80%来自海外, 支出3.4万亿元，74%以上用于民生."""
_ROUND = LazyPattern(
    r"[ ]?的?[ ]?(?P<noun>(?:新一|首|战略|天使|种子|(?:[Pp]re-?)?[A-H][+＋\d]*)[ ]?轮(?:系列)?[ ]?(?:融资|投资)?"
    r"|战略投资|天使投资|融资(?!产品|服务|渠道)|投资(?!者|人|方|额|规模|回报|收益|损失|于|建|到|[一-鿿]{0,6}项目))"
)
_PLACE_ONLY = LazyPattern(r"[一-鿿]{1,6}(?:省|市|县|区|镇|乡|村|街道|社区)")
_COMES_OR_GOES = LazyPattern(r"^[一-鿿]{2,6}(?:来自|用于|用在|花在|投向|流向|销往)[一-鿿]{2,}")
"""Where a share of something comes from or goes to: 六成的收入来自咖啡."""
_TAKES = LazyPattern(
    r"(?P<who>[^，。；的]{0,16}?)(?:已|就|共|合计|累计)*(?:贡献|拿下|吃下|占据|包揽|占有|拿走|揽下|创造|吸纳|承担|拉动|控制|掌握|掌控)[了着]?"
    r"(?P<whole>全[国省市县区球行业部]{1,2}|该?公司|行业|[一-鿿]{2,5})?"
)
"""Who takes or gives a share of what is named behind it: 华东贡献了全行业41%的新增装机."""
_HAD = LazyPattern(r"有[了过约 ]*$")
_CLAUSE_ENDS = LazyPattern(r"[，。；、！？\n]|$")
"""Around what somebody did so many times, and nothing else: 对手只有5次射门."""
_RACED = LazyPattern(r"(?:以|[游跑滑骑划]出了?)$")
"""Before the time somebody took in a race: 她游出1分54秒37."""
_VOTES = frozenset(("表决权", "投票权", "收益权", "经济利益"))
"""What is held in shares of, whoever it is held through: 间接控制8.3%的表决权."""
_LIABLE = LazyPattern(r"(?:应当?|须|需|自行)*(?:承担|负)$")
"""Behind who answers for a part of a damage: 认定制作方承担15%的责任."""
_BY = frozenset(("按", "按年", "按月", "按日", "以", "每年"))
"""What only leads to a rate: 按年10%收益率."""
_VALUED = LazyPattern(r"[ ]?的?(?:投[前后])?估值")
"""Behind what somebody is worth: 以25亿美元的估值融资3亿美元."""
_DUE = LazyPattern(r"[一-鿿]{2,8}(?:到期|解禁)")
"""What falls due, behind its sum: 有2150亿元逆回购到期."""
_SIZES = frozenset(("规模", "体量", "水平", "量级", "数额", "总额", "高位", "纪录", "大关", "新高", "峰值", "记录",
                    "历史纪录", "历史记录", "历史新高", "新纪录", "新记录"))  # fmt: skip
"""What a sum behind its measure is said to be, and no measure: 零售额达到15亿元的规模."""
_CARRIED_OUT = LazyPattern(
    r"(?P<who>[一-鿿A-Za-z]{2,10}?)?(?:已|将|拟|共|还|也|又|仍|再次|净|累计|继续)*(?:开展|发行|推出|投放|进行|实施)了?"
)
"""Before a sum of what is carried out: 央行开展2000亿元逆回购操作."""
_THING_NAME = 8
"""A thing is named by no more signs, in code points."""
_CLAUSE = 12
"""A longer metric is a clause that only leads to the noun behind a sum, in code points."""
_PUT_INTO = LazyPattern(r"(?:投入|安排|拨付|下达|筹措)(?:了|资金|财政资金|专项资金)*$")
"""Before a sum that is put into what is then done with it: 投入12亿元实施技术改造."""
_PARTS_HELD = ("股份", "股权", "股票", "资产", "权益")
"""What is bought for a sum, and not what the sum is of."""
_ALL_DO = LazyPattern(r"(?<=[一-鿿]{2})(?:全部|全都|悉数)")
"""Behind things counted that all do or are something: 亚运会56个比赛场馆全部完成验收."""
_DONE_TO = ("在", "为", "对", "向", "给", "将", "把")
"""Before so many of what something is done to, or for: 将18颗卫星送入轨道."""
_NEW = ("新增", "新设", "新建")
"""With what things begin that were not there before: 为7个新增小项."""
_NAME = 24
"""No name of a company is longer, in code points."""
_LIVES: Final = LazyPattern(
    r"口(?![味气岸碑罩吻径腔感])(?:的(?P<where>[大小]?(?:县城|城市|都市|乡镇|村庄|国家|岛国|省份|县|市|镇|村)))?"
)
"""Behind so many people, that they are a population, and of what: 32万人|口的小县城."""
_THINGS: Final = {
    "床": "床位", "船": "船只", "车": "车辆", "桥": "桥梁", "楼": "楼房", "树": "树木", "书": "书籍", "井": "水井",
    "房": "房屋", "田": "田地", "班": "班级", "厂": "工厂", "站": "站点", "岗": "岗位", "馆": "场馆",
}  # fmt: skip
"""Things of one sign that are counted, as a measure has them: 48张|床."""
_THING: Final = LazyPattern(rf"[ ]?(?P<thing>[{''.join(_THINGS)}])(?=[，。；、！？\n]|$)")
_SHORTEST: Final = 2
"""What is counted is named by so many signs at least."""
_TABLE: Final = "head_nouns"


def named_head(view: SentenceView, figure: Figure) -> str:
    """Return the thing with a name of its own a figure describes: 主跨728米的云栖大桥 → 云栖大桥."""
    behind = _AFTER_NOUN.match(view.text, figure.tail, view.sentence.end)
    return thing_in(behind["noun"]) or thing_in(f"{behind['noun']}的") if behind and behind["of"] else ""


def _is_no_noun(text: str, place: int) -> bool:
    """Tell whether what stands behind a figure is not what it counts: 和…, 以上…, 标准煤."""
    return cue(_TABLE, "no_noun").match(text, place + (text[place : place + 1] == " ")) is not None


def _of_share(lead: str, metric: str, noun: str, *, of: bool, acts: bool) -> tuple[str, str] | None:
    """Return subject and metric of a share the noun behind it names: 30%的市场份额; ``None`` for any other."""
    if of and metric and _PLACE_ONLY.fullmatch(metric):
        return metric, noun
    if (of or "的" not in noun) and _COMES_OR_GOES.search(noun):
        return metric if len(metric) > 1 and not only_acts(metric) else "", noun
    if of and noun.endswith("份额"):
        return metric if len(metric) > 1 and not only_acts(metric) else "", noun
    taken = _TAKES.fullmatch(metric) if of or metric.endswith("贡献") else None
    if (
        taken
        and not noun.startswith(_PARTS_HELD)
        and (is_money_noun(noun) or is_money_noun(until_verb(noun)))
    ):
        return taken["who"], f"{taken['whole'] or ''}{noun}占比"
    rate = until_verb(noun)
    if of and _LIABLE.search(metric) and noun.endswith("责任"):
        return _LIABLE.sub("", metric), f"承担{noun}比例"
    if of and noun in _VOTES:
        return "", noun
    if of and lead.rstrip().endswith("有") and noun.endswith(("度", "率")):
        return "", f"{metric}{noun}"
    if of and lead.strip().endswith("以") and is_money_noun(rate):
        return "", rate
    if (not metric or metric in _BY) and rate.endswith("率"):
        return "", rate
    return ("", done_by_people(noun)) if of and (not metric or acts) else None


def head_noun(view: SentenceView, figure: Figure, lead: str, metric: str) -> tuple[str, str] | None:
    """Return subject and metric where the words behind a figure name it, ``None`` where they do not.

    ``lead`` is what stands between the start of the clause and the figure, ``metric`` what was read of it.
    """
    told = (
        _population(view, figure)
        or _short_noun(view, figure)
        or _told_behind(view, figure, lead, metric)
        or done_so_often(view, figure, metric)
    )
    if told:
        return told
    behind = _AFTER_NOUN.match(view.text, figure.tail, view.sentence.end)
    if not behind or (_is_no_noun(view.text, figure.tail) and not behind["of"]):
        return None
    noun = with_deed_behind(behind["noun"])
    if len(noun) < _SHORTEST or noun.endswith(("增长", "下降")):
        return None
    if figure.unit == "次" and _had(view, figure) and _CLAUSE_ENDS.match(view.text, behind.end()):
        return metric, noun
    of, acts = bool(behind["of"]), bool(metric) and _only_acts_or_spends(metric)
    if of and metric and noun in _SIZES:
        return None
    pointed = None if of else told_behind_pointer(view.text, figure, lead, metric, behind["noun"])
    if pointed:
        return pointed
    if figure.percent:
        return _of_share(lead, metric, noun, of=of, acts=acts)
    if figure.mention.kind == "amount":
        if not of and _PUT_INTO.search(metric) and is_done_with_sum(behind["noun"]):
            return None
        return _of_sum(lead, metric, noun, of=of, acts=acts)
    if figure.mention.kind == "number" and lead.rstrip().endswith(_DONE_TO):
        doer = cue(_TABLE, "adverb").sub("", until_verb(noun) or (noun if noun.startswith(_NEW) else ""))
        if len(doer) > 1:
            return "", doer
        if not lead.rstrip().endswith(("将", "把")):
            return None
    flow = "" if of else flow_before(view.text, view.sentence.start, figure.mention.span.start)
    all_do = _ALL_DO.search(behind["noun"])
    if figure.mention.kind == "number" and (all_do or counts_noun(figure, lead, metric, flow, of=of)):
        return "", what_is_counted(view, figure, behind, metric, flow)
    named = acts or (not metric and figure.mention.kind == "quantity")
    return ("", with_deed(flow, noun)) if named else None


def _population(view: SentenceView, figure: Figure) -> tuple[str, str] | None:
    """Return 人口 and the place of which so many are told: 32万人|口的小县城; ``None`` for any other count."""
    lives = _LIVES.match(view.text, figure.tail, view.sentence.end) if figure.unit.endswith("人") else None
    return (lives["where"] or "", "人口") if lives else None


def _short_noun(view: SentenceView, figure: Figure) -> tuple[str, str] | None:
    """Return the thing of one sign that a count ends its clause with: 48张|床, 32口|井; ``None`` for any other."""
    thing = (
        _THING.match(view.text, figure.tail, view.sentence.end) if figure.mention.kind == "number" else None
    )
    return ("", _THINGS[thing["thing"]]) if thing and figure.unit else None


def _had(view: SentenceView, figure: Figure) -> bool:
    """Tell whether somebody had so many of something: 对手只有5次射门."""
    place = figure.mention.span.start
    return bool(_HAD.search(view.text, max(view.sentence.start, place - _SHORTEST * 2), place))


def _only_acts_or_spends(metric: str) -> bool:
    return only_acts(metric) or bool(cue(_TABLE, "spends").search(metric))


def _told_behind(view: SentenceView, figure: Figure, lead: str, metric: str) -> tuple[str, str] | None:
    """Return subject and metric that words of a fixed form behind a figure tell: a value, a round, what a share is."""
    text, end = view.text, view.sentence.end
    if figure.mention.kind == "amount" and _VALUED.match(text, figure.tail, end):
        return "", "估值"
    raced = _RACED.search(lead) if figure.mention.kind == "period" else None
    if raced:
        return _person(lead[: raced.start()]), "成绩"
    summed = (
        "" if figure.unit or figure.mention.kind != "number" else sum_behind(text, figure.mention.span.end)
    )
    if summed:
        return "", summed
    scored = cue(_TABLE, "scores").search(lead) if figure.unit == "分" else None
    if scored:
        return _person(lead[: scored.start()]), "得分"
    funded = _ROUND.match(text, figure.tail, end) if figure.mention.kind == "amount" else None
    if funded:
        named = cue(_TABLE, "raised").search(lead) and _SHORTEST <= len(metric) <= _NAME
        return metric if named else "", funded["noun"]
    goes = GOES.match(text, figure.tail, end) if figure.percent else None
    if goes:
        whole = metric or view.earlier(figure.lead - len(lead))
        return "", (whole if is_money_noun(whole) or METRIC_HEAD.search(whole) else "") + goes[0].strip()
    among = figure.percent or (figure.unit and lead.rstrip().endswith("有"))
    is_what = _IS.match(text, figure.tail, end) if among and not metric else None
    if is_what:
        return "", strip_metric(is_what["noun"])
    having = what_part_has(text, figure.tail, end) if figure.percent else ""
    done = having or done_by_share(view, figure, lead) or done_by_some(view, figure, lead)
    return ("", done) if done else None


def _person(words: str) -> str:
    """Return the person words name, empty where they name none."""
    who = words.strip("，,、 ")
    return who if is_person_name(who) else ""


def _is_thing(noun: str) -> bool:
    """Tell whether a short phrase names what something is done with: 现金, 银行挤兑."""
    words = plain_words(noun) if len(noun) <= _THING_NAME else []
    return bool(words) and all(word_class(word).startswith(("n", "b", "vn", "j")) for word in words)


def _of_sum(lead: str, metric: str, noun: str, *, of: bool, acts: bool) -> tuple[str, str] | None:
    """Return subject and metric of a sum the noun behind it names: 10亿美元的市值; ``None`` for any other."""
    own = until_verb(noun)
    carried = None if of else _CARRIED_OUT.fullmatch(metric)
    if carried and len(noun) <= _CLAUSE and not (noun[:1].isdecimal() or is_deed(first_word(noun))):
        return carried["who"] or "", noun
    if is_money_noun(own) and not own.endswith(_PARTS_HELD):
        leads_on = cue(_TABLE, "leads_on").search(lead if metric else f"{lead}的")
        far = len(metric) > _CLAUSE or ends_in_deed(metric)
        if leads_on or far or (of and not acts):
            return "", own
    if noun[:1].isdecimal() or (len(metric) <= _SHORTEST and _DUE.fullmatch(noun)):
        return "", noun
    if is_deed(metric) and plain_words(metric) == [metric] and _is_thing(noun):
        return "", with_deed(metric, noun)
    named_so = cue(_TABLE, "funding").search(noun) and (of or not metric)
    return ("", noun) if (acts and "是" not in noun) or named_so else None
