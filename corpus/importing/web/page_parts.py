"""Parts of a page that are no part of its article: told by what the page calls them and by what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.importing.web.tree import name_of, visible_text
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAMEL: Final = LazyPattern(r"(?<=[a-z\d])(?=[A-Z])")
_CALLED: Final = LazyPattern(
    r"(?<![A-Za-z])(?:share\w*|sharing|related?(?!-(?:works?|stud|papers?))|recommend\w*|recs?|suggest\w*|toc"
    r"|(?<!has-)(?<!with-)(?<!no-)sidebar|aside|navbox|catlinks"
    r"|printfooter|editsection|footer|foot(?!-?notes?)|copyright|license|disclaimer|comments?|cmts?|repl(?:y|ies)-?(?:list|item|content|wrap|box)|respond|breadcrumbs?|crumbs?"
    r"|qr|qrcode|ewm|erweima|subs|subscribe|newsletter|user-?info\w*|badge|voters?|sitenotice|groom|ads?|advert\w*|topbar|toptb)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
"""Words by which pages call what stands around an article."""
_OF_WRITERS: Final = LazyPattern(r"(?<!\S)(?:MsoList\w*|list-?(?:western|cjk|ctl)|List\w*Paragraph\w*)(?!\S)")
"""What word processors call a paragraph of a list, which is one of the text."""
_PARAGRAPHS: Final = frozenset(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6"])
_MAY_BE_CALLED: Final = LazyPattern(
    r"(?<![A-Za-z])(?:hot|rank(?:ing)?|tools?|toolbar|sign(?:ature)?|like|tags?|prev|next|pager?|pages|pagination|nav\w*"
    r"|menus?|login|reply|more|ft|wza|reprint|actions?|promo|list|side|widget|statement|jump|skip)(?![A-Za-z])",
    re.IGNORECASE,
)
"""Words by which pages may call the article's own parts too: they count where no sentence stands inside."""
_HEADING: Final = LazyPattern(
    r"[\s　·■◆]*(?:24小时|本周|今日|一周)?(?:热榜|热文|热门|热点|热议|排行)(?:文章|新闻|推荐|榜|资讯)?(?=\s|\d|·|$)"
    r"|[\s　·■◆]*(?:推荐阅读|相关推荐|相关阅读|相关文章|相关新闻|相关问题|延伸阅读|猜你喜欢|为你推荐|推荐话题|更多回答"
    r"|近期文章|最新文章|最新评论|精彩推荐|更多精彩|网友评论|全部评论|我来说两句|关于作者|文章被以下专栏收录|分享此文"
    r"|分享到|发表回复|发表评论)[\s　:：]*"
)
"""What stands above the lists around an article."""
_LINE: Final = LazyPattern(
    r"[▲▼↑↓👆👇\s　]*(?:点击|长按|扫码|扫一扫|微信扫)[^。]{0,24}(?:关注|订阅|打开|二维码|公众号|当前页|我们)[^。]{0,12}"
    r"|关注[\u3400-\u9fffA-Za-z]{2,12}(?:微信)?公众号|(?:阅读|点赞|在看|收藏|评论|赞同|浏览"
    r"|转发)[\s　(（]*[\d,.]+[\s　]*[万wk]?[)）]?"
    r"|[\d,.]+[\s　]*[万wk]?[\s　]*人?(?:赞同了该(?:文章|回答)|阅读|浏览|点赞)"
    r"|#[\w\u3400-\u9fff]+(?:[\s　]+\d+[\s　]*个)?"
    r"|返回[\u3400-\u9fff]{2,8}[，,][\s　]*查看更多|(?:平台|免责|版权|特别|风险)(?:声明|提示)[:：].{0,160}"
    r"|.{0,60}(?:转载请(?:联系|注明)|不构成投资建议|采用[\s　]*CC[\s　]*BY).{0,60}|购买本期|订阅(?:电子报|本刊"
    r"|邮件).{0,16}"
    r"|本帖最近评分记录.{0,80}|点击展开(?:全文|阅读)|本文字数[:：].{0,20}阅读时长.{0,20}|[\[［]?编辑[\]］]?|下载[\u3400-\u9fffA-Za-z]{0,8}(?:APP|客户端).{0,16}|—{0,3}\s*(?:END|全文完|完)\s*—{0,3}"
    r"|跳[到至](?:导航|内容|搜索)|取自“https?://.{4,200}",
    re.IGNORECASE | re.DOTALL,
)
"""Lines that a page or an account writes around any of its articles."""
_BUTTON: Final = LazyPattern(
    r"(?:编辑|讨论|播报|上传视频|收藏|打印(?:本页)?|关闭(?:窗口)?|分享|举报|复制链接|只看(?:楼主|该作者)|电梯直达|倒序浏览"
    r"|打开(?:客户端|APP)|退订|修改偏好|关注|在浏览器中(?:查看|打开)|查看我的收藏|我要(?:反馈|纠错))"
)
"""Words of links that do something to the page."""
_FOOT: Final = LazyPattern(
    r"ICP[备证]|公网安备|网站标识码|Powered by|举报电话|版权所有|Copyright\s|All Rights Reserved",
    re.IGNORECASE,
)
_SENTENCE: Final = LazyPattern(r"[^。！？\n]{24,}[。！？]")
_BETWEEN: Final = LazyPattern(r"[\s|｜·•>»›/]+")
"""What pages set between links."""
_MOST: Final = 0.4
"""A larger share of the part read is the article itself, whatever it is called."""
_LINKED: Final = 0.8
_LINKS: Final = 2
_LONGEST_FOOT, _LONGEST_LINE = 400, 220
_INLINE: Final = frozenset(["span", "a"])


def is_chrome(element: HtmlElement, whole: int) -> bool:
    """Tell whether an element stands around the article; ``whole`` are the characters of the part that is read."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    marks = _CAMEL.sub("-", _OF_WRITERS.sub("", named) if name_of(element) in _PARAGRAPHS else named)
    called, may_be_called = bool(_CALLED.search(marks)), bool(_MAY_BE_CALLED.search(marks))
    inline = name_of(element) in _INLINE
    link = name_of(element) == "a"
    if inline and not (called or may_be_called or link):
        return False
    text = visible_text(element).strip()
    if (link or name_of(element) == "li") and _BUTTON.fullmatch(text):
        return True
    if inline and not (called or may_be_called):
        return False
    if not text or len(text) > _MOST * whole or next(element.iter("h1"), None) is not None:
        return False
    if called or (len(text) <= _LONGEST_LINE and _LINE.fullmatch(text)):
        return True
    if _SENTENCE.search(text):
        return False
    return may_be_called or (not inline and _is_list(element, text))


def _is_list(element: HtmlElement, text: str) -> bool:
    """Tell whether an element without a sentence is links, what stands below a heading of such, or a site's foot."""
    if _HEADING.match(text) or (len(text) <= _LONGEST_FOOT and _FOOT.search(text)):
        return True
    links = [_BETWEEN.sub("", visible_text(one)) for one in element.iter("a")]
    return len(links) >= _LINKS and sum(map(len, links)) >= _LINKED * len(_BETWEEN.sub("", text))
