"""What stands above a table: the measure, time and unit its cells share, and whose table it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes.boundaries import is_large_place
from corpus.knowledge.names.shapes.coined import has_tail, is_core
from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company, forms_in
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.own_names import is_name
from corpus.knowledge.tables.cells import Head, head_of, told_unit
from corpus.knowledge.tables.measures import noun_of
from corpus.knowledge.tables.pointing import stated_in
from corpus.knowledge.tables.times import days_ended
from corpus.knowledge.tables.unit_lines import without_units
from corpus.knowledge.tables.unit_words import is_unit
from corpus.knowledge.tables.works import work_first
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMED

_NUMBERED: Final = LazyPattern(
    r"^(?:图表[ ]?\d*(?:[-.—][ ]?\d+)*"
    r"|附?(?:图(?!书|片|纸|像|案|形|文|解|谱|示)|表(?!面|演|彰|现|示|格|达|决))(?:[ 　]*(?=\d))?"
    r"[一二三四五六七八九十\d]*(?:[-.—][ ]?\d+)*"
    r"|专栏[ ]?\d*|附件[ ]?[一二三四五六七八九十\d]*|Table \d+"
    r"|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十甲乙丙丁]+、|\d{1,3}、(?=[一-鿿])"
    r"|\d{1,3}(?:[-–—.．]\d{1,3})*[.．]?[ 　]+(?![年月日季周度个])(?=[一-鿿]))[ 　：:]*"
)
_NAMED: Final = LazyPattern(r"(?:附?表|图表)[ 　]?[\d一二三四五六七八九十]")
_END_OF_CAPTION: Final = LazyPattern(r"(?:(?<=[一-鿿）)])[，,；;](?![^（(]*[）)])[^（）()]*)?。.*$")
"""What a caption that ends as a sentence does adds to itself: ，含自备电厂。"""
_SENTENCE: Final = LazyPattern(r"[。！？!?]")
_LABEL: Final = LazyPattern(
    r"(?:报告|统计|数据|调查|采集|监测)?(?:期间?|时[间点期]|日期|年[份度]|区间|口径|范围)(?:[:：]\S{0,2})?"
    r"|截[至止]|数据"
)
"""What a line with a time or a unit says besides, and no measure: 报告期：2023年."""
_EACH: Final = LazyPattern(r"^(?:各(?:地区?|省区?市?|市县?|区县?|国|部门|单位|家)的?)(?=[一-鿿]{2})")
_SORT_OF_TABLE: Final = LazyPattern(
    r"(?:基本|主要|总体|有关|相关|重点|核心|关键)?(?:情况|数据|指标|概况|信息)(?:一览|表|对比)?$"
)
_ABOUT: Final = LazyPattern(
    r"(?:情况|对照|比较|对比|一览|明细|统计|汇总|排行|排名|及位次|构成|指标体系)(?:表)?$|^(?:各(?:[市县]区"
    r"|县市区?|市州|乡镇|镇街|[省市县区镇乡村国厂校店站])(?=[一-鿿]{3})|各|分|部分|重点|主要|样本|同业"
    r"|三地|三家|三个)"
)
_BY_SORT: Final = LazyPattern(
    r"(?:^|(?<=[一-鿿]))按(?!揭|时|期|劳|需)[一-鿿]{2,10}?(?:分(?:类|组|布|列)?|划分|列示|统计)的?(?=[一-鿿]|$)"
)
"""By what the rows are sorted: 按登记注册类型分的法人单位数."""
_AND_ITS: Final = LazyPattern(
    r"(?:及其?|与|和|、)(?:同比|环比)?(?:增[速幅长]率?|变[化动]|占比|比重|构成|位次|排[名位]|增减)(?:变化)?(?:情况|数据)?表?$"
)
"""What a caption says stands beside a measure: 销售额及增速."""
_HOW_IT_GOES: Final = LazyPattern(
    r"的?(?:(?:完成|执行|实现|发展|变[化动]|走势|趋势|分布|表现|水平|数据|情况|(?:初步|统一)?核算|统计|监测|调查|普查|结果)+)$"
)
"""What stands behind a measure and says that it is shown."""
_OF_SEVERAL: Final = LazyPattern(
    r"^(?:历年(?:主要)?(?=[一-鿿]{3}))|^(?:不同|各类?|各"
    r"|[两二三四五六七八九十]+[家个座国地市县])[一-鿿]{1,6}?(?:的|分年度?|历年)(?=[一-鿿]{2})"
)
"""Of whom a caption tells, where its rows or columns name them: 不同职业的工时."""
_SORTS: Final = (
    r"(?:单位|行业|品类|品种|商品|产品|地区(?!生产总值)|区域|城市|企业|公司|厂家|品牌|渠道|业务|国别|部门|站点"
    r"|院校|学校|乡镇|镇街)"
)
_OF_SORTS: Final = LazyPattern(rf"^(?:各类?|各个|分|主要|重点){_SORTS}的?(?=[一-鿿A-Z]{{2}})(?!人员|用户)")
"""Of what sort the rows are, before what is measured of them: 分行业产值."""
_IN_BRACKETS: Final = LazyPattern(r"[（(][^（）()]*[）)]?$")
_SHEET: Final = LazyPattern(
    r"[，,；;（(]?(?:除(?:百分比|比例|比率|每股[一-鿿]{0,2}|特别注明|另有[说注标]明)[者的]?外|(?:百分比"
    r"|比例|比率|每股[一-鿿]{0,2}|特别注明|另有[说注标]明)[者的]?除外)[）)]?|[（(](?:附表|续表?|见附表"
    r"|接上页|上接第?\d*页)[）)]$|(?:Sheet|工作表)[ ]?\d*|币种[:：]?[ ]?\S*|人民币"
    r"|(?:制表|填[报表]|打印|导出|更新|编制)(?:日期|时间|人)?[:：][ ]?\S*"
)
"""What a line above a table says that is no caption of it."""
LABELLED: Final = LazyPattern(
    r"(?:编[制报]|填[报表]|报送|申报|上报|公司|企业|单位|机构|主体)(?:单位|部门|机构|主体|名称"
    r"|全称)[:：][ 　]*(?P<name>\S{2,24})"
)
"""Whose table it is, as forms say: 编制单位：柏年养老."""
_OF_DATA: Final = LazyPattern(r"(?:数据|指标|摘要|概况|[报表]表|预测)$")
_SHOWN: Final = LazyPattern(
    r"(?:(?:年度?)?的?(?:分(?:季度|月度?|地区|产品|行业|业务|年度)|[各逐]季度?|[各逐]月|主要|主营|核心"
    r"|关键|历年|历史|近年来?|最?近[两三四五几]年|部分|简要|合并)*"
    r"(?:财务|经营|会计|业务|运营|业绩|生产|销售)*(?:指标|数据|摘要|概况|预测|[报表]表|情况|表现|一览|概览|业绩))+$"
)
"""What a caption says its table shows."""
_SHORTEST: Final = 2
_LONGEST_CORE: Final = 5
_RARE: Final = 300
"""So often at most a name stands in the dictionary that is no common word besides: not 城市, 养老."""
_COMMON: Final = 1500
"""So often at most a word stands in the dictionary by which a house is called: 育才, not 普通."""
_LONGEST: Final = 36
"""A longer line without a number is no caption."""
_BODY: Final = LazyPattern(r"(?:园|园区|新区|开发区|港|机场|基地|大学|学院|学校|医院|银行|集团|公司|股份)$")
"""With what a caption ends that names whose table it is: 航空物流园."""
_DONE_THERE: Final = LazyPattern(
    r"(?:建设|投资|开发|发展|物流|运输|服务|贸易|旅游|文化|教育|医疗|能源|保险)$"
)
"""With what a caption ends that tells what is done in a place, though companies are called so too: 霁川市冷库建设."""
_WORKS: Final = LazyPattern(r"^[一-鿿]{2,5}(?:工厂|门店|分厂|分店|基地|车间|校区|院区|园区|片区)$")
"""A place of work by its name."""
_HOUSE: Final = LazyPattern(
    r"^(?P<name>(?P<core>[一-鿿]{2,6}?)(?:职校|技校|高中|卫校|书店|书屋|超市|商场|合作社|协会|商会|基金会"
    r"|酒店|民宿|客栈|农场|果园|茶园|牧场|剧场|影院|食堂|诊所|公益|社区|小区))"
)
"""A house of some kind by its name: 育才职校."""
_OVER_YEARS: Final = LazyPattern(
    r"^(?P<name>[一-鿿A-Za-z]{3,8}?)(?:历年|历次|近年|最?近[两三四五六七八九十几]个?(?:学?年|季度?|月)"
    r"|分年度|逐年|逐月|各月)"
)
"""Whose the table is before the times it goes through: 麦浪面包近五年经营情况."""
_REPORTED: Final = LazyPattern(
    r"公告称|称[：:，]|表示|宣布|[拟将]以|收购|入股|牵手|发布会|[获融][^一-鿿]*\d|完成.{0,6}融资"
    r"|上市(?!公司)|[，？！?!]"
)
"""A headline tells what happened, not whose the table below it is."""
_DEICTIC: Final = LazyPattern(
    r"(?:该|本)(?:校|院|馆|所|厂|店|行|社|县|市|区|镇|乡|村|省|公司|集团|企业|平台|机构|项目)(?:图书馆"
    r"|医院|食堂|书店)?(?=[近历各年20主的（(])"
)
"""Whom a caption points at: 该校图书馆近五学年….."""
_UNTIL: Final = LazyPattern(r"截[至止](?:到|于)?(?=(?:19|20)\d\d)")
_SAMPLE: Final = LazyPattern(
    r"[（(][ ]?[Nn][ ]?[=＝][ ]?[\d,，]+[ ]?[）)]|[（(](?:括号内|多选|单选)[^（）()]*[）)]"
)
"""How many were asked, and how the table is to be read."""


def caption_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines above a table without what is no caption of it."""
    cut = (_END_OF_CAPTION.sub("", line) if _NAMED.match(line) else line for line in lines)
    return [_UNTIL.sub("", _SAMPLE.sub("", _SHEET.sub("", line).strip())) for line in cut]


