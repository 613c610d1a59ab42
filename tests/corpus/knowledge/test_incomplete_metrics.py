"""Metrics that are scraps of a clause: mended where their head is certain, else left out."""

from __future__ import annotations

from corpus.knowledge.statistics import extract_statistics
from corpus.text.sentences import sentences
from tests.lines import every


@every(
    ("text", "metrics"),
    [
        ("会议以赞成票3票审议通过该议案。", ["赞成票"]),
        ("7月5日，因虚增利润119亿元，收到处罚告知书。", ["虚增利润"]),
        ("整体作价暂定为18亿元。", ["整体作价"]),
        ("推进2000个省级重点项目、完成投资9800亿元以上。", ["推进省级重点项目", "省级重点项目投资"]),
        ("青禾集团年产5万吨电解液项目落户云溪。", ["电解液年产能"]),
        ("4.3.2 恶意软件增长率飚至 50%", ["恶意软件增长率"]),
        ("高龄津贴惠及130万老年人。", ["高龄津贴惠及"]),
        ("判令其于10日内退还技术货款11万元。", ["退还技术货款"]),
        ("8所高校14个学科入选名单。", ["入选名单的学科"]),
        ("青溪大学、白石大学等106家单位，联合发布报告。", []),
        ("其中6名股东表示赞成。", []),
        ("包括青溪灌区、白石西线6个工程。", []),
        ("打造40个吸引力强、带动面广的消费场景。", []),
        ("能上市的要求如果其他人是60分。", []),
        ("计划实现首期向青溪核电厂周边70万平方米区域供热。", []),
        ("有序推进，完成置换63万亩。", []),
        ("4个子公司合计中标4.8亿元。", ["中标金额"]),
        ("经司法鉴定，20万元的取款单系伪造。", []),
        ("支付门诊费1237.83元、交通费200元，共计1437.83元。", ["支付门诊费", "交通费"]),
        ("要约收购期间，最终账户共计14657股股份接受要约。", []),
        ("审议关于建设太阳能晶体硅片及100MW组件项目的议案。", []),
        ("甲木集团于2017年4月14日将15%特定股权质押。", []),
        ("青禾公司、蓝山控股、白石投资为一致行动人，分别持有云溪股份22%、19%、17%。", []),
    ],
)
def test_that_a_scrap_of_a_clause_is_no_metric(text: str, metrics: list[str]) -> None:
    assert [one.metric for one in extract_statistics(text, sentences(text))] == metrics
