"""Who a figure is attributed to: 据…统计, …数据显示, …预计, 数据来源：…"""

from __future__ import annotations

import re

from index.lazy_pattern import LazyPattern

_PATTERNS = (
    (
        ("据", "按"),
        LazyPattern(r"(?:根据|(?<![数证依占收根票])据|按照|(?<!不)按)(?P<s>[^，,；;。：:\d]{2,40}?)(?:此前|最新|的)?(?:发布的?)?(?P<d>《[^》]{1,80}》)?(?:数据|统计|测算|估算|预测|预计|披露|报道|调查|分析|发布|口径)"),
    ),
    (
        ("显示", "表明", "指出"),
        LazyPattern(r"(?P<s>[^，,；;。：:\s]{2,40}?(?:《[^》]{1,80}》)?)(?:的)?(?:数据|统计|调查|报告|研究|结果)?(?:还|也)?(?:显示(?![等屏器面、])|表明(?!(?:态度|立场|决心|身份|观点))|指出(?!(?:了|[^，。；：]{0,4})(?:目标|方向|道路|出路|路径|问题|不足|原因)))"),
    ),
    (
        ("预计", "预测", "估计", "估算"),
        LazyPattern(r"(?P<s>[一-鿿A-Za-z]{2,20}(?:院|部|局|会|公司|机构|咨询|协会|中心|委|集团|银行|证券|《[^》]{1,80}》))(?:发布的?(?P<d>《[^》]{1,80}》))?(?:预计|预测|估计|估算)"),
    ),
    (
        ("统计，", "测算，", "统计,", "测算,"),
        LazyPattern(r"(?:^|(?<=[，,。；;]))(?P<s>[一-鿿A-Za-z]{2,16}(?:院|(?<!内)部|局|厅|(?<!大)会|司|机构|协会|中心|委))(?:最新|初步)?(?:统计|测算)(?=[，,])"),
    ),
    (
        ("公布，", "发布，", "通报，"),
        LazyPattern(r"(?:^|(?<=[，。；]))(?P<s>[一-鿿]{2,16}?(?:部门|局|部|署|委|厅|办|协会|学会|中心|研究院))(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|今日|昨日|近日|日前|今天|昨天)(?:最新|正式|对外|联合)?(?:公布|发布|通报)，"),
    ),
    (
        ("》",),
        LazyPattern(r"(?P<d>《[^》]{2,60}》)[^，,。；;]{0,6}(?:显示|预计|预测|指出|估计|称|记载|认为|披露)"),
    ),
    (
        ("》",),
        LazyPattern(r"(?:据|根据|按照|按|摘自|援引|引自|引用)(?:[^，,。；;《]{0,10})(?P<d>《[^》]{2,60}》)(?:一文|一书|的)?[^，,。；;]{0,6}[，,]"),
    ),
    (
        ("来源",),
        LazyPattern(r"(?:数据|资料)来源[:：]\s*(?P<s>[^，,；;。\s（(）)、]{2,30}?)(?:整理|梳理|[（(，,。；;\n]|$)"),
    ),
)  # fmt: skip
"""Each with words of which one must stand in a sentence it finds something in: most sentences have none."""
_NOISE = LazyPattern(
    r"^(?:据|根据|截至[^，,]*|此前|另据|最新|该|这一?|上述|有关|相关|以上|数据|统计|调查|报告|研究|结果|预计|预测|的|了解|悉|此)+|(?:发布|公布|的|最新|此前|官方|有关|联合|共同)+$"
)


def attributed_source(sentence: str) -> str:
    """Return the source a sentence names for its figures, empty where it names none."""
    for words, pattern in _PATTERNS:
        match = pattern.search(sentence) if any(word in sentence for word in words) else None
        if not match:
            continue
        groups = match.groupdict()
        told = (groups.get("s") or "").strip()
        name = _NOISE.sub("", told.rpartition("根据")[2] or told).strip(' “”"')
        title = groups.get("d") or ""
        if name + title and not re.fullmatch(r"[\d年月日]*", name + title):
            return name + title if title not in name else name
    return ""
