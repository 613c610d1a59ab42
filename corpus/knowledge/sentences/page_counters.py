"""Counters a page prints beside what it is about: readers, likes, replies, a member's points and photographs."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_COUNTED: Final = (
    "浏览|阅读|点击|访问|收藏|评论|回复|回帖|点赞|转发|分享|关注|粉丝|帖子|发帖|主题|积分|专家分|结帖率|经验值?|回答|采纳率?|提问"
    "|(?:已)?解决问题|(?:优秀|原创)?文章|经典论文|人气|热度|查看|照片|相册|访客|博文|喜欢|想看|看过|在线|贡献|顶|踩|赞"
)
"""What pages count of their readers and members."""
_LABEL: Final = LazyPattern(
    rf"(?:^|[^一-鿿，,、])(?:总|已|本版)?(?:{_COUNTED})(?:数|次数|人数|总数)?[ ]?[:：]?[ ]?[(（]?$"
)
"""Such a counter with its label before it, which nothing said leads to: 浏览次数:224."""
_BEHIND: Final = LazyPattern(
    rf"[ ]?[人次条张篇个]?[ ]?(?:已|次|人)?(?:{_COUNTED})(?:数|次数)?"
    r"(?![一-鿿]{0,12}[了到达至为较比增超])(?=[^一-鿿]|$|[一-鿿]{0,6}(?:[^一-鿿]|$))"
)
"""Such a counter before its label: 13043人收藏, 24 条评论."""
_ALONE: Final = LazyPattern(r"(?:^|[^一-鿿，,、]|(?:^|[^一-鿿])[有共总])[ ]?$")
_SAYS: Final = LazyPattern(r"[。；！？，]")
_FAR: Final = 10
_REACH: Final = 12


def is_page_counter(text: str, start: int, end: int) -> bool:
    """Tell whether the number from ``start`` to ``end`` is a counter of a page, and not told in a sentence."""
    before = text[max(0, start - _FAR) : start]
    if _LABEL.search(before if start > _FAR else f" {before}"):
        return not _SAYS.match(text, end) or len(text) - end < _REACH
    return bool(_BEHIND.match(text, end) and _ALONE.search(before if start > _FAR else f" {before}"))
