"""Lines that belong to a web page and not to the article on it, told by their whole wording."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_SHARES: Final = (
    "微信|朋友圈|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ(?![A-Za-z])|人人网|豆瓣|复制链接|手机|更多"
    "|[A-Za-z]{2,}+"
)
_SIZES: Final = r"(?:超?大|中|小|默认|特大)"
_BUTTONS: Final = (
    "打印(?:本[页文])?|关闭(?:窗口|本页)?|收藏(?:本[页文])?|返回(?:顶部|首页|列表|上[一]?页)?"
    "|下载|分享|点赞|评论|举报|反馈|纠错|复制|转发"
)
_FOOTS: Final = (
    "网站地图|联系我们|关于我们|网站声明|版权声明|免责声明|隐私(?:政策|声明)|用户协议|加入我们"
    "|招贤纳士|广告服务|友情链接|法律声明|意见反馈|帮助中心|联系方式|诚聘英才"
    "|手机版|无障碍浏览"
)

FILE_NAME: Final = LazyPattern(
    r"[^\s/\\:：，。？！|]{1,80}\.(?:md|markdown|docx?|pdf|txt|rtf|odt|wps|html?|mhtml|xlsx?|csv|pptx?|epub|tex|png|jpe?g)",
    re.IGNORECASE,
)
"""A line that is the name of a file."""
BUTTON: Final = LazyPattern(
    rf"[>》×|【】\[\]]+|打印|关闭|收藏|返回|下载|分享|点赞|评论|举报|反馈|纠错|复制|转发|全屏|加大|还原|减小"
    rf"|{_SIZES}|(?:{_SIZES}|加大|还原|减小)[ 　]*[】\]]|[【\[]?[ 　]*字[号体大][:：]?"
    rf"|分享[:：]?|登录|注册|首页|搜索|广告|微信(?:好友)?|朋友圈|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|复制链接"
)
"""A line that may be a button of a page, told only by its neighbours."""

BUTTON_ABOVE: Final = LazyPattern(r"(?:分享|分享到|首页|打印|收藏|返回|无障碍|登录)\s*[:：]?")
"""A button that may stand above a title, and with which no text begins."""
TRAIL: Final = LazyPattern(
    r"您?(?:的|所在的?)?(?:当前)?位置(?:是)?[ 　]*[:：][ 　]*[^>›»＞。！？]{1,20}+(?:[>›»＞][^>›»＞。！？]{1,20}+)*"
    r"|(?:首页|主页)(?:[ 　]*[>›»＞][^>›»＞。！？]{1,20}+){1,6}"
)
"""The way to a page through its site, which may stand above a title."""
_SENTENCE: Final = LazyPattern(r"[。；]|[，,]\Z|\A.{64,}[，,]")
_LONG: Final = 32
_WORD: Final = 6
_MARKS: Final = LazyPattern(r"[\W_]+")

FURNITURE: Final = {
    "image_placeholder": LazyPattern(
        r"[【\[（(]?(?:文章插图|图片来源(?:网络|于网络)?|插图|配图|题图|图片|此处有图)[】\]）)]?"
    ),
    "related_links": LazyPattern(
        r"(?:推荐阅读|相关阅读|延伸阅读|相关文章|猜你喜欢|热门推荐|上一篇|下一篇|更多(?:阅读|文章|精彩内容)|相关推荐"
        r"|为您推荐|大家都在看|热门文章|相关新闻|相关链接|相关附件|热门评论|最新评论|精彩评论|全部评论|网友评论)[:：>》…]*"
        r"|(?:相关(?:阅读|新闻|报道|文章)|热门推荐)[:：][ 　]*[^。！？《》\n]{6,40}"
        r"|(?:[<《«]*\s*)?(?:上|下|前|后)一[篇条页][ 　]*[:：>》][ 　]*[^。！？\n]{1,60}"
        r"|(?:热门|文章|相关|内容)?标签[:：][^，。！？\n]{1,40}|关键词[:：]\s*[A-Za-z]{1,12}",
    ),
    "page_control": LazyPattern(
        r"阅读原文|点击(?:图片)?(?:查看|阅读|展开|看)(?:原文|更多|全文|大图|原图)|点击(?:图片)?放大|(?:展开|收起)(?:全文|更多)?|(?:加载"
        r"|查看)更多(?:评论|内容)?"
        rf"|分享(?:到|至)?[:：]?(?:[ 　、|/]*+(?:{_SHARES}))*"
        r"|(?:打开)?(?:微信)?(?:[“\"]?扫[一描][一]?[扫描]?[”\"]?|长按识别).{0,6}(?:二维码)?[ 　，,]*.{0,6}(?:手机"
        r"|微信|本页"
        r"|当前页|朋友圈|公众号|浏览|查看|打开).{0,10}"
        rf"|[【\[]?[ 　]*字[ 　]*[号体][:：]?(?:[ 　|/【】\[\]]*{_SIZES})+[ 　]*[】\]]?"
        rf"(?:[ 　|/·]{{0,4}}[【\[(（][ 　]?(?:{_BUTTONS})[ 　]?[】\])）]){{0,5}}|{_SIZES}(?:[ 　"
        rf"|/]+{_SIZES}){{1,3}}"
        rf"|(?:[【\[(（]?[ 　]*+(?:{_BUTTONS})[ 　]*+[】\])）]?[ 　|/·]*+){{1,6}}"
        rf"|(?:(?:{_FOOTS})[ 　|/·-]*){{1,12}}"
        r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?[ 　]*[\d,.]+[ 　]*[万wWkK]?\+?[ 　]*次?"
        r"|(?:(?:点赞|收藏|评论|转发|分享|阅读|在看|赞|喜欢)[ 　:：(（]*+[\d,.]++[ 　]*+[万wWkK]?\+?[)）]?[ 　"
        r"|/·]*+){1,6}"
        r"|(?:(?:分享|收藏|点赞|赞|在看|推荐|留言|阅读(?:[ 　]*[\d,.]+[ 　]*[万wWkK]?\+?)?)[ 　|/·、]++){1,5}"
        r"(?:点赞|赞|在看|推荐|留言)"
        r"|(?:本帖|该帖|此帖)最后由.{1,40}编辑|(?:IP[ ]?属地|发布于)[:：][ 　]*[一-鿿]{2,8}"
        r"|(?:平台|特别|免责)?声明[:：].{0,60}仅提供信息(?:发布|存储)(?:空间)?(?:平台|服务)。?|写留言|喜欢此内容的人还喜欢|预览时标签不可点|轻触阅读原文|(?:向上|继续)滑动看下一个|轻点两下取消(?:赞|在看)"
        r"|微信扫一扫关注该公众号|在小说阅读器(?:读本章|中沉浸阅读)|收录于合集.{0,40}"
        r"|[\d,.]+[ 　]*[万wWkK]?\+?[ 　]*(?:条评论|人?次?阅读|次浏览|个?赞|人(?:点赞|收藏|已赞))"
        r"|(?:请)?(?:登录|注册)(?:后)?(?:即可)?(?:发表|参与|查看)?评论|发表评论|我要评论|暂无评论|登录[ 　|/]*注册"
        r"|(?:您?(?:的|所在的?)?(?:当前)?位置(?:是)?[ 　]*[:：]).{0,60}"
        r"|(?:首页|主页)(?:[ 　]*+[>›»＞][ 　]*+[^>›»＞。！？\n]{1,20}+){1,6}"
        r"|(?:Copyright|版权所有|©|\(c\)).{0,80}(?:Reserved\.?|\d{4}|公司|版权所有|网)|[京沪粤津浙苏闽川渝鄂湘鲁豫冀晋陕皖赣黔滇辽吉黑桂琼甘青宁新藏蒙]ICP[备证].{0,30}"
        r"|.?公网安备.{0,30}"
        r"|[^。！？\n]{4,80}[京沪粤津浙苏闽川渝鄂湘鲁豫冀晋陕皖赣黔滇辽吉黑桂琼甘青宁新藏蒙]ICP[备证][^。！？\n]{0,40}"
        r"|[【\[（(［](?:广告|推广|赞助)[】\])）］][^。\n]{2,60}"
        r"|(?:点|按|戳)个?[“\"]?(?:在看|赞|星标)[”\"]?(?:再走|支持|鼓励|一下).{0,4}"
        r"|(?:请|欢迎)?(?:长按|扫描|扫|识别){1,2}(?:上方|下方|图中)?(?:识别)?二维码[ 　，,]*.{0,4}"
        r"(?:关注|加入|加群|添加|订阅).{0,10}"
        r"|点击(?:文章|屏幕|页面)?(?:上方|下方|右上角|左下角|顶部)?(?:的?[“\"]?蓝[色]?字[”\"]?|名片|卡片)[ 　，,]*"
        r"(?:一键|免费|快速)?(?:关注|订阅)[^，。！？\n]{0,8}[！!]?"
        r"|(?:下载|打开|登录)[“\"「]?[^“”\"，。\n]{1,10}[”\"」]?(?:APP|客户端)[，,][ 　]*"
        r"(?:看|查看|阅读|获取|了解|浏览)更多[^，。\n]{0,12}[！!]?"
        r"|(?:如果)?(?:觉得|喜欢).{0,10}[，,]?(?:就|请)?(?:点个?|给个?|来个?).{0,4}(?:在看|赞|星标|三连).{0,4}",
        re.IGNORECASE,
    ),
    "editor": LazyPattern(
        r"[（(\[【]?[ 　]*(?:本文|本期|文章)?(?:责任|值班|网络|执行|版面|美术)?(?:编辑|编审|校对"
        r"|审核|监制|责编|主编)[ 　]*[:：|丨/][ 　]*[^，。；！？\n]{1,24}[）)\]】]?"
    ),
    "notice": LazyPattern(
        r"[【\[（(*]*(?:(?:版权|免责|特别|郑重|重要)?声明|版权说明)[】\])）]*\s*[:：].{0,110}|(?:如需)?转载[，,]?请(?:注明|联系).{0,50}"
        r"|[（(【]?本文(?:来源|转载自|转自|摘自|原载|首发|系|仅代表|版权).{0,60}"
    ),
    "end_mark": LazyPattern(r"[（(【\[—-]*\s*(?:全文完|本文完|完|END|end|The End)\s*[）)】\]—-]*"),
}
"""Kind of line and the pattern its stripped text matches as a whole."""

SURELY_OUTSIDE: Final = frozenset(("image_placeholder", "related_links", "page_control", "editor"))
"""Kinds that never belong to the text itself; the others are furniture only where articles meet or end."""


TIME: Final = LazyPattern(r"^\[?\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\]?\s*")
"""The day and the clock an entry of a log begins with."""
_NUMBERED: Final = LazyPattern(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节编篇部分]+|[一二三四五六七八九十\d]{1,3}[、.．]?|[（(].{1,3}[）)])\t"
)


def names(line: str) -> bool:
    """Tell whether a line below a page's button is the title and not another button or a sentence."""
    return len(_MARKS.sub("", line)) > _WORD and line[-1] not in "。；，：:" and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Tell whether a line is a whole sentence, or several, and no title."""
    return len(line) > _LONG and bool(_SENTENCE.search(line))


def is_record(line: str) -> bool:
    """Tell whether a line is the first row of a table or an entry of a log, and no title."""
    return bool(TIME.match(line)) or ("\t" in line and not _NUMBERED.match(line))
