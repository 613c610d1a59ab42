"""Forms that title pages of reports share: kinds of report, lines in letters, how long a part is."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

REPORT: Final = LazyPattern(
    r"(?:报告|白皮书|蓝皮书|皮书|公报|统计快报|年鉴|研报|手册|深度|综述|指数|洞察|规划|纲要|年报|简报|调查)(?:[（(].{1,12}[）)])?(?:\s*\d{4}(?:年|—\d{4}年?)?(?:版)?)?$"
    r"|深度[:：]|报告(?:全文|摘要)$"
)
KIND_LINE: Final = LazyPattern(
    r"^(?:[\u3400-\u9fff]{0,12}(?:证券研究报告|研究报告|调研报告|调查报告|结题报告|成果要报|研究成果|最终成果|课题|系列报告|专题报告|工作论文)"
    r"|(?:行业|公司|宏观|策略|固收)(?:研究|深度|点评|报告|专题|周报|动态).{0,12})$|^[\u3400-\u9fff]{2,10}行业(?:跟踪|深度|点评|专题|动态|[周月]度?)报告$|^[\u3400-\u9fff]{2,20}规划(?:项目|课题)$|^(?:国家|教育部|省|市).{0,16}(?:项目|课题|规划).{0,10}$"
)
BARE_KIND: Final = LazyPattern(r"[\u3400-\u9fff]{0,4}(?:研究|调研|调查|专题|咨询|智库|决策|内部)报告")
LATIN: Final = LazyPattern(r"(?=.*[A-Za-z]{3})[A-Za-z][A-Za-z\s’',:&.()-]{8,}")
NO_BODY: Final = LazyPattern(
    r"(?:编委会|编辑委员会|编写委员会|编写组|课题组|项目组|专家组|专家委员会|评审委员会)(?:成员|名单)?"
)
"""What a cover calls those who made a report, which is no body's name."""
SHORT_PART: Final = 8
