"""How a question is asked, and what an answer to it looks like: a number, a date, a place, somebody, steps.

A question shares its words with many sentences; the one that answers it also holds what is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.lazy_pattern import LazyPattern

UNIT = (
    "(?:%|％|‰|亿|万|元|美元|人|个|家|块|枚|吨|斤|公斤|克|点|级|票|倍|岁|辆|次|公里|平方|米|名|项|条|件|年|小时"
    "|分钟|天|度|台|部|所)"
)

# What asks, as a whole: cut into words with what stands beside it, 哪个省 would leave 个省 and 多少人 would 少人.
MEASURES = "方面|地方|[个些家年月天日里儿位种类国省市县区款项次届条名支座部本篇所只块门级期批处]"
ASKING = LazyPattern(
    f"哪[一几]?(?:{MEASURES})|第几(?:{MEASURES})?|(?<![十百千万好无这那前后近头])几(?:{MEASURES}|[人成倍分点号岁])|"
    "为什么|什么样|什么时[候间]|什么|怎么样|怎么|怎样|如何|为何|何[时地处种人]|"
    f"多少(?:{MEASURES})?|多[大长高久远重快]|"
    "是不是|有没有|能不能|会不会|可不可以|要不要|是否|请问|[吗呢](?=[?？。!！\\s]*\\Z)"
)


@dataclass(frozen=True, slots=True)
class Answering:
    """A kind of question: how it is asked, and what its answer holds (both over folded texts)."""

    asked: LazyPattern[str]
    held: LazyPattern[str]


KINDS = (
    Answering(
        LazyPattern(
            "多少|几[个家名块枚元亿万次位项种级]|增长率|增速|产量|票房|收入|营收|销量|人次|人口|通胀率|点数|震级|出生率|"
            "份额|占比|规模|多大|多长|多高|多重|价格|售价"
        ),
        LazyPattern(rf"\d[\d.,]*\s*{UNIT}"),
    ),
    Answering(
        LazyPattern("时间|时候|何时|日期|哪天|哪年|哪一年|几月|几号|几点|截止"),
        LazyPattern(r"\d+\s*月(?:\s*\d+\s*[日号])?|\d{4}\s*年|\d+\s*[日号]|\d+\s*[:点]\s*\d*"),
    ),
    Answering(
        LazyPattern("在哪|哪里|哪儿|何地|地点|哪个城市|哪个国家|哪国"),
        LazyPattern(r"[在于][^,。;]{2,16}(?:举行|举办|召开|开幕|进行|发生|开赛)|位于|地点|坐落|承办"),
    ),
    Answering(
        LazyPattern("谁|主演|导演|编剧|作者|主持人|教练|冠军|主席|哪位|何人"),
        LazyPattern(
            r"饰演|主演|扮演|出演|执导|编剧|导演|担任|出任|当选|击败|战胜|夺冠|夺得|荣获|获得|就任|由[\u4e00-\u9fff·]{2,8}"
        ),
    ),
    Answering(
        LazyPattern("怎么|怎样|如何|步骤|方法|攻略|区别|手续"),
        LazyPattern(r"(?:^|[^\d.])\d{1,2}\s*[、.)](?!\d)|第[一二三四五六]|首先|其次|然后|步骤|方法"),
    ),
)


def answer_to(question: str) -> LazyPattern[str] | None:
    """Return what a sentence holds that answers a folded question, ``None`` where that cannot be told."""
    return next((kind.held for kind in KINDS if kind.asked.search(question)), None)


def is_question(text: str) -> bool:
    """Tell whether a folded text asks something in words."""
    return ASKING.search(text) is not None


def without_asking(text: str) -> str:
    """Return a folded text with blanks, as many, where it only says how it asks; unchanged if nothing is left."""
    blanked = ASKING.sub(lambda m: " " * len(m.group()), text)
    return blanked if blanked.strip(" ?？") else text
