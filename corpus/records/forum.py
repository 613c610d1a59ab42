"""The first post of a thread in a forum."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.dates import iso_date
from corpus.records.labels import labelled
from corpus.records.names import pen_name
from corpus.records.page import FrontPage, Gathered
from corpus.records.titles import FORUM_TITLE, headline

_POST: Final = re.compile(
    r"^(?:楼主|1楼|沙发)[\s　:：]+(?P<name>\S+)[\s　]+(?:发表于|发布于)\s*(?P<date>[\d\-/. :]+)"
)
_POSTER: Final = re.compile(r"^(?:发帖人|楼主)[\s　]*[:：]")


def read_forum(page: FrontPage) -> Gathered | None:
    """Read the first post of a thread, by the line of its post or by labels."""
    crumb = FORUM_TITLE.match(page.head[0]) if page.head else None
    post = next((match for line in page.head[:6] if (match := _POST.match(line))), None)
    if post is None and not any(_POSTER.match(line) for line in page.head[:6]):
        return None
    found = Gathered("post")
    found.put("title", crumb["title"].strip() if crumb else headline(page)[0])
    found.put("container-title", crumb["forum"].strip() if crumb else "")
    if post is not None:
        found.put("author", post["name"])
        found.put("issued", iso_date(post["date"]))
        return found
    head = page.head[:8]
    found.put("author", pen_name(labelled(head, "发帖人", "楼主")))
    found.put("issued", iso_date(labelled(head, "发帖时间", "发表时间", "时间", "日期")))
    found.put("container-title", labelled(head, "版块", "论坛", "板块"))
    return found
