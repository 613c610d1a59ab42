"""The names of bibliographic fields, of the types of things and of where a value was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language.catalogue import translate
from corpus.text.tongue import tag_of


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is shown."""
    return message


FIELDS: Final[Mapping[str, str]] = {
    "type": _("类型"), "author": _("责任者"), "title": _("题名"), "container-title": _("刊名/来源"),
    "editor": _("编者"), "translator": _("译者"), "publisher": _("出版者"), "publisher-place": _("出版地"),
    "issued": _("日期"), "volume": _("卷"), "issue": _("期"), "page": _("页码"), "edition": _("版次"),
    "number": _("编号"), "event-title": _("会议名称"), "genre": _("学位"), "collection-title": _("丛书"),
    "DOI": "DOI", "URL": _("网址"), "ISBN": "ISBN", "ISSN": "ISSN", "accessed": _("引用日期"),
    "language": _("语种"), "authority": _("颁布机关"), "place": _("地区"), "year": _("年度"), "kind": _("文种"),
    "chapters": _("章节"), "abstract": _("摘要"), "keyword": _("关键词"), "note": _("附注"),
    "original-title": _("并列题名"), "original-author": _("并列责任者"),
    "original-container-title": _("并列刊名"),
    "number-of-pages": _("页数"), "archive": _("收藏处"), "medium": _("载体"), "section": _("版面"),
}  # fmt: skip
"""What each field of CSL, and of the context, is called."""

TYPES: Final[Mapping[str, str]] = {
    "article-journal": _("期刊文章"), "book": _("图书"), "chapter": _("图书章节"), "report": _("报告"),
    "thesis": _("学位论文"), "article-newspaper": _("报纸文章"), "webpage": _("网页"),
    "paper-conference": _("会议论文"), "standard": _("标准"), "legislation": _("法规"), "patent": _("专利"),
    "dataset": _("数据集"), "article-magazine": _("杂志文章"), "post-weblog": _("博客文章"), "post": _("帖子"),
    "speech": _("讲话"), "interview": _("访谈"), "document": _("其他"), "entry-encyclopedia": _("百科条目"),
    "entry-dictionary": _("词典条目"), "manuscript": _("手稿"), "map": _("地图"), "software": _("软件"),
    "article": _("预印本"), "regulation": _("规章"), "periodical": _("期刊（整体）"), "collection": _("档案"),
    "legal_case": _("判例"), "bill": _("议案"), "personal_communication": _("私人通信"),
}  # fmt: skip
"""What each type of CSL is called, the usual ones first."""

PLACES: Final[Mapping[str, str]] = {
    "person": _("手工填写"), "file": _("文件"), "properties": _("文件属性"), "front_matter": _("文首信息"),
    "imprint": _("版权页"), "page": _("网页正文"), "cover": _("封面"), "first_page": _("首页"),
    "json_ld": _("网页数据"), "head": _("开头"), "byline": _("署名行"), "saver": _("保存网页的程序"),
    "html_meta": _("网页信息"), "script": _("网页脚本"), "html_class": _("网页标记"), "html_title": _("网页标题"),
    "reference": _("导入的题录"),
    "name": _("文件名"), "folder": _("文件夹"), "title": _("标题"), "opening": _("开头"), "record": _("著录"),
    "heading": _("章节标题"), "text": _("正文"), "import": _("导入日期"),
}  # fmt: skip
"""What each place a value was read in is called."""

LANGUAGES: Final[Mapping[str, str]] = {
    "zh-CN": _("中文（简体）"), "zh-Hant": _("中文（繁体）"), "zh-TW": _("中文（台湾）"), "zh-HK": _("中文（香港）"),
    "zh": _("中文"),
    "en": _("英文"), "en-US": _("英文（美国）"), "en-GB": _("英文（英国）"), "ja": _("日文"), "ko": _("韩文"),
    "fr": _("法文"), "de": _("德文"), "ru": _("俄文"), "es": _("西班牙文"), "it": _("意大利文"),
    "pt": _("葡萄牙文"), "nl": _("荷兰文"), "uk": _("乌克兰文"), "ar": _("阿拉伯文"), "vi": _("越南文"),
    "th": _("泰文"), "el": _("希腊文"), "he": _("希伯来文"),
}  # fmt: skip
"""What each language is called, by its tag (BCP 47) as a record keeps it."""
_SAME_AS: Final = {"zh-hans": "zh-CN"}
"""Tags of pages that say by the script what another says by the country."""

_KINDS: Final[Mapping[str, str]] = {
    "work_report": _("工作报告"), "communique": _("公报"), "yearbook": _("年鉴"), "company_report": _("公司报告"),
    "research": _("研究报告"), "paper": _("论文"), "interview": _("访谈"), "news": _("新闻"), "": _("未知"),
}  # fmt: skip
_ARTICLE_KINDS: Final = frozenset(
    (_("导读"), _("综述"), _("数据"), _("方法"), _("词汇"), _("专题"), _("案例"), _("企业小传"))
)
"""The kinds the articles of the built-in pack are of; those of other packs stay as they are."""
_TENSES: Final[Mapping[str, str]] = {"past": _("回顾"), "report": _("现状"), "plan": _("计划")}


def field_name(name: str) -> str:
    """Return what a field is called."""
    return translate(FIELDS[name]) if name in FIELDS else name


def field_key(name: str) -> str:
    """Return the field that is called so in the language spoken, or is its own key; else the name as given."""
    return next((key for key in FIELDS if name in (FIELDS[key], translate(FIELDS[key]))), name)


def language_name(tag: str) -> str:
    """Return what a language is called; a tag without a name stays as it is."""
    told = tag.replace("_", "-").casefold()
    known = next((one for one in LANGUAGES if one.casefold() == _SAME_AS.get(told, told).casefold()), "")
    return translate(LANGUAGES[known]) if known else tag


def language_tag(name: str) -> str:
    """Return the tag of a language called so in Chinese or in the language spoken; else the name as given."""
    wanted = name.strip().casefold()
    told = ((tag, (known, translate(known))) for tag, known in LANGUAGES.items())
    return next((tag for tag, names in told if wanted in map(str.casefold, names)), tag_of(name))


def kind_name(kind: str) -> str:
    """Return what a CSL type is called."""
    return translate(TYPES[kind]) if kind in TYPES else kind


def place_name(where: str) -> str:
    """Return what the place a value was read in is called."""
    return translate(PLACES[where]) if where in PLACES else where


def article_kind_name(kind: str) -> str:
    """Return what a kind of article is called: the pack's kinds and types of CSL in the reader's language."""
    return translate(kind) if kind in _ARTICLE_KINDS else kind_name(kind)


def document_kind_name(kind: str) -> str:
    """Return what a sort of document is called (工作报告, 公报 …)."""
    return translate(_KINDS.get(kind, kind)) if kind in _KINDS else kind


def tense_name(tense: str) -> str:
    """Return what the tense of a chapter is called: 回顾, 现状 or 计划."""
    return translate(_TENSES.get(tense, tense))
