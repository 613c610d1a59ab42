"""Threads of forums: which of their posts are the article, by the programs forums run on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.web.tree import visible_text
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_POSTS: Final = (
    "//*[starts-with(@id,'postmessage_')]",
    "//*[contains(concat(' ', @class, ' '), ' topic-post ')]//*[contains(concat(' ', @class, ' '), ' cooked ')]",
    "//*[starts-with(@id,'read_') and contains(concat(' ', @class, ' '), ' tpc_content ')]",
    "//*[contains(concat(' ', @class, ' '), ' j_d_post_content ')]",
    "//*[starts-with(@id,'postcontent') and contains(concat(' ', @class, ' '), ' postcontent ')]",
)
"""What each of a thread's posts stands in."""
_WRITERS: Final = (
    ".//*[contains(@class,'authi')]//a",
    ".//*[contains(concat(' ', @class, ' '), ' pls ')]//a[contains(@class,'xw1')]",
    ".//*[contains(@class,'author_name') or contains(@class,'readName') or contains(@class,'username')]",
    ".//*[contains(concat(' ', @class, ' '), ' names ')]//a",
    ".//a[contains(@href,'uid')]",
    ".//th//b",
)
_FLOOR: Final = LazyPattern(r"(\d{1,6})\s*(?:#|楼)")
_QUESTION: Final = 60
"""A first post of fewer characters asks what the others answer."""


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a thread that are its article; ``unnamed``: others are left out for nobody tells who wrote them."""

    taken: tuple[HtmlElement, ...]
    unnamed: bool = False


def posts_of(root: HtmlElement) -> Posts:
    """Return the posts of a thread that are its article: those of who began it.

    All of them where the first asks in a line or two, or the page is not the thread's first.
    """
    posts: list[HtmlElement] = next((found for path in _POSTS if (found := root.xpath(path))), [])
    if len(posts) < 2 or len(visible_text(posts[0]).strip()) < _QUESTION:
        return Posts(tuple(posts))
    around = _around(posts)
    leaves = (str(one.text_content()).strip() for one in around[0].xpath(".//*[not(*)]"))
    if any(int(floor[1]) > 1 for leaf in leaves if (floor := _FLOOR.fullmatch(leaf))):
        return Posts(tuple(posts))
    first = _writer(around[0], posts[0])
    taken = [
        post
        for post, room in zip(posts, around, strict=True)
        if post is posts[0] or (first and _writer(room, post) == first)
    ]
    return Posts(tuple(taken), unnamed=not first)


def _around(posts: list[HtmlElement]) -> list[HtmlElement]:
    """Return the outermost element around each post that holds no other."""
    holds: dict[HtmlElement, int] = {}
    for post in posts:
        for above in post.iterancestors():
            holds[above] = holds.get(above, 0) + 1
    found: list[HtmlElement] = []
    for post in posts:
        room = post
        for above in post.iterancestors():
            if holds[above] > 1:
                break
            room = above
        found.append(room)
    return found


def _writer(room: HtmlElement, post: HtmlElement) -> str:
    """Return who wrote the post that stands in this element, empty where it is not told."""
    for path in _WRITERS:
        for one in room.xpath(path):
            name = " ".join(visible_text(one).split())
            if name and post not in one.iterancestors():
                return name
    return ""
