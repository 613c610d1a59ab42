"""The lines under the title of a 公众号's or a portal's page: who writes there, whose account it is, the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.lines.byline_forms import CLOCK, COLUMN, DAY, SHOWN_NAME, SITE
from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.names import is_body, is_family_name, is_person, pen_name, people_in
from corpus.records.lines.page import Gathered
from corpus.text.geography import PROVINCES
from index.lazy_pattern import LazyPattern

_PLACE: Final = rf"(?:[\s　]+(?:{'|'.join(PROVINCES)}))?"
"""The province a 公众号's page shows behind the day."""
_STAMP: Final = LazyPattern(
    rf"^(?:(?!\S{{0,8}}(?:日期|时间)"
    rf"|(?:首次|最新|最近|最后|正式|版本)(?:发布|更新|修订|修改))"
    rf"(?P<a>{SHOWN_NAME})(?:[\s　]+(?P=a))?[\s　]+(?P<day>{DAY}){CLOCK}"
    rf"{_PLACE}(?:[\s　]+(?:听全文|\d+人(?:听过|读过|看过|阅读)))?"
    rf"|(?P<day2>{DAY}){CLOCK}[\s　]+(?P<b>{SHOWN_NAME}))$"
)
_OFFICIAL: Final = LazyPattern(
    r"^(?P<account>[\u3400-\u9fffA-Za-z0-9]{2,16})[\s　]*"
    r"(?:[\s　]\S{2,14}(?:官方账号|领域创作者|领域爱好者)|官方账号)(?:[\s　]*[+＋]?[\s　]*关注)?$"
)
"""The line of a portal's page that names whose account it is."""
_CREATOR: Final = LazyPattern(
    rf"^(?P<day>{DAY}){CLOCK}(?:[\s　]*[·•|｜][\s　]*"
    rf"(?:\S{{2,10}}(?:领域创作者|官方账号|爱好者|作者)|来自\S{{2,6}}|[^\s·•|｜]{{2,4}})){{1,3}}$"
)
"""The line of a portal's page below the name of who writes there."""
_COUNTED: Final = LazyPattern(
    rf"(?:[\d,.]+[万wW]?\+?(?:次?(?:播放|观看|弹幕))?[\s　·]+){{1,3}}(?P<day>{DAY}){CLOCK}"
    r"(?:[\s　]+未经作者授权[，,]?禁止转载)?"
)
_WRITTEN: Final = LazyPattern(
    rf"(?:原创|转载|首次)[\s　]*于[\s　]*(?P<day>{DAY}){CLOCK}[\s　]*发布"
    r"(?:[\s　]*[·|｜][\s　]*[\d.]+[万wk]?[\s　]*阅读)?"
)
"""When a post was written, as sites of programmers show it: 原创 于 2023-04-17 21:36:08 发布 · 1.3k 阅读."""
_EDITED: Final = LazyPattern(
    rf"(?:编辑于|发布于|发表于)[\s　]*(?P<day>{DAY}){CLOCK}"
    r"(?:[\s　・·]+(?:IP[\s　]*属地)?[\s　:：]*[\u3400-\u9fff]{2,4})?"
)
_CARD_ABOVE, _BYLINE_WITHIN = 4, 13
"""Lines among which the card stands, and the byline below it."""
_SHORT_NAME: Final = 3
_ACCOUNT: Final = LazyPattern(
    r"^(?P<account>[^\s　:：]{2,16})[\s　]+"
    r"(?:(?P<date>\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日))(?:[\s　]+\d{1,2}:\d{2})?"
    r"[\s　]+(?:发表于|发布于|Posted on)[\s　]*\S{2,6}|(?:今天|昨天|前天|\d{1,2}天前|\d周前)(?:[\s　]+\d{1,2}:\d{2})?)$"
)
_NAMED_ACCOUNT: Final = LazyPattern(
    rf"^(?!原创[\s　])(?P<name>{SHOWN_NAME})[\s　]+(?P<account>{SHOWN_NAME})[\s　]+(?P<date>{DAY}){CLOCK}[\s　]+"
    r"(?:(?:发表于|发布于|Posted on)[\s　]*\S{2,6}|[\u3400-\u9fff]{2,3})$"
)
_NO_PLACE: Final = LazyPattern(
    rf"^(?P<name>{SHOWN_NAME})[\s　]+(?P<account>{SHOWN_NAME})[\s　]+(?P<date>{DAY})[\s　]+\d{{1,2}}:\d{{2}}$"
)
_FROM_ACCOUNT: Final = LazyPattern(
    r"^[（(【\[]?(?:本文|文章|内容|原文)?(?:转载(?:时)?请(?:注明|标明))?"
    r"(?:来自|出自|来源于?|转载自|转自|摘自|首发于|首发)[\s　:：]*(?:微信)?公众号[\s　:：]*"
    r"[“\"「『《【]?(?P<account>[^”\"」』》】（(，,。\s　]{2,16})[”\"」』》】]?(?:[（(]I?D?[^）)]*[）)])?"
    r"(?:[\s　，,]+(?:原文)?作者[\s　:：]*(?P<name>[^，,。；;\s　）)]{2,12}))?"
)
_TAKEN_FROM: Final = LazyPattern(
    r"^[（(]?本文(?:转载自|来源于?|转自|来自|源自)[\s　:：]*[“「《](?P<account>[^”」》]{2,16})[”」》]"
    r"(?:[（(][^（）()]*[）)])?[\s　，,]+(?:原文)?作者[\s　:：]*(?P<name>[^，,。；;\s　）)]{2,12})"
)
"""Whose text it is and who wrote it, as those say who print it again."""
_NAME_AND_DAY: Final = LazyPattern(
    rf"^(?:原创[\s　:：]+)?(?P<name>[\u3400-\u9fff]{{2,4}})[\s　]*(?P<mark>[·•|｜])?[\s　]*"
    rf"(?P<day>{DAY}){CLOCK}(?:[\s　]+[\u3400-\u9fff]{{2,4}})?$"
)
_GATHERED: Final = LazyPattern(
    rf"^(?P<account>[^\s·]{{2,16}})[\s　]*·[\s　]*(?:微信)?公众号(?:[\s　]*·[\s　]*[^\s·]{{2,6}})?"
    rf"[\s　]*·[\s　]*(?P<day>{DAY}){CLOCK}$"
)
"""An account with its column and day, as sites that gather the texts of accounts print them."""
_FOLLOW: Final = LazyPattern(
    r"^[▲△↑☝👆▼↓\s　]*(?:点击?|轻点|戳)[\s　]*(?:上方|上面|标题下方?|下方)?[\s　]*(?:蓝色?字[体]?)?[\s　]*"
    r"[“「『【《](?P<account>[^”」』】》\s]{2,16})[”」』】》][\s　]*(?:免费|一键)?(?:订阅|关注|收听)"
)
"""How an account asks to be followed above its own texts: 点上方“某某”订阅."""
_ORIGIN: Final = LazyPattern(
    r"^以下文章来源于(?P<account>[^，,\s]{2,16})[\s　]*[，,][\s　]*作者[\s　:：]*(?P<name>\S{2,12})$"
)


