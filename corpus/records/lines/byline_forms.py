"""Forms that several kinds of bylines share: days, clocks, names of sites and of columns."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

SITE: Final = LazyPattern(
    r"^(?!(?:即时|立即|正式|首次|最新|联合|重磅|隆重|今日|近日|全球)发布$)"
    r"[\u3400-\u9fffA-Za-z]{2,16}(?:网|报|社|客户端|频道|周刊|月刊|杂志|融媒|融媒体中心|电视台|电台|广播电视台|日报|晚报|发布|在线|通讯|热线|之声|新闻|广电|报业|卫视)$|^(?![图表第卷附])[\u3400-\u9fff]{2,4}0\d$"
)
DAY: Final = r"\d{4}(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})"
NO_DAY: Final = LazyPattern(
    r"(?:更新|修改|施行|实施|生效|收稿|浏览)(?:时间|日期|于)?\s*[:：]?\s*\d{4}|出生"
    r"|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s+[\d:]{4,8})?\s*(?:更新|修改|修订)(?![\u3400-\u9fff])"
)
"""A day of something else than of the text."""
REPORTERS: Final = LazyPattern(
    r"^[□■●◎▲\s（(]*(?:(?P<paper>[\u3400-\u9fff]{2,8}?(?:报|网|社|台|周刊|融媒体?|新闻|客户端))[\s　]*)?"
    r"(?:本[报网刊台]|特约|首席|见习|实习|资深|全媒体|融媒体)*"
    r"(?:记者|通讯员|评论员|特约撰稿人?|撰稿人)[\s　:：/]+(?P<who>\S.*?)(?:[\s　]+发自[\s　]*\S{2,8})?"
    r"(?:[\s　]*(?:[/／][\s　]*[\u3400-\u9fff]{1,6}报[道导]|文/摄|文/图|文并图|图/文|摄影报道|报道|文|摄))?[）)]?$"
)
CLOCK: Final = r"(?:[\s　]+\d{1,2}:\d{2}(?::\d{2})?)?"
SHOWN_NAME: Final = r"[\u3400-\u9fffA-Za-z0-9]{2,14}"
COLUMN: Final = LazyPattern(
    r"财经|社会|科技|文化|体育|国内|国际|要闻|时政|产经|教育|健康|房产|汽车|旅游|娱乐|评论|观点|民生|经济|商业|人文|生活|本地|县域|法治|新闻|热点|观察|专题|深度|快讯|头条|原创"
)
"""Names of a site's columns, which stand beside the day as a name does."""
