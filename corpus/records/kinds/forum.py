"""The first post of a thread in a forum."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.labels import is_labelled, labelled
from corpus.records.lines.names import pen_name
from corpus.records.lines.notices import is_notice
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.titles import FORUM_TITLE, headline
from corpus.text.page_lines import BUTTON
from index.lazy_pattern import LazyPattern

_LEVEL: Final = r"(?:[\s　]+(?i:Lv)\.?[\s　]?\d{1,3})?"
"""How much who writes has written, which forums show behind the name."""
_RANK: Final = r"(?:等级[\s　]*)?(?i:Lv)\.?[\s　]?\d{1,3}"
_POST: Final = LazyPattern(
    rf"^[\[【（(]?(?:楼主|1楼|沙发)[\]】）)]?[\s　:：]+(?P<name>\S+){_LEVEL}[\s　]+(?:发表于|发布于)\s*"
    r"(?P<date>[\d\-/. :]+)"
)
_POSTED: Final = LazyPattern(
    rf"^(?:楼主[\s　|｜]*)?(?P<name>[^\s　|｜:：，。]{{2,16}}){_LEVEL}"
    rf"(?:[\s　]*[|｜][\s　]*(?:楼主|{_RANK}))*[\s　]*[|｜]?[\s　]*"
    r"(?:发表于|发布于|发帖于)[\s　:：]*"
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[^|｜]{0,12}(?:[|｜].*)?$"
)
"""The line of a post without the word of its floor; it tells a thread where a forum's buttons or a reply stand by."""
_LEVELLED: Final = LazyPattern(
    r"^(?P<name>[^\s　|｜:：，。]{2,16})[\s　]+(?i:Lv)\.?[\s　]?\d{1,3}[\s　]+"
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[\s　]+\d{1,2}:\d{2}(?::\d{2})?)?$"
)
"""The line of a post whose day stands right behind how much its writer has written."""
_STAMP: Final = LazyPattern(r"(?:发表于|发布于|发帖于)[\s　:：]*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
"""The second line of a post whose writer stands on the line above."""
_THREAD: Final = LazyPattern(
    r"只看该作者|显示全部楼层|阅读模式|复制链接|电梯直达|倒序浏览|楼主|\d+楼|沙发|板凳"
)
_GROUP: Final = LazyPattern(
    r"^[^>»›]{0,8}(?:小组|论坛|贴吧|社区|吧|版|BBS)\s*[>»›]\s*(?P<forum>[^>»›]{2,20})$"
)
_FROM_WHOM: Final = LazyPattern(
    r"^(?:来自|作者|发信人)[:：]\s*(?P<name>[^\s(（,，]{2,16})\s*"
    r"(?:[（(][^）)]*[）)])?[\s　,，]*(?:(?P<board>信区[:：]\s*\S+)|(?P<date>\d{4}-\d{1,2}-\d{1,2}.*)|)$"
)
_GROUP_ALONE: Final = LazyPattern(r"[\u3400-\u9fffA-Za-z]{2,14}(?:小组|贴吧|社区|论坛|吧)")
_WRITER_AND_DAY: Final = LazyPattern(
    r"^(?P<name>[^\s　:：，。]{2,16})[\s　]+(?P<date>\d{4}-\d{1,2}-\d{1,2})[\s　]+\d{1,2}:\d{2}:\d{2}"
    r"(?:[\s　]+[\u3400-\u9fff]{2,4})?$"
)
_ANSWERED_TO: Final = LazyPattern(r"\d+[ 　]?(?:回应|回复|条?评论|赞)")
"""How many have answered, on the page of a group."""
_OF_BOARD: Final = LazyPattern(
    r"^作者[:：]\s*(?P<name>[^\s(（,，]{2,16})\s*(?:[（(][^）)]*[）)])?[\s　,，]*"
    r"(?:看板|信区|版面)[:：]\s*(?P<board>\S+)$"
)
"""The head of a post on a board: 作者: 某人 (昵称) 看板: Shop, above its title and its day."""
_BOARD: Final = LazyPattern(r"^发信站[:：]\s*(?P<board>[^\s(（]{2,16})\s*[（(](?P<day>[^）)]*)[）)]")
_ANSWERED: Final = LazyPattern(
    r"(?:编辑于|发布于)[\s　]*(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:[\s　]\d{1,2}:\d{2})?"
    r"(?:[\s　・·]+(?:IP[\s　]*属地)?[\s　:：]*[\u3400-\u9fff]{2,4})?"
)
_ANSWERS: Final = LazyPattern(r"知乎|悟空问答|百度知道|豆瓣小组|豆瓣")
_ASKED: Final = LazyPattern(r"^(?P<title>\S.{3,80}?)\s+[-–—]\s*(?P<site>知乎|悟空问答|百度知道)$")
_FIRST_LINES, _ABOVE_AGREED = 6, 4
"""Lines among which the question with its site stands, and above how many agree who answers."""
_AGREED: Final = LazyPattern(r"^[\d,.]+\s*万?\s*人(?:也)?赞同了?该?(?:回答|文章)")
_ON_BOARD: Final = LazyPattern(
    r"(?P<title>\S.{3,80}?)\s+[-–—_|]\s*(?P<site>[\u3400-\u9fffA-Za-z]{1,12}(?:论坛|社区|贴吧|小组|吧|BBS))"
)
"""The title of a thread with the name of its forum behind it, as a browser shows both."""
_COUNTED_SITE: Final = LazyPattern(
    r"(?P<site>[\u3400-\u9fffA-Za-z]{2,10})(?:[\s　·|｜]+"
    r"(?:被?(?:关注|浏览|阅读|收藏|回答|评论)(?:者|数|量)?[\s　]*[\d,.]+[\s　]*万?"
    r"|[\d,.]+[\s　]*万?[\s　]*(?:人|个|次|条)?(?:关注|浏览|阅读|收藏|回答|评论)))+"
)
"""The site of questions with what it counts of one."""
_BOARD_ABOVE: Final = LazyPattern(r"^(?:>>?|[»›])\s*(?P<board>[^>»›]{2,12})$")
_FIRST_POST: Final = LazyPattern(
    r"^[\[【（(]?楼主[\]】）)]?[\s　]+(?P<name>[^\s　:：]{2,16})[\s　]+(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
)
_REPLY: Final = LazyPattern(r"[\[【（(]?沙发")
"""The first answer, where the post it answers says who wrote it."""
_DAY_BEHIND: Final = LazyPattern(r"[\s|｜]*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")
"""The day a post was written, behind who wrote it."""
_DEEP_PATH: Final = LazyPattern(
    r"^[^»›>]{0,8}(?:论坛|社区|小组|贴吧|吧|BBS)\s*[»›>]\s*(?P<forum>[^»›>]{2,12})\s*[»›>]\s*(?P<title>[^»›>]{4,})$"
)
"""The path above a post, whose last step is the post's title."""
_ACCOUNT: Final = LazyPattern(r"@(?P<name>[^\s@:：，。]{2,20})")
_SENT: Final = LazyPattern(
    r"(?P<day>(?:20)?\d{2}-\d{1,2}-\d{1,2})[\s　]+\d{1,2}:\d{2}(?::\d{2})?[\s　]+(?:来自|发布于)[\s　]*\S"
)
_SHORT_DAY: Final = 8
"""Signs of a day whose year has two digits."""
_OF_THREAD: Final = LazyPattern(r"(?:所属|所在)?[版板][块面][\s　]*[:：]")
_REPLIED: Final = LazyPattern(r"(?:回复|回帖|跟帖|跟贴)(?:数|量)?[\s　]*[:：]?[\s　]*\d|(?i:Lv)\.?\d")
"""What a forum counts beside a post, and the grade of who wrote it."""
_BARE_NAME: Final = LazyPattern(r"[\s　（(]")
_POSTER: Final = LazyPattern(r"^(?:发帖人|楼主|提问者|提问人)[\s　]*[:：]")


def read_forum(page: FrontPage) -> Gathered | None:
    """Read the first post of a thread, by the line of its post or by labels."""
    answer = _answer(page) or _answer_below_question(page) or _agreed(page) or _of_feed(page)
    if answer is None:
        answer = _of_group(page)
    if answer is not None:
        return answer
    crumb = (_DEEP_PATH.match(page.head[0]) or FORUM_TITLE.match(page.head[0])) if page.head else None
    post = next((match for line in page.head[:6] if (match := _POST.match(line))), None)
    opened = next((match for line in page.head[1:4] if (match := _POSTED.match(line))), None)
    if opened is not None and post is not None and _REPLY.match(post.string):
        post = opened
    post = post or next((match for line in page.head[1:4] if (match := _FIRST_POST.match(line))), None)
    if post is None and any(_THREAD.search(line) for line in page.head[:12]):
        post = next(
            (match for line in page.head[1:6] if (match := _POSTED.match(line) or _LEVELLED.match(line))),
            None,
        )
    if post is None and any(_THREAD.search(line) for line in page.head[1:12]):
        stamp = next((place for place, line in enumerate(page.head[:7]) if _STAMP.match(line)), 0)
        post = _POSTED.match(f"{page.head[stamp - 1]} {page.head[stamp]}") if stamp > 1 else None
    if (
        post is None
        and not any(_POSTER.match(line) for line in page.head[:6])
        and not _on_board(page.head[:6])
    ):
        return None
    found = Gathered("post")
    board = _BOARD_ABOVE.match(page.head[0])
    if board:
        found.put("title", page.head[1])
        found.put("container-title", board["board"])
    asked = _ON_BOARD.fullmatch(headline(page)[0])
    found.put("title", crumb["title"].strip() if crumb else asked["title"] if asked else headline(page)[0])
    found.put("container-title", asked["site"] if asked and not crumb else "")
    found.put("container-title", crumb["forum"].strip() if crumb else "")
    if post is not None:
        found.put("author", post["name"])
        found.put("issued", iso_date(post["date"]))
        board_below = _GROUP_ALONE.fullmatch(page.tail[-1])
        found.put("container-title", board_below[0] if board_below else "")
        return found
    head = page.head[:8]
    name, _, behind = (
        labelled(head, "发帖人", "楼主", "提问者", "提问人").replace("\u3000", " ").partition(" ")
    )
    found.put("author", pen_name(name))
    found.put("author", pen_name(_BARE_NAME.split(labelled(head, "作者"))[0]))
    found.put("issued", iso_date(behind) if _DAY_BEHIND.match(behind) else "")
    found.put("issued", iso_date(labelled(head, "发帖时间", "发表时间", "时间", "日期")))
    found.put(
        "container-title", labelled(head, "版块", "论坛", "板块", "所属版块", "所在版块", "所属板块", "版面")
    )
    places = (_GROUP_ALONE.fullmatch(re.split(r"[\s　]*[·|｜][\s　]*", line)[0]) for line in head[1:3])
    found.put("container-title", *(place[0] for place in places if place))
    return found


def _on_board(lines: tuple[str, ...]) -> bool:
    """Tell whether lines name the board a post stands on and when it was posted there."""
    told = bool(labelled(lines, "发帖时间", "发贴时间")) or any(map(_REPLIED.search, lines))
    return any(map(_OF_THREAD.match, lines)) and told


def _answer(page: FrontPage) -> Gathered | None:
    """Read an answer of a site of questions: the site, the question, who answers, and the day below."""
    head = page.head[:8]
    if not head or not _ANSWERS.fullmatch(head[0]):
        return None
    at = next((place for place, line in enumerate(head) if place > 1 and _ANSWERED.fullmatch(line)), None)
    day = _ANSWERED.fullmatch(head[at]) if at is not None else None
    name = pen_name(head[2]) if at is not None and at > 2 else ""
    if day is None or not name:
        return None
    found = Gathered("post")
    found.put("title", head[1])
    found.put("author", name)
    found.put("container-title", head[0])
    found.put("issued", iso_date(day["date"]))
    return found


def _answer_below_question(page: FrontPage) -> Gathered | None:
    """Read a saved page of answers: the question with its site, who answers above how many agree, the day below."""
    asked_at = next((place for place, line in enumerate(page.head[:_FIRST_LINES]) if _ASKED.match(line)), 0)
    asked = _ASKED.match(page.head[asked_at]) if page.head else None
    at = next((place for place, line in enumerate(page.head[:12]) if _AGREED.match(line)), 0)
    above = [
        line for line in page.head[max(asked_at + 1, at - _ABOVE_AGREED) : at] if not BUTTON.fullmatch(line)
    ]
    name = next((pen_name(line) for line in above if pen_name(line)), "")
    if asked is None or not name:
        return None
    found = Gathered("post")
    found.put("title", asked["title"])
    found.put("author", name)
    found.put("container-title", asked["site"])
    days = (match for line in (*page.head, *page.tail) if (match := _ANSWERED.fullmatch(line)))
    found.put("issued", next((iso_date(day["date"]) for day in days), ""))
    return found


def _agreed(page: FrontPage) -> Gathered | None:
    """Read an article of a site of questions: its title, who wrote it, and how many agree a few lines below."""
    at = next((place for place, line in enumerate(page.head[:8]) if place > 1 and _AGREED.match(line)), None)
    between = [line for line in page.head[1:at] if not (BUTTON.fullmatch(line) or is_notice(line))]
    counted = _COUNTED_SITE.fullmatch(between[0]) if at is not None and between else None
    between = between[1:] if counted else between
    name = between[0] if at is not None and between else ""
    if not pen_name(name) or is_labelled(name) or iso_date(name):
        return None
    found = Gathered("post")
    found.put("title", page.head[0])
    found.put("author", name)
    found.put("container-title", counted["site"] if counted else "")
    days = (match for line in (*page.head, *page.tail) if (match := _ANSWERED.fullmatch(line)))
    found.put("issued", next((iso_date(day["date"]) for day in days), ""))
    return found


def _of_feed(page: FrontPage) -> Gathered | None:
    """Read a post of a feed: who wrote it behind a sign, the day and from what it was sent below."""
    for above, line in pairwise(page.head[:4]):
        account, sent = _ACCOUNT.fullmatch(above), _SENT.match(line)
        if account and sent:
            found = Gathered("post")
            found.put("title", page.head[0] if above != page.head[0] else "")
            found.put("author", account["name"])
            found.put(
                "issued", iso_date(sent["day"] if len(sent["day"]) > _SHORT_DAY else f"20{sent['day']}")
            )
            return found
    return None


def _day_of_board(text: str) -> str:
    """Return the day of a board's stamp, Sat Mar 12 20:11:04 2022, in the order other texts have."""
    return re.sub(
        r"^\s*[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+[\d:]+\s+(\d{4}).*$", r"\1 \2, \3", text
    )


def _of_group(page: FrontPage) -> Gathered | None:
    """Read a post of a group or a board that says from whom it is."""
    head = page.head[:6]
    posted = next((match for line in head if (match := _OF_BOARD.match(line))), None)
    if posted is not None:
        found = Gathered("post")
        found.put("title", labelled(head, "标题", "主题") or headline(page)[0])
        found.put("author", posted["name"])
        found.put("container-title", posted["board"])
        found.put("issued", iso_date(_day_of_board(labelled(head, "时间", "日期"))))
        return found
    alone = _WRITER_AND_DAY.match(head[2]) if len(head) > len(("group", "title")) else None
    if alone and _GROUP_ALONE.fullmatch(head[0]) and any(map(_ANSWERED_TO.search, (*page.head, *page.tail))):
        found = Gathered("post")
        found.put("title", head[1])
        found.put("author", alone["name"])
        found.put("container-title", head[0])
        found.put("issued", iso_date(alone["date"]))
        return found
    group = _GROUP.match(head[0]) if head else None
    whom = next((match for line in head[1:] if (match := _FROM_WHOM.match(line))), None)
    board = next((match for line in head[1:] if (match := _BOARD.match(line))), None)
    if whom is None or not (board or (group and (whom["board"] or whom["date"]))):
        return None
    found = Gathered("post")
    found.put("title", head[1] if group else headline(page)[0])
    found.put("author", whom["name"])
    found.put("container-title", group["forum"] if group else "", board["board"] if board else "")
    day = whom["date"] or (_day_of_board(board["day"]) if board else "")
    found.put("issued", iso_date(day or ""))
    return found
