"""A line of a periodical's masthead read word by word: name, number, day, sheet and what stands beside them."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import iso_date
from index.lazy_pattern import LazyPattern

MAKERS: Final = (
    r"责任编辑|责编|(?:本版|本期|值班|执行|图片)?编辑|美术编辑|美编|版式|校对|审校|审核|图编|制图|排版|编审|值班主任|值班总编"
    r"|主编|统筹"
)
"""What those are called who made a sheet of a paper, before their names."""
_HAN: Final = r"[\u3400-\u9fff]"
_MONTH_WORD: Final = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_NUMERAL: Final = r"[〇○零一二三四五六七八九十]"
_SECTION: Final = (
    r"(?:封面|特别|人物|深度|本刊|本报|专题|财经|社会|时事|经济|科技|文化|民生|独家|非虚构|本期)"
    r"(?:故事|特稿|报道|报导|文章|社论|评论|策划|专访|观察|笔谈|手记|周刊|新闻|聚焦|话题|人物|专题|对话)"
    r"|深读|要闻|头条|特稿|特写|专题|专栏|随笔|社论|时评|副刊|封面|目录|县域|经济|民生|社会|文化|教育|健康|财经|产业"
    r"|科技|体育|国际|国内|人物|社区|城事|本地|综合|观点|评论|理论|农事|生活"
)
_DAY: Final = (
    r"(?P<day>(?:19|20)\d{2}[ 　]*(?:年[ 　]*\d{1,2}[ 　]*月[ 　]*\d{1,2}[ 　]*(?:日|(?=[ 　]+星期))"
    rf"|[-./]\d{{1,2}}[-./]\d{{1,2}})|{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日)"
)
_MONTH: Final = (
    r"(?P<month>(?:19|20)\d{2}[ 　]*(?:年[ 　]*\d{1,2}[ 　]*月(?:[上中下]旬?|[上下]半月)?(?P<named>[号刊])?(?:出版)?"
    rf"|[./]\d{{1,2}}(?!\d))|{_MONTH_WORD}\.?,?[ ]+(?:19|20)\d{{2}}|{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月[号刊]?)"
)
_NUMBER: Final = (
    r"(?P<season>(?<!\d)(?:19|20)\d{2}年?[春夏秋冬]季?[号刊])|(?P<whole>总第?[ 　]*\d{1,5}[ 　]*期"
    r"|第[ 　]*\d{4,6}[ 　]*[号期])"
    r"|(?P<issue>第[ 　]*(?P<number>\d{1,3})[ 　]*期|第(?P<numeral>[一二三四五六七八九十]{1,3})期"
    r"|(?<=年)[ 　]*(?P<bare>\d{1,2})[ 　]*期|(?i:(?:No|Issue)[. ]*)(?P<no>\d{1,3})(?!\d))"
    r"|(?P<volume>第[ 　]*\d{1,3}[ 　]*卷|(?i:Vol)[. ]*\d{1,3})"
    r"|(?P<of_year>\d{1,2}月\d{1,2}日(?:出版|出刊)?)|(?P<year>(?<!\d)(?:19|20)\d{2}(?!\d)年?)"
)
_SHEET: Final = (
    r"(?P<sheet>第[ 　]*[A-Z]?\d{1,3}[ 　]*版|(?<![A-Z\d])[A-Z]?\d{1,2}[ 　]*版|(?<![A-Z\d])[A-Z]\d{1,2}(?!\d))"
    rf"(?:[ 　]*[:：·|｜/][ 　]*{_HAN}{{2,6}}(?:[·|｜/]{_HAN}{{2,6}})?)?"
)
_NAME: Final = (
    r"(?:刊名|报名|报纸)[:：][ 　]*《?(?P<labelled>[\u3400-\u9fff]{2,12})》?"
    r"|《(?P<quoted>[\u3400-\u9fffA-Za-z0-9·]{2,16})》(?:杂志|周刊|月刊)?"
    rf"|(?P<name>(?<!{_HAN}){_HAN}{{1,10}}?(?:日报|晚报|晨报|早报|商报|时报|导报|周报|都市报|快报|画报|青年报|农民报"
    r"|法制报|法治报|经济报|科技报|教育报|文摘报|周刊|月刊|半月刊|旬刊|季刊|杂志|半月谈))"
    r"(?:[ 　]*(?:数字报|电子报|电子版|数字版))?(?=[ 　]|[\d·|｜,，:：（(]|$)"
)
_BESIDE: Final = (
    r"(?P<beside>(?:星期|周)[一二三四五六日天]|农历\S{2,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{2,8}"
    r"|(?:国内统一)?(?:连续出版物号|刊号)[ 　]*[:：]?[ 　]*(?:CN[ 　]*)?[\dA-Z/-]+"
    r"|ISSN[ 　:：]*[\d-]+X?|CN[ 　:：]*\d{2}-\d{4}(?:/\S{1,3})?|邮发代号[ 　]*[:：]?[ 　]*[\d-]+"
    r"|[（(]?(?:旬刊|半月刊|月刊|双月刊|双周刊|周刊|季刊)[）)]?"
    r"|(?<![A-Z])[Pp]+\.?[ ]?\d{1,4}(?:[ ]*[-–—~][ ]*[Pp]?\d{1,4})?(?![\dA-Za-z])"
    r"|今日\S{1,3}版|出版|出刊|[上下]一[版篇期]|版面导航|标题导航"
    rf"|(?:责任编辑|责编|编辑|美编|版式|校对|审校|图编|制图|组版|主编)[ 　:：/／]+{_HAN}{{2,4}}(?=[ 　|｜/／]|$)"
    rf"|期号[:：]|(?:栏目|版名|专栏)[:：·|｜][ 　]*{_HAN}{{2,6}}|[A-Z][A-Z&']{{2,}}(?:[ ][A-Z&']{{2,}})*(?=[ 　]|$)"
    rf"|(?<!{_HAN})(?:{_SECTION})(?!{_HAN})(?:[·|｜/](?:{_SECTION})(?!{_HAN}))?)"
)
_WORD: Final = LazyPattern(f"{_DAY}|{_MONTH}|{_NUMBER}|{_SHEET}|{_NAME}|{_BESIDE}")
_MARKS: Final = LazyPattern(r"[ 　|｜·•,，/／()（）【】:：\-—–_□■◇◆○●]*")
_IN_DAY: Final = LazyPattern(r"(?<=[年月])[ 　]*[/／][ 　]*(?=\d{1,2}[ 　]*[月日])")
"""The strokes a library of newspapers prints within a day: 2021 年 / 4 月 / 9 日."""
_NO_PERIODICAL: Final = LazyPattern(
    r"(?:公报|简报|通报|内参|快报|报告|通讯|专报|信息|参考|要报|要参|论文|系列|文件|公告|通知|丛书|学报|证券|论文集)$"
)
_NUMERALS: Final = "〇一二三四五六七八九"


def is_periodical(name: str) -> bool:
    """Tell whether a name is none of a bulletin, a series or a journal of a university."""
    return not _NO_PERIODICAL.search(name)


def masthead_of(line: str) -> dict[str, str] | None:
    """Return what the words of a line tell, ``None`` where any of them belongs to no masthead.

    ``name``, ``issue``, ``page`` and ``issued`` are as a record has them; ``month``, ``of_year`` (a day without its
    year) and ``year`` are times less exact, ``whole`` is the number in all, ``named`` tells that the
    month or the season is the name of the number.
    """
    told: dict[str, str] = {}
    line = _IN_DAY.sub("", line)
    place = 0
    while place < len(line):
        mark = _MARKS.match(line, place)
        place = mark.end() if mark else place
        if place == len(line):
            break
        word = _WORD.match(line, place)
        if word is None or word.end() == place:
            return None
        for field, value in _told(word):
            told.setdefault(field, value)
        place = word.end()
    return {field: value for field, value in told.items() if value}


def _told(word: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return the fields one word tells."""
    if word["day"]:
        return (("issued", iso_date(word["day"])),)
    if word["month"]:
        return ("month", iso_date(re.sub(r"(?<=月).*", "", word["month"]))), ("named", word["named"] or "")
    if word["season"]:
        return ("year", word["season"][:4]), ("named", word["season"][-1])
    if word["whole"]:
        return (("whole", word["whole"]),)
    if word["issue"]:
        digits = word["number"] or word["bare"] or word["no"]
        return (("issue", str(int(digits) if digits else counted(word["numeral"]))),)
    if word["sheet"]:
        return (("page", re.split(r"[:：·|｜/]", word["sheet"])[0].strip("第版 　").lstrip("0")),)
    if word["of_year"]:
        return (("of_year", re.sub(r"出[版刊]", "", word["of_year"])),)
    if word["year"]:
        return (("year", word["year"][:4]),)
    name = word["labelled"] or word["quoted"] or word["name"]
    return (("name", name if word["quoted"] or is_periodical(name) else ""),) if name else ()


def counted(numeral: str) -> int:
    """Return a number in numerals up to ninety-nine."""
    tens, mark, ones = numeral.rpartition("十")
    if not mark:
        return _NUMERALS.index(numeral[0])
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)
