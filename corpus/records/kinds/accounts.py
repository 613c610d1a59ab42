"""Lines that 公众号, portals and podcasts show around a title: who writes there, whose account it is, and the day."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from corpus.records.bylines.account_lines import (
    counted_day,
    creator_day,
    edited_day,
)
from corpus.records.lines.byline_forms import DAY, REPORTERS, SHOWN_NAME
from corpus.records.lines.dates import is_date_line, iso_date
from corpus.records.lines.labels import is_labelled, pairs
from corpus.records.lines.names import is_body, is_family_name, pen_name, people_in
from corpus.records.lines.page import FrontPage, Gathered
from index.lazy_pattern import LazyPattern

_ACCOUNT: Final = LazyPattern(r"[\u3400-\u9fffA-Za-z0-9]{3,14}")
_NAME_AND_ACCOUNT: Final = LazyPattern(rf"(?P<name>{SHOWN_NAME})[\s　]+(?P<account>{SHOWN_NAME})")
_WITH_PLACE: Final = LazyPattern(rf"{DAY}[\s　]+\d{{1,2}}:\d{{2}}(?:[\s　]+[\u3400-\u9fff]{{2,4}})?")
"""The line of a 公众号's page with its day and clock, and where it was written."""
_UNDATED: Final = LazyPattern(
    r"^(?:原创|Original)[\s　:：]+(?P<name>\S{2,12})(?:[\s　]+(?P=name))?[\s　]+"
    r"(?P<account>[^\s\d]\S{1,15}?)(?:[\s　]+(?P=account))?$"
)
"""The line of a 公众号's page whose day stands below it."""
_PORTAL: Final = LazyPattern(r"(?:搜狐|网易|企鹅|头条|百家|大鱼|一点|新浪)号(?:官方账号|作者)?")
"""What a portal shows below the name of who writes there."""
_PROGRAMME: Final = LazyPattern(
    r"(?:播客|节目|栏目|专栏|频道)[\s　]*[:：]?[\s　]*《(?P<name>[^《》]{2,20})》(?:播客|节目)?"
)
"""The programme an episode belongs to, on a line of its own."""
_STACK: Final = 4


def on_portal(lines: tuple[str, ...], found: Gathered) -> None:
    """Read who wrote above the line a portal or a page of creators shows below the name."""
    for above, line in pairwise(lines):
        if creator_day(line) or _PORTAL.fullmatch(line):
            found.put("author", pen_name(above))


def of_posts(page: FrontPage, at: int, found: Gathered) -> None:
    """Read the day of a video behind its counts, and who wrote a post above the day it was written or changed."""
    found.put("issued", *filter(None, map(counted_day, page.head[at + 1 : at + 4])))
    for above, line in pairwise(page.head[at + 1 : at + 3]):
        if edited_day(line) and pen_name(above):
            found.put("author", above)
            found.put("issued", edited_day(line))
            found.type = "webpage"
    programme = next(
        (match for line in page.head[at + 1 : at + 5] if (match := _PROGRAMME.fullmatch(line))), None
    )
    found.put("container-title", programme["name"] if programme else "")


def account_again(lines: tuple[str, ...], found: Gathered) -> None:
    """Tell the account from who writes there where its name stands again beside the day on a line below."""
    names = found.fields.get("author", [])
    again = next(
        (name for name in names[1:] for line in lines if line.startswith(name) and iso_date(line)), ""
    )
    if again and "container-title" not in found.fields:
        found.fields["author"] = [name for name in names if name != again]
        found.put("container-title", again)
        found.type = "webpage"


def labelled_over_shown(below: tuple[str, ...], found: Gathered) -> None:
    """Drop the name an account shows beside its own where a label tells who wrote and that name is nobody's."""
    shown = found.fields.get("author", [])
    labelled = any(
        field == "author" and label != "原创" and people_in(value) for field, label, value in pairs(below)
    )
    if found.type == "webpage" and labelled and not any(map(is_family_name, shown)):
        found.fields.pop("author", None)


def undated(below: tuple[str, ...], found: Gathered, *, labelled: bool) -> None:
    """Read who wrote and whose account it is from a line that names no day, 原创 a label in it or not."""
    told = next((match for line in below[:4] if (match := _UNDATED.match(line))), None)
    if told is None or is_labelled(told.string) != labelled:
        return
    if labelled and (is_family_name(told["account"]) or is_labelled(told["account"])):
        return
    stated = any(field == "author" and label != "原创" for field, label, _ in pairs(below))
    found.put("author", *(() if stated else people_in(told["name"]) or [pen_name(told["name"])]))
    found.put("container-title", told["account"])
    found.type = "webpage"


def account_below(lines: tuple[str, ...], found: Gathered) -> None:
    """Read the account above the day, lines of its own, with its author above it or told elsewhere."""
    lines = tuple(line for line in lines if not is_labelled(line))
    day = next((place for place, line in enumerate(lines[:_STACK]) if _opens_with_day(line)), 0)
    above = [line for line in lines[:day] if line != "原创"]
    both = _NAME_AND_ACCOUNT.fullmatch(above[-1]) if above and _WITH_PLACE.fullmatch(lines[day]) else None
    if both and not (is_labelled(above[-1]) or REPORTERS.match(above[-1])):
        found.put("author", *people_in(both["name"]))
        found.put("container-title", both["account"])
        found.type = "webpage"
        return
    if day and found.type == "post-weblog" and len(above) == 1 and _ACCOUNT.fullmatch(above[0]):
        found.put("container-title", above[0])
    if not above or not _ACCOUNT.fullmatch(above[-1]) or is_labelled(above[-1]):
        return
    names = people_in(above[0]) if len(above) == len(("author", "account")) else []
    if len(above) == 1 and "author" not in found.fields:
        of_body = is_body(above[0]) and iso_date(lines[day], whole=True)
        found.put("container-title", above[0] if of_body else "")
        return
    if len(above) > 1 and not names:
        return
    found.put("author", *names)
    found.put("container-title", above[-1])
    found.type = "webpage" if names else found.type


def _opens_with_day(line: str) -> bool:
    return is_date_line(re.split(r"[\s　]+[/／|｜·•][\s　]+", line)[0])
