"""What a figure takes from its document where its sentence is silent: time, place, subject and kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from corpus.knowledge.document.frames import Frame, first_line, is_own_account, year_period
from corpus.knowledge.document.places import (
    COUNTRY,
    NAMED_PLACE,
    SCOPE_OF,
    level_of,
    meant_by,
    short_place,
)
from corpus.knowledge.document.span_ends import at_end_of
from corpus.knowledge.document.zero_anaphora import is_account
from corpus.knowledge.phrases.clock_times import day_before
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.phrases.metrics import thing_in, whole_measure
from corpus.knowledge.phrases.people import is_people
from corpus.knowledge.phrases.persons import is_person_name
from corpus.knowledge.phrases.place_ends import CITY, COUNTY
from corpus.knowledge.phrases.place_names import is_place_name
from corpus.knowledge.phrases.projects import is_of_project_won
from corpus.knowledge.phrases.regions import REGION
from corpus.knowledge.phrases.times_aside import occasion_since, same_time
from corpus.knowledge.phrases.works import works_before
from corpus.model.context import OF_A_PLACE, DocumentContext, DocumentKind, Tense
from corpus.model.statistic import Period, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words

_OVER_YEARS: Final = LazyPattern(r"年均|年复合|复合|以来|五年|近[三四五十\d]+年|累计|\d{4}年")
_YEARLY: Final = LazyPattern(r"全年|年末|年底|本年|报告期内?末?|本报告期|一年来|过去一年|过去的一年")
_LAST: Final = LazyPattern(r"过去一年|一年来|过去的一年")
_THIS_ONE: Final = LazyPattern(r"这一年[来里]?")
_SPAN: Final = LazyPattern(r"(?:过去|近|最近|这)?(?P<count>[二两三四五六七八九十]|\d{1,2})年(?:来|间)?")
_COUNTS: Final = dict(zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_SAID_DONE: Final = LazyPattern(r"已经?(?![知定])|去年|上年|目前|现有|累计(?:实现|完成|达)")
_PLANNED: Final = frozenset(
    {
        StatisticKind.ACTUAL,
        StatisticKind.GROWTH,
        StatisticKind.SHARE,
        StatisticKind.ESTIMATE,
        StatisticKind.RANK,
    }
)
_POINTING: Final = frozenset({"它", "其", "该公司", "该集团", "该企业", "该平台", "该品牌", "该应用"})
_BRIEF: Final = 300
"""A text of no more code points speaks of what its title names."""
_OF_ONE_PLACE: Final = 1000
"""So many where the title says its place."""
_ABOUT: Final = LazyPattern(
    rf"(?:支持|推动|推进|加快|指导|帮助)(?P<place>[一-鿿]{{2,4}}?(?:{CITY}|{COUNTY}|州(?=建|打|创|加|申)))"
)
"""A place whose doings a sentence tells."""
_OTHER_BODY: Final = LazyPattern(
    r"(?:^|[，。；：、\n])[一-鿿]{1,8}?(?:局(?!部|限|面|势)|委|厅|部门|集团|公司|协会|中心|广场|医院|学校|商场|银行|大学|机场|港口?(?![元股币澳台])|车站|景区|学院|基金会)"
)
"""Another body a sentence names before a figure, which may be whose it is."""
_THAT: Final = LazyPattern(r"(?<![一-鿿])该(?P<level>[省市县区])(?![级直属内])")
_OF_ALL: Final = LazyPattern(r"(?:^|[，；：、])(?:全国|全球|全世界|我国|全?行业|国内)(?![性首最领第])")
"""Who is told of in a sentence that is not of whoever speaks: 全国实体书店有12万家，零售额下滑8%."""
_GOES_ON: Final = LazyPattern(
    r"港|机场|大学|学院|医院|大桥|公园|新区|高新|开发区|站|银行|海关|湖|河|江|山|湾|岛|岭"
)
"""With what a name goes on that begins as its place does: 白鹭港."""
_TRADED: Final = LazyPattern(r"(?:增持|减持|质押|套现|认购)(?:公司|本公司)?(?:股份|股票|金额|均价|$)")
_HOLDER: Final = LazyPattern(
    r"(?:董事长|总经理|副总经理|总裁|董事|监事|高管|实际控制人|控股股东|股东)(?P<who>[一-鿿]{2,3}?)(?:先生|女士)?[于在](?=\d)"
)
_LOOKS_AHEAD: Final = LazyPattern(r"预计|预测|预期|预估|有望|力争|确保|目标|计划|规划|拟|将|要|争取|可达")
_OF_TRADE: Final = LazyPattern(r"均价|价格|行业|市场|指数")
"""What is a whole trade's, and no company's."""
_BY_WEIGHT: Final = ("元/公斤", "元/斤", "元/吨", "元/千克")
_HAD: Final = LazyPattern(
    r"(?:^(?:单店|同店|租金|现金)[一-鿿]*|SKU|损耗率|坪效|人效|直营店|加盟店?|门店|客单价|翻台率|毛利率?|净利润?率|复购率|退货率|会员|员工|销量|销售额|营收|店数)(?:数|数量)?$"
)
"""What somebody asked about a company tells of it."""
_AREA: Final = LazyPattern(
    r"(?:(?<=[一-鿿]{2})(?P<area>经济圈|都市圈|城市群|经济区|经济带|大湾区|片区)"
    r"|(?P<joint>[京津沪渝冀豫辽湘皖鲁苏浙赣鄂桂晋陕闽粤川]{2,4})(?:一体化|协同发展))(?![内外的])[^，。；：\n]*(?:，[^，。；：\n]*){0,3}$"
)
"""What is no place of a register and larger or smaller than the one a report is of: 成渝地区双城经济圈."""
_CLAUSES: Final = LazyPattern(r"[，；：]")
_WHERE: Final = LazyPattern(r"(?:社区|街道|小区|[省市县区镇乡村])$")
_MEASURING: Final = frozenset("总年月日均共全长高宽重")
"""With what a measure may begin right behind a name; any other single sign goes on with it: 亚麻|籽."""
_MEASURES: Final = ("增加值", "总产值", "总额", "收入", "利润", "比重", "占比", "增速")
"""With what a title ends that is no body's name but what is measured."""
_WHOLE_BODY: Final = LazyPattern(r"[全我本该](?P<kind>[院校行馆厂港场站园队社矿])")
"""By what a body calls itself, or is called again."""
_OWN_NAMES: Final = frozenset(
    {"公司", "本公司", "我公司", "集团", "本集团", "我们", "我司", "本行", "公司及子公司"}
)


