"""People many of whom are told of together: 受访家庭, 青年求职者, 开发者."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

ASKED: Final = (
    "受访(?:青年|老人|学生|教师|居民|市民|网民|用户|员工|职工|村民|医生|护士|企业)|受访者|求职者|消费者|使用者|开发者|从业者|从业人员|就业人员|创业者|经营者|健身者|志愿者|参与者|购房者|投资者"
    "|骑手|农户|住户|家庭|商户|加盟商|车主|司机|游客|读者|家长|患者|老年人|年轻人|网友|店主|求助者|毕业生"
    "|摊主|摊贩|房东|租客|租户|店员|快递员|外卖员|程序员"
)
"""People a survey asks, and what is told of all of them."""
WHICH: Final = (
    r"(?:受访|被访|被调查|受调查|青年|大学生|农村|城镇|城市|乡村|男性|女性|中老年|老年|年轻|参保|留守|低收入|高收入|在职|灵活|外卖"
    r"|网约车|县域|已婚|未婚|返乡|养殖|种植|餐饮|零售|小微|个体|批发|民营|外贸|中小|跨境|农资|生鲜|茶饮|样本|独居|空巢|流动|境外|新|老|小|[二三]孩)*"
)
PEOPLE: Final = (
    rf"(?P<people>{WHICH}(?:{ASKED}))"
    r"(?!人?数|总[数量]|规模|数量|人口|占|比例|比重|中|满意|覆盖|信心|权益|主体|群体|联|协|适老|医生|教育|暴力|农场|影院|装修|病床|签约|用户)"
)
OF_PEOPLE: Final = LazyPattern(rf"[ ]?的[ ]?{PEOPLE}")
"""Behind a share of people: 16.7%的受访学生."""
OF_MANY: Final = LazyPattern(
    r"[ ]?的[ ]?[一-鿿]{0,5}(?:用户|大学生|学生|网民|市民|居民|女性|男性|老人|家长|群众|人|企业|公司|商家|门店|家庭)"
    r"(?=[^，。；\d]{0,12}?(?:表示|认为|称|觉得|愿意|选择|每[天日周月年]|对[^，。；]{2,8}(?:满意|表示)|没有|曾|会(?!员)|能(?!力|源)|在|用|通过"
    r"|支出|花费|[月年](?:均|收入|消费|营收|薪)|年龄))"
)
"""Behind a share of any people, with what they do or have: 25%的学生每周网购."""
_SAY: Final = LazyPattern(
    r"[）)](?:的[一-鿿]{2,8}?)?(?:都|也|则|均|已)*(?:(?:表示|认为|称|坦言|承认|反映|觉得|直言|自称|提到|回答|报告)(?:自己|其)?"
    r"|(?=会|愿意?|曾|没|从未|每|不(?!等)|已|在(?![内中])|能|打算|计划|倾向|选择|希望|偏好|使用|通过|遇到|经历|支持|反对))"
    r"(?P<what>[^，。；：、（）()\d]{3,24})"
)
"""What people do whose share stands in brackets before it: 受访职工（48.6%）表示每天通勤超过一小时."""
_MOST: Final = LazyPattern(
    r"(?:超过?|近|逾|约|不足|不到|有)*(?:[一二三四五六七八九]成[多半]?|半数|一半|多数|大多数|绝大多数|大部分|[一二三四五]分之[一二三四五])(?:以上|左右)?的?"
)
_WHOLE: Final = LazyPattern(rf"{WHICH}(?:{ASKED})")


def is_people(subject: str) -> bool:
    """Tell whether a subject is people many of whom are told of together, and no one body."""
    return bool(_WHOLE.fullmatch(subject))


def said_behind_bracket(words: str, text: str, place: int) -> tuple[str, str] | None:
    """Return people before a share in brackets and what they do, told behind it at ``place``; else ``None``."""
    who = _MOST.sub("", words.strip(), count=1)
    told = _SAY.match(text, place) if is_people(who) or _MOST.match(words.strip()) else None
    return (who, told["what"]) if told else None
