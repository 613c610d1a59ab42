"""Who signed a text right below its title: names alone, several of them, with what they are or where they work."""

from __future__ import annotations

from typing import Final

from corpus.records.lines.byline_forms import COLUMN, SITE
from corpus.records.lines.names import is_body, is_family_name, without_padding
from index.lazy_pattern import LazyPattern

_AROUND: Final = " 　\t□■●◎○▲△◆◇★☆⊙▌▍▪•*※—–-（()）【】[]「」〔〕"
_BESIDE: Final = LazyPattern(r"[（(\[][^（）()\[\]]*[）)\]]")
_PARTS: Final = LazyPattern(r"[\s　]*[、，,;；/／|｜丨&＆]+[\s　]*|[\s　]+(?:和|与|及)[\s　]+|[\s　]+")
_OFFICE: Final = LazyPattern(
    r"[\u3400-\u9fff]{0,24}(?:教授|副教授|讲师|研究员|助理研究员|博士后?|博士生|硕士生?|研究生|分析师|主任|所长|院长|主编|律师|工程师"
    r"|顾问|专家|创始人|合伙人|总监|经理|会长|秘书长|学者|作家|专栏作家|专栏作者|评论员|撰稿人|主笔|记者|董事长|总裁)"
)
_SAYS_SO: Final = LazyPattern(
    r"文|著|撰|撰文|原创|专栏|独家|特稿|[\u3400-\u9fff]{0,4}报道|[图摄]/文|图文|文图"
)
_WEEKDAY: Final = LazyPattern(r"周[一二三四五六日天末]")
_MOST_NAMES: Final = 5
_LONGEST: Final = 50


def signed_people(line: str) -> list[str]:
    """Return the people a line names and nothing else but their offices and bodies; empty for any other line."""
    if len(line) > _LONGEST or line[-1:] in "。！？?!…：:":
        return []
    bare = without_padding(_BESIDE.sub(" ", line).strip(_AROUND) or line.strip(_AROUND))
    names: list[str] = []
    for part in filter(None, (one.strip(_AROUND) for one in _PARTS.split(bare))):
        if _SAYS_SO.fullmatch(part):
            continue
        if is_family_name(part) and not any(form.fullmatch(part) for form in (SITE, COLUMN, _WEEKDAY)):
            names.append(part)
        elif not (_OFFICE.fullmatch(part) or is_body(part)):
            return []
    return names if len(names) <= _MOST_NAMES else []