def inherit(
    found: Statistic,
    clause: str,
    frame: Frame,
    context: DocumentContext,
    *,
    brief: bool = False,
    apart: bool = False,
) -> Statistic:
    """Return a figure with what its document tells of it; ``clause`` are the words of its sentence up to the figure.

    ``brief`` tells that the document is short and names no other place: it speaks of what its title names, ``apart``
    that the sentence names another company than the one whose report it is, which then bears nothing unsaid. Every
    field taken is named in ``inherited``. What does not fit stays unknown.
    """
    told = _still_to_come(_came_true(_timed(found, clause, frame, context), clause, context), context)
    if context.kind is DocumentKind.WORK_REPORT and _is_of_another(told, clause):
        told = replace(told, subject="")
    told = _scoped(told, clause)
    if not (told.region or told.subject) and (
        _is_elsewhere(clause, context) or _is_of_an_area(told.metric, clause)
    ):
        return _planned(told, clause, frame, context)
    told = _placed(told, context, brief=brief and not names_other_body(clause))
    told = _held(told, clause)
    if apart and not told.subject and context.kind is DocumentKind.COMPANY_REPORT:
        return _planned(told, clause, frame, context)
    told = _of_that_place(told, clause, context)
    others = names_other_body(clause) or _names_its_like(clause, context.about)
    of_all = _OF_ALL.search(clause) and not level_of(context.about)
    if not told.subject and (of_all or is_of_project_won(told.metric, clause)):
        return _planned(told, clause, frame, context)
    told = _named(told, context, brief=brief and not others, apart=apart)
    return _planned(told, clause, frame, context)


