"""With which signs the name of a place ends, and before what they end none: 省 of 省际, 市 of 市场, 镇 of 镇静."""

from __future__ import annotations

from typing import Final

PROVINCE: Final = (
    r"省(?![会级委下去了、际份内]|外(?![贸资卖来]|出(?:务工|打工|就业|人员|劳动))|长(?![三江期途度]))"
)
CITY: Final = (
    r"(?<![上股楼超夜债汇])市"
    r"(?![场值盈民区级占委内集]|外(?![卖贸资来语国]|出(?:务工|打工|就业|人员|劳动))|长(?![三江期途度])|镇(?![村乡街域区]))"
)
COUNTY: Final = (
    r"县(?![域级委内]|外(?![贸资卖来]|出(?:务工|打工|就业|人员|劳动))|长(?![三江期途度])|城(?![乡镇市区]))"
)
DISTRICT: Final = (
    r"区(?![域块间分位级委内]|外(?![贸资卖来]|出(?:务工|打工|就业|人员|劳动))|长(?![三江期途度]))"
)
TOWN: Final = r"镇(?![静定级]|乡(?![村镇亲土情])|市(?![民场政容值]))"
TOWNSHIP: Final = r"乡(?![村镇下县]|市(?![民场政容值]))"
VILLAGE: Final = r"村(?![民级镇寨庄落]|集(?!体))"
BANNER: Final = (
    r"(?<=[一-鿿]{2})(?<![全我本该各红国军锦升降挂战义旌彩党队团令授摇举])旗(?![下舰帜袍手号杆开委])"
)
LEAGUE: Final = r"(?<=[一-鿿]{2})(?<![全我本该各联同结加入欧])盟(?![友国军主员约会誓委])"
PLACE_END: Final = (
    f"(?:{PROVINCE}|自治区|自治州|自治县|{CITY}|{COUNTY}|{DISTRICT}|{TOWN}|{TOWNSHIP}|{VILLAGE}|街道"
    f"|{BANNER}|{LEAGUE})"
)
"""Any of them."""
PLACE_LEVELS: Final = frozenset("省市县区州旗盟镇乡村")
"""The last sign of the full name of a place of any level, where nothing else is asked of it."""
LONGER_THAN_SCOPE: Final = (
    r"(?<=全市)[场域]|(?<=全省)份(?!额)|(?<=全[县区镇乡])域|(?<=全县)城(?![镇乡市])"
    r"|(?<=全镇)街(?!道)|(?<=全球)化"
)
"""With what a longer word goes on that only begins as a scope does: 全市|场, 全县|城."""
