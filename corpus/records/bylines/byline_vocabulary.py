"""The words a byline is made of: what people did, what stands beside names and days and says nothing of the text."""

from __future__ import annotations

from typing import Final

from corpus.text.geography import FOREIGN_COUNTRIES
from index.lazy_pattern import LazyPattern

_DESK: Final = (
    r"(?:本[报网刊台版期]|[\u3400-\u9fff]{1,6}?(?:报|网|社|台|周刊|客户端)|特约|特派|首席|见习|实习|资深|全媒体|融媒体?"
    r"|新媒体|新闻|驻[\u3400-\u9fff]{2,3})*"
)
_WRITES: Final = (
    r"(?:(?:摄影)?记者|通讯员|实习生|评论员|特约撰稿人?|撰稿人?|撰文|作者|采写|执笔|文案|文字|主笔|采访整理|采访|整理|图文|文图|摄影并文|文并摄|专栏作[家者]|署名(?:文章)?"
    r"|[图摄][/／、]文|文[/／、+][图摄]|文|写作|编写|编译|著|撰|(?:口述|讲述)(?:人|者)?)"
)
_HELPS: Final = (
    r"(?:(?:责任|执行|值班|本版|本期|实习|新媒体|视觉|文字|美术|图片|栏目|运营|网络)*编辑|责编|美编|网编|编审|校对|校审"
    r"|审[核校签读稿]|摄像|[初复终一二三]审|摄影|摄|图片?|制图|绘图|设计|视觉|插[画图]|版式|排版|组版|监制|统筹|策划"
    r"|总?主?编辑?|签发|视频|音频|剪辑|主播|播音|朗读|供图|受访者?|嘉宾|主持人?|记录人?|出品人|制作|运营|数据|校|编"
    r"|值班(?:主任|总编|编委)|[总副]编辑|总监制|实习编辑|录入|发布人)"
)
_TRANSLATES: Final = r"(?:翻译|译者|译文|中译|译)"
ROLE: Final = LazyPattern(rf"{_DESK}(?P<writes>{_WRITES})|(?P<translates>{_TRANSLATES})|(?P<helps>{_HELPS})")
"""A word that says what those did whose names stand beside it."""
COUNTRY: Final = (
    r"(?:前?苏联?|古?希腊|[英美法德日韩俄意加澳印西葡荷瑞比奥波匈捷土以埃巴阿墨智古挪丹芬冰爱泰越秘新]"
    rf"|{'|'.join(FOREIGN_COUNTRIES)})"
)
"""Where writers are from, as it stands in brackets before their names."""
_DOES: Final = r"(?:著|撰|撰文|采写|编译|口述|整理|译|翻译|校|校译|供稿|供图|摄影|绘)"
_ONE: Final = rf"(?:[\[（(【〔［]{COUNTRY}[\]）)】〕］][\s　]*)?[\u3400-\u9fff·•]{{2,20}}"
_NAMES: Final = rf"{_ONE}(?:[、\s　]+{_ONE}){{0,2}}?"
BEHIND: Final = LazyPattern(rf"(?P<name>{_NAMES})[\s　]+(?P<role>{_DOES})(?=$|[\s　，,；;])")
"""Names and behind them, a blank between, what they did: 和声　译."""
ALL_BEHIND: Final = LazyPattern(rf"(?:{_NAMES}[\s　]+{_DOES}(?:[\s　，,；;/／]+|$))+")
"""A line of nothing but such names."""
NAMES_FIRST: Final = LazyPattern(
    r"(?:^|(?<=[\s　，,、；;]))(?P<name>[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+)"
    rf"[\s　]?[/／][\s　]?(?P<role>{_WRITES}|{_TRANSLATES}|{_HELPS})(?=$|[\s　，,、；;])"
)
"""A name before what it did: 某人/口述."""
GLUED: Final = LazyPattern(
    rf"(?P<role>{_DESK}{_WRITES})(?P<name>[\u3400-\u9fff]{{2,4}}?)(?:报道|综合报道|摄影报道|文)?"
)
"""A role and a name with nothing between them: 记者某某."""
FOREIGNER: Final = LazyPattern(
    rf"[\[（(【〔［]{COUNTRY}[\]）)】〕］][\s　]*(?P<name>[\u3400-\u9fff]{{1,8}}(?:[·•・][\u3400-\u9fffA-Z.]{{1,10}})*)"
)
"""A name behind the country in brackets, as only a foreigner's stands."""
NO_WORD: Final = LazyPattern(
    r"(?:本[报网刊台]|早报|晚报|日报|商报|时报)?讯|本[报网刊台]|电|报道|综合报道|综合|摄影报道|摄影|整理|原创|关注|＋关注|\+关注"
    r"|已关注|全文|发自\S{2,6}|从\S{2,6}报道|[\u3400-\u9fff]{2,4}报道|分享|分享到|收听|听全文|听新闻|朗读|举报|纠错"
    r"|我要纠错|投诉|打印本页|关闭窗口|复制链接|微信|微博|评论|下载|返回|保存"
    r"|打印|收藏|关闭|大|中|小|默认|字[号体]|首发|独家|据\S{2,12}报道|[AP]M|[ap]m|GMT|UTC|上午|下午|等|并|与|和"
)
"""Words beside a byline that say nothing of the text."""
PUBLISHED: Final = LazyPattern(
    r"(?:发布|发表|刊发|刊登|刊载|发稿|刊于|写于|作于|发布于|发表于|编辑于|首发于|时间|日期|发布时间|发布日期|发稿时间"
    r"|上传|上传于|添加时间|录入时间|发帖时间|发表时间|发表日期)"
)
NAMED_MEDIUM: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,10}(?:官网|官微|门户|网站|公众号|官方微信|视频号)"
    r"|[\u3400-\u9fff]{2,6}(?:观察|评论|财经|笔记|智库|视界|周报|参考|商业|经济|日知)"
)
"""What a medium may be called beside a day, where nothing else says that it is one."""
CHANGED: Final = LazyPattern(
    r"(?:最后|最近)?(?:更新|修改|修订|收稿|施行|实施|生效|采访|访问)(?:时间|日期|于)?"
    r"|(?:最后|最近)编辑(?:时间|日期|于)?|编辑(?:时间|日期)"
)
CHANGED_THEN: Final = LazyPattern(r"[\s　]*(?:最后)?(?:更新|修改|修订|编辑过)")
TAKEN: Final = LazyPattern(
    r"(?:本文|文章|原文|内容|稿件|信息|新闻)?(?:摘自|选自|原载|原刊|载于|原载于|刊载于|转自|转载自|来源|来源于|出处"
    r"|出品|据|稿源)"
)
SENT_IN: Final = LazyPattern(r"供稿(?:单位|人)?|来稿|投稿")
"""What stands beside who sent a text in: a person, a body or a part of one."""
COUNTS: Final = LazyPattern(
    r"(?:浏览|阅读|点击|访问|评论|点赞|收藏|转发|回复|人气|热度|跟帖|留言)(?:次数|量|数)?[\s　]*[:：]?"
    r"[\s　]*[（(]?[\d,.]+[\s　]*[万wWkK]?\+?[）)]?[\s　]*次?"
    r"|(?<![\d:：])[\d,.]+[\s　]*[万wWkK]?\+?[\s　]*(?:次|人|条)?(?:阅读|浏览|评论|点赞|点击|跟贴|跟帖|回复|播放|观看)"
    r"|总?第[\s　]*\d+[\s　]*期|字[号体][\s　:：]*(?:[\[【（(]?[大中小][\]】）)]?[\s　|｜]*)+"
    r"|https?://[^\s　\u3400-\u9fff]+|www\.[^\s　\u3400-\u9fff]+"
    r"|[（(]?IP[\s　]*属地[\s　:：]*[\u3400-\u9fff]{2,4}[）)]?"
)
"""What a page counts beside a byline, and addresses."""