def _is_of_another(found: Statistic, clause: str) -> bool:
    """Tell whether the subject of a figure of a work report is no place, and named in an earlier clause or as 公司.

    A report goes from one firm to another and back to its place within a sentence.
    """
    if found.subject in _OWN_NAMES:
        return True
    placed = not found.subject or found.subject == found.region or level_of(found.subject)
    return not placed and found.subject not in _CLAUSES.split(clause)[-1]


def names_other_body(words: str) -> bool:
    """Tell whether a sentence names a body before a figure whose it may be: 市税务局, 青岚医院."""
    return _OTHER_BODY.search(words) is not None


def _of_that_place(found: Statistic, clause: str, context: DocumentContext) -> Statistic:
    """Give a figure the place of the document where its sentence points at it: 该县把花椒作为主导产业."""
    pointed = None if found.region or found.subject else _THAT.search(clause)
    place = context.place if level_of(context.place) else context.about
    if pointed is None or level_of(place) != level_of(f"云亭{pointed['level']}"):
        return found
    return _with(found, "region", region=place)


def _names_its_like(clause: str, about: str) -> bool:
    """Tell whether a sentence names another body of the kind its document is about: 海岬队 in a text on 雁城队."""
    kind = next((one for one in listed("bodies") if about.endswith(one)), "")
    if not kind:
        return False
    return any(
        kind in word and len(word) > len(kind) and not is_word(word)
        for word in plain_words(clause.replace(about, ""))
    )


def _came_true(found: Statistic, clause: str, context: DocumentContext) -> Statistic:
    """Return a figure of a time that was over when the document was written as what it was: 到2024年末."""
    over = context.written is not None and "" < found.period.end < context.written.isoformat()
    if found.kind is not StatisticKind.FORECAST or not over or _LOOKS_AHEAD.search(clause):
        return found
    kind = StatisticKind.ACTUAL if found.direction is None else StatisticKind.GROWTH
    return replace(found, kind=kind)


def _still_to_come(found: Statistic, context: DocumentContext) -> Statistic:
    """Return a figure of a time that had not begun when the document was written, or read, as a forecast."""
    year = context.written_year
    last = context.written or (date(year, 12, 31) if year is not None else date.today())  # noqa: DTZ011 - the reader's day
    if found.kind not in _PLANNED or found.period.start <= last.isoformat():
        return found
    return replace(found, kind=StatisticKind.FORECAST)


def is_brief(text: str, context: DocumentContext) -> bool:
    """Tell whether a document is so short, and so plainly of one place or thing, that all in it is about that."""
    limit = _OF_ONE_PLACE if _says_its_place(text, context) else _BRIEF
    if len(text) > limit or not (context.place or context.about):
        return False
    named = {
        short_place(match["place"]) for match in NAMED_PLACE.finditer(text) if is_place_name(match["place"])
    }
    named |= set(REGION.findall(text))
    others = {one for one in named if one not in SCOPE_OF and one not in COUNTRY and one}
    own = f"{short_place(context.place)}{context.about}"
    return all(one in own or one in context.place for one in others)


def _says_its_place(text: str, context: DocumentContext) -> bool:
    """Tell whether the first line of a text names the place it is about, or says that it is of all of it."""
    line = first_line(text)
    level = level_of(context.place)
    named = short_place(context.place) in line or any(
        SCOPE_OF[one] == level for one in SCOPE_OF if one in line
    )
    return bool(level) and named and level_of(context.about or context.place) != ""


def _is_elsewhere(clause: str, context: DocumentContext) -> bool:
    """Tell whether a sentence is about another place than its document: 支持岚州市建设…，力争引进首店300家."""
    if context.kind not in OF_A_PLACE or not _ABOUT.search(clause):
        return False
    named = [match["place"] for match in _ABOUT.finditer(clause)]
    return any(is_place_name(one) and short_place(one) not in context.place for one in named)


