"""Times told as ones that came before: what a change is held against, or a second figure is of (上年同期, 前一季度).

One vocabulary for all that reads them, as expressions to be put into larger ones.
"""

from __future__ import annotations

from typing import Final

_LENGTH: Final = "财政年度|财年|学年|学期|年度|年|个?季度|季|个?月|个?星期|周|报告期|期|届|轮|个?交易日"
_PART: Final = (
    r"(?:第?[一二三四1-4]季度?|前[一二三]季度|[Qq][1-4]|[上下]半年|\d{1,2}月份?(?:\d{1,2}日)?|全年)"
)
YEAR_BEFORE: Final = r"(?:去年|前年|[上前]一年度?|上一?个?(?:财政年度|财年|年度)|上年度?)"
"""A year told as an earlier one: 去年, 前一年, 上财年."""
TIME_BEFORE: Final = (
    rf"(?:{YEAR_BEFORE}(?:的?{_PART})?|上一?(?:{_LENGTH})|前一(?:{_LENGTH}|日|天)|前月|年初|期初|基期)"
)
"""A time told as an earlier one without its number: 去年四季度, 上一季度, 期初."""
EARLIER: Final = rf"(?:{TIME_BEFORE}|(?:19|20)\d\d[ ]?(?:财年|学年|年度?)(?:的?{_PART})?)"
"""The same, or a year by its number: 2021年第四季度."""
OF_THEN: Final = (
    r"(?:(?:同期|同[年月季周]度?|年?[末底初]|时期?)?(?:数|值|(?:平均|历史|最[高低])?水平|平均值?|均值)"
    r"|同期|同[年月季周]度?|年?[末底初]|时期?)"
)
"""Behind such a time, the part of it, or what is meant of it: 上年|同期, 2022年|末, 去年|平均水平."""
UNDATED: Final = (
    r"(?:[一-鿿]{0,4}(?:疫情|改革|上市|改造|调整|投产|开通|合并|加入|入世|战|危机)(?:爆发|发生|开始)?(?:之|以)?前"
    r"|[近约]?(?:[一二两三四五六七八九十]{1,3}|\d{1,2})(?:多|余)?年(?:之|以)?前|此前|之前|原来|原先|当初|当时|最初"
    r"|往年|历年|历史|(?:[上前]一?[届轮])|建[国党厂校院]之?初|前值|(?:过去|前|近)[两三四五六七八九十\d]{1,2}年)"
)
"""A time before without a date of its own: 疫情前, 十年前, 原来."""
_PLAN: Final = r"(?:“[一二三四五六七八九十]{1,2}五”|[一二三四五六七八九十]{1,2}五(?=时期|[末初]))"
BEFORE_IT: Final = rf"(?:(?:{EARLIER}|{UNDATED}|{_PART}|{_PLAN})(?:{OF_THEN})?|同期)"
"""Any time something is held against, told whole: 去年同期, 疫情前, 一季度, “十三五”末."""
HELD_AGAINST: Final = (
    rf"(?:(?:[与和同跟]{BEFORE_IT}(?:相比较?|比较|相较|比))"
    rf"|(?:较|比|相比于?|相较于?|较之|对比){BEFORE_IT}(?:相比)?)"
)
"""What a change is held against, told with all its words: 与去年同期相比, 较上一季度."""