def without_number(line: str) -> str:
    """Return a line without its number or that of its table: 表3　各区产量 → 各区产量."""
    return _NUMBERED.sub("", line)


def caption_of(lines: Sequence[str]) -> Head:
    """Return the measure, time and unit that the lines above a table tell, the nearest line first."""
    caption, said = Head(), ""
    for whole in reversed(lines):
        if is_unit(whole):
            said = said or head_of(f"（{whole}）").unit
            continue
        said = said or without_units(whole)[1]
        stated = stated_in(LABELLED.sub("", whole))
        line, unit = without_units(_END_OF_CAPTION.sub("", stated) if _NAMED.match(stated) else stated)
        said = said or unit
        told = head_of(_NUMBERED.sub("", line))
        numbered = _NUMBERED.match(line) is not None
        sentence = _SENTENCE.search(line) is not None
        if sentence or (not numbered and len(line) > _LONGEST) or any(days_ended(line)):
            continue
        words = "" if _LABEL.fullmatch(told.words) else told.words
        nearer = caption.words and (_tells(caption.words) or not _tells(words))
        caption = Head(
            caption.words if nearer else words, caption.time or told.time, caption.unit or told.unit
        )
    if not caption.time:
        years = {year for line in lines for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", line)}
        caption = Head(caption.words, f"{years.pop()}年" if len(years) == 1 else "", caption.unit)
    if not caption.unit:
        caption = replace(caption, unit=said or next(filter(None, map(told_unit, reversed(lines))), ""))
    return caption


def _tells(words: str) -> bool:
    """Tell whether a line says what is measured, not only what kind of table it is: 二、基本情况."""
    return bool(OWN_HEAD.search(shown_in(words))) or not _SORT_OF_TABLE.search(words)


def without_sort(caption: str) -> str:
    """Return a caption without the sort of its rows that it begins with: 分行业产值 → 产值."""
    return _OF_SORTS.sub("", caption)


def shown_in(caption: str) -> str:
    """Return what a caption says its table shows, without 各镇 before it and 情况 behind it."""
    matter = without_sort(_BY_SORT.sub("", caption).lstrip("的"))
    about = _EACH.sub("", _IN_BRACKETS.sub("", _OF_SEVERAL.sub("", matter)))
    shown = _ABOUT.sub("", _ABOUT.sub("", _AND_ITS.sub("", about))).lstrip("的各")
    shown = _AND_ITS.sub("", shown)
    bare = _HOW_IT_GOES.sub("", shown)
    return bare if noun_of(bare) else shown


def body_of(lines: Sequence[str], caption: str) -> str:
    """Return whose table it is, by its caption or a line above that: 漳江地铁, 青禾科技; empty where none tells."""
    named = next(filter(None, map(LABELLED.search, reversed(lines))), None)
    own = (named["name"] if named else "") or _somebody(shown_in(caption)) or _somebody(caption)
    return own or next(
        filter(
            None,
            (
                named_first(head_of(_NUMBERED.sub("", stated_in(line))).words)
                for line in (caption, *reversed(lines))
            ),
        ),
        "",
    )


def tells_news(line: str) -> bool:
    """Tell whether a line is a headline, which tells what happened and not whose the table below it is."""
    return _REPORTED.search(line) is not None


def named_first(line: str) -> str:
    """Return the company, the thing with a name of its own, or the name that a line begins with."""
    if "。" in line or len(line) > _LONGEST or tells_news(line):
        return ""
    work = work_first(line)
    if work:
        return work
    thing = thing_in(line)
    if thing and _is_own(next(iter(plain_words(thing)), "")):
        return thing
    first = next(iter(find_names(line)), None)
    if first is not None and first.span.start == 0:
        return first.text
    firm = next((one for one in forms_in(line) if _SHORTEST <= one.start() < _LONGEST_CORE), None)
    if firm is not None and is_core(line[: firm.start()]) and _is_own(line[: firm.start()]):
        return line[: firm.end()]
    if _WORKS.search(line) and is_core(line[:-_SHORTEST]):
        return line
    house = _HOUSE.match(line)
    if house and not place_in(line) and _tells_house(house["core"]):
        return house["name"]
    pointed = _DEICTIC.match(line)
    if pointed:
        return pointed[0]
    through = _OVER_YEARS.match(line)
    if through and is_name(through["name"]) and not place_in(line):
        return through["name"]
    topic = _SHOWN.sub("", line)
    own = next(iter(plain_words(topic)), "")
    coined = topic != line and len(topic) > len(own) and _is_own(own)
    return topic if coined and not place_in(line) and not OWN_HEAD.search(topic) else ""


def _tells_house(core: str) -> bool:
    """Tell whether what stands before a kind of house is its own: 育才, not 普通 or 职业."""
    return _is_own(core) or (is_core(core) and word_frequency(core) <= _COMMON)


def _is_own(word: str) -> bool:
    """Tell whether a word is one by which something is told from others of its kind: 鹭桥, no word at all."""
    rare = word_frequency(word) <= _RARE or is_large_place(word)
    return len(word) >= _SHORTEST and (not is_word(word) or (word_class(word) in NAMED and rare))


def _somebody(caption: str) -> str:
    """Return the name a caption begins with before what the table shows: 青禾科技主要财务指标 → 青禾科技."""
    name = _SHOWN.sub("", caption)
    if len(name) < _SHORTEST or _OF_DATA.search(name):
        return ""
    place = place_in(name)
    if place and name.startswith(place) and _DONE_THERE.search(name):
        return ""
    named = ends_as_company(name) or has_tail(name) or _BODY.search(name)
    return name if named else ""
