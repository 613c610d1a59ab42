"""The words a report is printed with: given by the caller in the reader's language, Chinese unless told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReportLabels:
    """Headings, column names and joining marks of a report, as data; nothing here is translated."""

    about: str = "说明"
    source: str = "出处"
    note: str = "批注"
    loose_note: str = "笔记"
    tags: str = "标签"
    figures: str = "相关数据"
    references: str = "参考文献"
    sentences: str = "原句"
    caveats: str = "口径说明"
    conflicts: str = "有出入之处"
    unconfirmed: str = "待核实"
    data: str = "数据"
    open_place: str = "在引得中打开"
    number: str = "序号"
    metric: str = "指标"
    subject: str = "对象"
    region: str = "地区"
    period: str = "时期"
    timeless: str = "不分时期"
    value: str = "数值"
    unit: str = "单位"
    change: str = "增速"
    year: str = "年份"
    qualifier: str = "限定词"
    low: str = "下限"
    high: str = "上限"
    base_unit: str = "折算单位"
    change_unit: str = "增速单位"
    basis: str = "比较基准"
    page: str = "页码"
    cell: str = "表格位置"
    inherited: str = "推自文献"
    confidence: str = "可信度"
    start: str = "起"
    end: str = "止"
    kind: str = "口径"
    attributed: str = "数据出处"
    sentence: str = "原句"
    article: str = "文章"
    as_of: str = "资料截至"
    status: str = "状态"
    base_value: str = "折算值"
    citation: str = "引文著录"
    quote: str = "引文"
    colour: str = "颜色"
    conflict: str = "有出入"
    caveat: str = "说明"
    table: str = "表"
    continued: str = "（续）"
    drawing: str = "图"
    contents: str = "目录"
    left: str = "左文"
    key: str = "关键词"
    right: str = "右文"
    chapter: str = "章节"
    place: str = "位置"
    link: str = "链接"
    state: str = "批注状态"
    created: str = "日期"
    changed: str = "原文已改动"
    was: str = "原引文"
    lost: str = "待定位"
    lost_told: str = "现有原文中找不到这句话"
    sign: str = "注{n}"
    left_out: str = "未列入（缺地区或时期，或口径、单位不同）：{names}。"
    more_sources: str = "{names}等 {n} 种"
    more_left_out: str = "未列入（缺地区或时期，或口径、单位不同）：{names}等 {n} 条。"
    filters: str = "显示"
    further: str = "等"
    measured: str = "（{unit}）"
    comma: str = "、"
    aside: str = "{text}（{aside}）"
    semicolon: str = "；"
    colon: str = "："
    titles: Mapping[str, str] = field(default_factory=dict)
    """Names of kinds (actual …), states (extracted …) and colours (yellow …), by their keys."""

    def name(self, key: str) -> str:
        """Return the printed name of a kind, state or colour; the key itself where none is given."""
        return self.titles.get(key, CHINESE_NAMES.get(key, key))


CHINESE_NAMES: Mapping[str, str] = {
    "actual": "实际值", "forecast": "预测值", "estimate": "估算值", "share": "占比", "growth": "增速",
    "monthly": "环比", "rank": "排名", "anecdote": "轶事",
    "inferred": "推断", "extracted": "待核实", "confirmed": "已核实", "edited": "已修改", "rejected": "已排除",
    "yellow": "重点", "red": "疑问", "green": "论据", "blue": "定义", "purple": "观点", "magenta": "方法",
    "orange": "数据", "grey": "待查",
    "placed": "已定位", "approximate": "大致定位，请核对", "orphan": "待定位",
    "audit:title": "引文与数据核对",
    "audit:nothing": "没有引文和数据可以核对。",
    "audit:kind": "类别",
    "audit:paper": "稿中",
    "audit:library": "库中",
    "audit:quotation": "引文",
    "audit:figure": "数据",
    "audit:same": "原文如此",
    "audit:changed": "与原文有出入",
    "audit:cut": "有删节",
    "audit:not_found": "库中未见",
    "audit:contradicted": "另有出处说法不同",
    "audit:unconfirmed": "待核实",
    "audit:misattributed": "出处不符",
    "audit:named": "稿中注作：{source}",
    "audit:claimed": "稿中所注的《{title}》也在库中",
    "audit:page": "原文在第 {page} 页",
    "review:number": "序号",
    "review:author": "作者",
    "review:year": "年份",
    "review:title": "题名",
    "review:topic": "主题",
    "review:method": "方法/数据",
    "review:conclusion": "主要结论",
    "review:caption": "所读文献",
    "review:quote": "可引原句",
    "review:opinion": "我的评价",
}  # fmt: skip
"""Chinese names of kinds, states and colours."""