_DIARY: Final = LazyPattern(
    rf"^(?P<who>[\u3400-\u9fffA-Za-z0-9_]{{2,10}})的(?:豆瓣|新浪|网易)?(?:日记|博客|空间|主页|专栏|小站)[\s　·|｜]+"
    rf"(?P<day>{DAY}){CLOCK}$"
)
"""Whose diary it is and the day: 某人的豆瓣日记 2020-05-18."""
_WRITER_ALONE: Final = LazyPattern(rf"^原创[\s　]*[:：|｜]?[\s　]+(?P<name>{SHOWN_NAME})$")
"""Who writes, on a line of its own below the account: 原创 某人."""


def counted_day(line: str) -> str:
    """Return the day of a video's line, behind how many have watched it, empty for any other."""
    told = _COUNTED.fullmatch(line) or _WRITTEN.fullmatch(line)
    return iso_date(told["day"]) if told else ""


def creator_day(line: str) -> str:
    """Return the day of a portal's line below the name of who writes there, empty for any other line."""
    told = _CREATOR.match(line)
    return iso_date(told["day"]) if told else ""


def is_gathered(line: str) -> bool:
    """Tell whether a line is the byline of an account's text on a site that gathers them: the title is above."""
    return bool(_GATHERED.match(line))


def subscribed(line: str) -> str:
    """Return the account that a line of its own asks readers to follow by its name, empty for any other line."""
    told = _FOLLOW.match(line)
    return told["account"] if told else ""


def below_card(head: Sequence[str]) -> int:
    """Return the line of the byline that shows the account again of which the card above the title tells, else 0."""
    card = next(filter(None, map(_ORIGIN.match, head[:_CARD_ABOVE])), None)
    if card is None:
        return 0
    places = enumerate(head[:_BYLINE_WITHIN])
    return next((at for at, line in places if card["account"] in line and _opens_byline(line)), 0)


def _opens_byline(line: str) -> bool:
    """Tell whether a line is the byline of an account's page: who writes or whose account it is, and the day."""
    forms = (_NAMED_ACCOUNT, _NO_PLACE, _STAMP, _ACCOUNT)
    return any(form.match(line) for form in forms) and not is_labelled(line)


