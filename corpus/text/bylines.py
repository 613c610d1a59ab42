"""Lines that say who wrote a text, where it stood and when: what stands under the title of an article."""

from __future__ import annotations

from typing import Final

from corpus.text.characters import HAN
from index.lazy_pattern import LazyPattern

_DATE: Final = (
    r"[12]\d{3}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?"
    r"(?:[ 　T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_LABEL: Final = (
    r"(?:来源|出处|作者|撰文|供稿|文字|编译|译者|记者|通讯员|发布者|发布人|编辑|责任编辑"
    r"|发布时间|发布日期|发表时间|更新时间|时间|日期|浏览|阅读)"
)
_NAME: Final = rf"[{HAN}A-Za-z·.]{{2,12}}"
_BYLINES: Final = LazyPattern(
    rf"[（(【\[]?\s*(?:{_LABEL}\s*[:：/|丨｜][^。！？]{{0,60}}|文\s*[/|丨｜:：]\s*{_NAME}(?:[ 　、|]+{_NAME}){{0,3}}"
    rf"|(?:[^。，！？；]{{0,20}}[ 　|/]+)?(?:{_DATE})(?:[ 　|/]*[^。，！？；]{{0,30}})?"
    rf"|(?:□|■|●|◎|本报|本刊|本网|新华社)?\s*(?:特约|首席|见习|实习)?(?:记者|通讯员)[ 　:：]*{_NAME}"
    rf"(?:[ 　、]+(?:通讯员|记者)?[ 　]*{_NAME}){{0,4}}(?:[ 　]*(?:报道|摄|文|文/图))?)\s*[）)】\]]?"
)
_NAMES: Final = LazyPattern(rf"[{HAN}]{{2,4}}(?:[ 　、]+[{HAN}]{{2,4}}){{0,3}}")
_LONGEST: Final = 70
_PAPER: Final = rf"(?:本报|本网|本刊|新华社|[{HAN}A-Za-z]{{2,16}}?)?"
_REPORTER: Final = (
    rf"{_PAPER}(?:特约|首席|见习|实习|资深|全媒体|融媒体?|新媒体|新闻)*(?:记者|通讯员)[ 　:：]*[{HAN}]{{2,4}}"
    rf"(?:[ 　、]+[{HAN}]{{2,4}}){{0,3}}[ 　]*(?:摄影?|供图)"
)
_CREDIT: Final = LazyPattern(
    rf"(?:^|[。.，,；;：:\s　]+)[（(]?(?:{_REPORTER}|[{HAN}]{{2,4}}[ 　]+(?:摄|供图))[）)]?$"
)
_PHOTOGRAPHED: Final = LazyPattern(
    r"(?:现场|画面|资料图片?|图片)$|^(?:图为|图[:：]|上图|下图|左图|右图|这是)"
)


def is_byline(line: str) -> bool:
    """Tell whether ``line`` (stripped) names the source, the author or the day of a text, and says nothing else."""
    return len(line) <= _LONGEST and _BYLINES.fullmatch(line) is not None


def without_photographer(line: str) -> str:
    """Return a line without who took a picture at its end; nothing of a line that only tells of a picture."""
    credit = _CREDIT.search(line)
    if credit is None:
        return line
    told = line[: credit.start()].strip()
    return "" if _PHOTOGRAPHED.search(told) else told


def may_be_names(line: str) -> bool:
    """Tell whether ``line`` (stripped) could be nothing but one to four names."""
    return len(line) <= 20 and _NAMES.fullmatch(line) is not None