def _is_of_an_area(metric: str, clause: str) -> bool:
    """Tell whether the words before a figure speak of an area: 双城经济圈建设走深走实，经济总量超9万亿元."""
    named = _AREA.search(clause)
    return named is not None and (named["area"] or named["joint"]) not in metric


def _with(found: Statistic, field: str, **values: object) -> Statistic:
    inherited = found.inherited if field in found.inherited else (*found.inherited, field)
    return replace(found, inherited=inherited, inferred=True, **values)  # type: ignore[arg-type]  # fields by name


def _timed(found: Statistic, clause: str, frame: Frame, context: DocumentContext) -> Statistic:
    """Give a figure without a dated period the time of its frame."""
    printed = found.period.text
    if found.period.start or found.period.end:
        return found
    if printed:
        period = _resolved(printed, frame, context, ahead=found.kind is StatisticKind.FORECAST)
        return _with(found, "period", period=period) if period.start else found
    moved = found.movement
    basis = moved.basis if moved else ""
    year_before = frame.year is not None and basis.endswith(f"{frame.year - 1}年")
    over_years = (not year_before and _OVER_YEARS.search(basis)) or "年均" in clause[-24:]
    if over_years and frame.year is not None:
        return found
    if not frame.period.start:
        return found
    span = Period("", frame.period.start, frame.period.end)
    return _with(found, "period", period=at_end_of(found, clause, span))


def _resolved(printed: str, frame: Frame, context: DocumentContext, *, ahead: bool) -> Period:
    """Return the days of a printed time that only the document can date; without days where it cannot.

    ``ahead`` tells that it is still to come.
    """
    year = frame.year if frame.year is not None else context.reported
    if _THIS_ONE.fullmatch(printed) and frame.year is not None:
        return year_period(frame.year, printed)
    if _LAST.fullmatch(printed):
        year = context.now - 1 if context.now is not None else year
    if "报告期" in printed and frame.period.start:
        return Period(printed, frame.period.start, frame.period.end)
    if printed.endswith("同期") and frame.period.start:
        return same_time(printed, frame.period)
    if _YEARLY.fullmatch(printed) and year is not None:
        return year_period(year, printed)
    written = context.written
    occasion = None if written is None else occasion_since(printed, written, ahead=ahead)
    if occasion:
        return occasion
    day = day_before(printed, context.written) if context.written is not None else None
    if day:
        return Period(printed, day.isoformat(), day.isoformat())
    span = _SPAN.fullmatch(printed)
    if span and context.now is not None:
        count = (
            _COUNTS.get(span["count"]) or int(span["count"])
            if span["count"] in _COUNTS or span["count"].isdecimal()
            else 0
        )
        if (
            frame.period.start
            and frame.year is None
            and int(frame.period.end[:4]) - int(frame.period.start[:4]) + 1 == count
        ):
            return Period(printed, frame.period.start, frame.period.end)
        last = context.now - 1
        return Period(printed, f"{last - count + 1}-01-01", f"{last}-12-31") if count else Period(printed)
    return Period(printed)


def _scoped(found: Statistic, clause: str) -> Statistic:
    """Give 全市 the place its own sentence names before: 沅平市公布的数据显示，全市…."""
    level = SCOPE_OF.get(found.region, "")
    named = [match["place"] for match in NAMED_PLACE.finditer(clause)] if level else []
    own = [one for one in named if level_of(one) == level and is_place_name(one)]
    if len(set(own)) != 1:
        return found
    return replace(found, region=own[0], subject=own[0] if found.subject in SCOPE_OF else found.subject)


