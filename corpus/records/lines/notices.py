"""Lines of a page that its author did not write: crumbs, buttons, notices, numbers of an official table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.text.page_lines import ABOVE_TITLE, FILE_NAME
from index.lazy_pattern import LazyPattern

ORIGINAL: Final = LazyPattern(
    r"^(?:原创|Original)[\s:：]*(?P<names>\S.*?)[\s　]+(?P<account>\S+)[\s　]+"
    r"(?P<date>\d{4}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日))"
)
_SHEET_NAME: Final = LazyPattern(
    r"(?:[A-Z]?\d{1,3}\s*版?|第[\d一二三四五六七八九十]{1,3}版)[\s　·|｜:：/]*[\u3400-\u9fff]{2,6}"
)
_CRUMBS: Final = LazyPattern(
    r"^(?:首页|主页|当前位置|[您你]的位置|您现在的位置|您当前的位置|所在位置)|^[^>»›/]{1,12}\s*(?:>>|[>»›])\s*[^>»›]{1,12}\s*[>»›]"
    r"|^[^>»›/，。]{2,8}\s*(?:[>»›]|>>)\s*[^>»›，。？！]{2,6}$"
)
_NOISE: Final = LazyPattern(
    r"^(?:(?:打开|点击|下载)\S{0,6}(?:APP|app|App|客户端)\S{0,8}$|(?:下载|返回|关闭|上一篇|下一篇|登录|注册|听新闻"
    r"|[\W\d_]+)$"
    r"|(?:广告|推广|赞助(?:内容)?|AD)$|今天是|欢迎(?:访问|光临|来到|进入|浏览)|分享|打印|【?字体|字号|收藏|扫码|扫一扫|长按|点击.{0,16}(?:蓝字|关注|订阅|收听)|关注我们|请务必阅读|敬请参阅"
    r"|[^，。]{0,12}(?:免责声明|免责条款)|(?:图片新闻|图说"
    r"|图片报道|本版导读|今日导读)$|.{0,12}星标"
    r"|全文约?共?|约?\d+字|本文(?:共|约)|阅读需|预计阅读|无标题文档|编者按|以下文章来源于|本文(?:首发|原载|原刊|刊载|刊|载|选自|摘自)于?《"
    r"|原标题[\s　]*[:：《]"
    r"|(?:政府)?信息公开(?:目录|指南|专栏)?$|内部资料|注意保存|\d+条评论"
    r"|[\[【（(]?(?:新闻稿|新闻通稿|媒体通稿|通稿|(?:供)?(?:即时|立即)发[布稿])[\]】）)]?$"
    r"|[\u3400-\u9fff]{2,16}(?:门户网站|官方网站|政务网|新闻稿|新闻通稿)$|(?:政府)?新[闻聞]公[报報]$"
    r"|(?:(?:[上下]一[版篇期页条]|放大|缩小|默认|返回\S{0,4}|目录|打印|收藏|分享|去阅读|关闭"
    r"|登录|注册|首页|搜索|投稿|客户端|手机版|无障碍|繁体|English)[\s　|｜/·]*){2,}$"
    r"|目[\s　]*录$|\S.{1,40}?[\s　]*(?:…{2,}|\.{4,}|·{4,})[\s　]*\d{1,4}$"
    r"|第[\s　]*\d{1,4}[\s　]*页[\s　]*[/／,，]?[\s　]*共[\s　]*\d{1,4}[\s　]*页$"
    r"|附件[\s　]*\d{0,2}[:：]?$|[（(]?[上下][接转]第?[\s　]*[A-Z]?\d{1,2}[\s　]*版[）)]?$|(?:版面|标题)导航$|(?:©"
    r"|版权所有)[\s　]*(?:©[\s　]*)?(?:19|20)\d{2})"
)
NUMBERS: Final = LazyPattern(
    r"^(?:机密等级|保密等级|密级程度|紧急程度|缓急程度|份号|索引号|信息索引号|公开方式|公开类别|主题分类|主题词|主题类别|体裁分类|文章编号|中图分类号|分类号|学校代码"
    r"|单位代码|密级"
    r"|文献标识码|文献标志码"
    r"|CN(?=[\s　]*\d)|课题编号|项目编号|ISBN|ISSN|ICS|CCS|UDC|DOI|doi|关键词|来稿日期|有效性|生效日期"
    r"|时效性|效力级别|公开属性|文件状态|废止日期|失效日期|公开形式|信息分类|信息类别|所属主题|服务对象|公开时限|公开范围|载体类型|记录形式)"
    r"[\s　]*[:：\d]"
)
_SPREAD_LABEL: Final = LazyPattern(r"^(?:[\u3400-\u9fff]{1,2}[ 　]+){1,4}[\u3400-\u9fff]{1,2}[ 　]*(?=[:：])")
_MENU: Final = LazyPattern(
    r"\S*首页(?:[\s　]+\S{2,5}){3,}|(?:\S{2,6}[\s　]+){3,}(?:登录|注册)(?:[\s　]+\S{2,4})*"
)
_WHOLE_ISSUE: Final = LazyPattern(r"[（(]?总?第?\s*\d+\s*期[）)]?|[（(]总第\s*\d+\s*期[）)]")


def without_blanks(line: str) -> str:
    """Return a line whose label is not spread by blanks (标    题：…)."""
    return _SPREAD_LABEL.sub(lambda label: re.sub(r"[ 　]", "", label[0]), line)


@lru_cache(maxsize=256)
def is_notice(line: str) -> bool:
    """Tell whether a line is a button, a notice of the site or one of an official table's numbers."""
    if (
        FILE_NAME.fullmatch(line)
        or ABOVE_TITLE.fullmatch(line)
        or _MENU.fullmatch(line)
        or _WHOLE_ISSUE.fullmatch(line)
        or _SHEET_NAME.fullmatch(line)
    ):
        return True
    return bool(_CRUMBS.search(line) or _NOISE.match(line) or NUMBERS.match(without_blanks(line)))