def edited_day(line: str) -> str:
    """Return the day of a line that only tells when a post was written or changed and where, empty for any other."""
    told = _EDITED.fullmatch(line)
    return iso_date(told["day"]) if told else ""


def _name_and_account(line: str) -> re.Match[str] | None:
    """Return who writes and the account of a line that shows no place behind the day."""
    told = _NO_PLACE.match(line)
    if told is None:
        return None
    may_be_another = is_family_name(told["account"]) or len(told["account"]) <= _SHORT_NAME
    if may_be_another and is_person(told["name"]):
        return None
    other = SITE.match(told["name"]) or is_body(told["name"]) or COLUMN.fullmatch(told["name"])
    return None if other or not (pen_name(told["name"]) or told["name"] == told["account"]) else told


def of_account(line: str, found: Gathered) -> bool:
    """Read the line under the title of a 公众号's page, and the one that tells whose text it is."""
    return any(read(line, found) for read in _FORMS)


def _of_webpage(found: Gathered, account: str, day: str = "", *who: str) -> bool:
    found.put("author", *who)
    found.put("container-title", account)
    found.put("issued", iso_date(day))
    found.type = "webpage"
    return True


def _named_account(line: str, found: Gathered) -> bool:
    """Read who writes, the account, and the day."""
    named = _NAMED_ACCOUNT.match(line) or _name_and_account(line)
    if named is None or is_labelled(line):
        return False
    who = named["name"] if named["name"] != named["account"] else ""
    return _of_webpage(found, named["account"], named["date"], who)


def _taken_from(line: str, found: Gathered) -> bool:
    """Read the account a text was taken from, and who wrote it there."""
    taken = _FROM_ACCOUNT.match(line) or _TAKEN_FROM.match(line)
    if taken is None:
        return False
    who = taken["name"] or ""
    return _of_webpage(found, taken["account"], "", *(people_in(who) or [pen_name(who)]))


def _signed(line: str, found: Gathered) -> bool:
    """Read a person with a day; of a column only the day."""
    signed = None if is_labelled(line) else _NAME_AND_DAY.match(line)
    if signed is None:
        return False
    column = COLUMN.fullmatch(signed["name"])
    is_name = is_person if signed["mark"] else is_family_name
    if not column and (not is_name(signed["name"]) or SITE.match(signed["name"])):
        return False
    found.put("author", "" if column else signed["name"])
    found.put("issued", iso_date(signed["day"]))
    return True


def _diary(line: str, found: Gathered) -> bool:
    """Read whose diary it is, and of which day."""
    diary = _DIARY.match(line)
    if diary is None:
        return False
    found.put("author", diary["who"])
    found.put("issued", iso_date(diary["day"]))
    found.type = "post-weblog"
    return True


def _writer_alone(line: str, found: Gathered) -> bool:
    """Read who writes, alone below the line that names the account."""
    alone = _WRITER_ALONE.match(line)
    known = found.type == "webpage" and "container-title" in found.fields
    if alone is None or not known or not pen_name(alone["name"]):
        return False
    found.put("author", alone["name"])
    return True


def _official(line: str, found: Gathered) -> bool:
    """Read the account itself, perhaps with the day."""
    official = _OFFICIAL.match(line) or _GATHERED.match(line)
    if official is None:
        return False
    return _of_webpage(found, official["account"], official.groupdict().get("day") or "")


def _created(line: str, found: Gathered) -> bool:
    """Read the day below the name of who writes on a portal."""
    creator = _CREATOR.match(line)
    return creator is not None and _of_webpage(found, "", creator["day"])


def _account_and_day(line: str, found: Gathered) -> bool:
    """Read an account with a day, the stamp of a site, or who wrote for which account."""
    account, origin, stamp = _ACCOUNT.match(line), _ORIGIN.match(line), _STAMP.match(line)
    if account and not is_labelled(line):
        return _of_webpage(found, account["account"], account["date"] or "")
    if stamp and not is_labelled(line):
        name = stamp["a"] or stamp["b"]
        found.put("container-title", name if len(name) > _SHORT_NAME or SITE.match(name) else "")
        found.put("issued", iso_date(stamp["day"] or stamp["day2"]))
    elif origin:
        _of_webpage(found, origin["account"], "", origin["name"])
    return bool(account or origin or stamp)


_FORMS: Final = (
    _named_account,
    _taken_from,
    _signed,
    _diary,
    _writer_alone,
    _official,
    _created,
    _account_and_day,
)
"""The forms such a line takes, the most telling first; the first that reads it has it."""