def _placed(found: Statistic, context: DocumentContext, *, brief: bool) -> Statistic:
    """Give 全省, 我市 the place they mean, and a figure that names nobody that of an account of a place."""
    meant = meant_by(found.region, context.place)
    if meant:
        subject = meant if found.subject in SCOPE_OF else found.subject
        return _with(found, "region", region=meant, subject=subject)
    own = found.subject.startswith(short_place(context.place))
    named = found.subject and (
        own or not (is_people(found.subject) or works_before(f"{found.subject}总面积")[0])
    )
    if found.region or named or not context.place or is_own_account(context):
        return found
    if (brief or context.kind in OF_A_PLACE) and level_of(context.place):
        thing = not found.metric.startswith(short_place(context.place)) and thing_in(found.metric)
        if brief and thing:
            return found
        metric = found.metric.removeprefix(context.place).removeprefix(short_place(context.place))
        metric = found.metric if _GOES_ON.match(metric) else metric
        return _with(
            found, "region", region=context.place, metric=metric if len(metric) > 1 else found.metric
        )
    return found


def _named(found: Statistic, context: DocumentContext, *, brief: bool, apart: bool) -> Statistic:
    """Give 公司, 本公司 the name of the company whose report it is, and a figure the name its metric begins with."""
    about = "" if context.about.endswith(_MEASURES) else context.about
    if about and is_people(found.subject) and not found.region and brief and _WHERE.search(about):
        return _with(found, "region", region=about)
    if about and found.subject in _OWN_NAMES and context.kind is not DocumentKind.COMPANY_REPORT:
        return _with(found, "subject", subject=about)
    if about and not (found.subject or found.region):
        metric = found.metric.removeprefix(about).lstrip("的 ")
        first = first_word(metric) if metric else ""
        whole = found.metric.startswith(f"{about}的") or len(first) > 1 or first in _MEASURING
        if metric != found.metric and metric and whole:
            return replace(found, subject=about, metric=whole_measure(metric))
        about = context.speaker if context.kind is DocumentKind.COMPANY_REPORT and context.speaker else about
        if brief and not thing_in(found.metric) and (level_of(about) or not _is_of_trade(found)):
            return _with(found, "subject", subject=about)
    bare = not (found.subject or found.region)
    told_by = bare and context.kind is DocumentKind.INTERVIEW
    studied = bare and not apart and ends_as_company(about)
    had = is_account(found.metric) or (told_by and _HAD.search(found.metric))
    if about and (told_by or studied) and had:
        return _with(found, "subject", subject=about)
    if (found.subject in _POINTING or _is_all_of(found.subject, about)) and context.about:
        return _with(found, "subject", subject=context.about)
    own = found.subject in _OWN_NAMES or not (found.subject or found.region)
    if own and about and is_own_account(context):
        return _with(found, "subject", subject=about)
    speaker = (context.speaker or about) if context.kind is DocumentKind.COMPANY_REPORT else ""
    if own and speaker:
        return _with(found, "subject", subject=speaker)
    return found


def _is_all_of(subject: str, about: str) -> bool:
    """Tell whether 全院, 我校 is how a document speaks of the body it is about: 全院 of 禾川人民医院."""
    whole = _WHOLE_BODY.fullmatch(subject)
    return whole is not None and about.endswith(whole["kind"])


def _is_of_trade(found: Statistic) -> bool:
    """Tell whether a figure is a whole trade's: an average price, or one by the weight."""
    return bool(_OF_TRADE.search(found.metric)) or found.unit.endswith(_BY_WEIGHT)


def _held(found: Statistic, clause: str) -> Statistic:
    """Give shares to whoever a sentence says to trade them: 董事长杜若谦于5月12日增持."""
    if found.subject or not _TRADED.match(found.metric):
        return found
    holder = _HOLDER.search(clause)
    return replace(found, subject=holder["who"]) if holder and is_person_name(holder["who"]) else found


def _planned(found: Statistic, clause: str, frame: Frame, context: DocumentContext) -> Statistic:
    """Make a forecast of what a chapter of plans states, unless it is said to be done or dated before."""
    if frame.tense is not Tense.PLAN or found.kind not in _PLANNED or _SAID_DONE.search(clause[-40:]):
        return found
    dated = found.period.end or found.period.start
    if dated and context.now is not None and dated[:4] < str(context.now):
        return found
    return _with(found, "kind", kind=StatisticKind.FORECAST)
