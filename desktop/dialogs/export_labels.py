"""The words a report is printed with, in the language spoken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language import current_language, translate


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_LABELS: Final[Mapping[str, str]] = {
    "about": _("说明"), "source": _("出处"), "note": _("批注"), "tags": _("标签"), "figures": _("相关数据"),
    "references": _("参考文献"), "sentences": _("原句"), "caveats": _("口径说明"), "conflicts": _("有出入之处"),
    "unconfirmed": _("待核实"), "data": _("数据"), "open_place": _("在引得中打开"), "number": _("序号"),
    "metric": _("指标"), "subject": _("对象"), "region": _("地区"), "period": _("时期"), "value": _("数值"),
    "unit": _("单位"), "change": _("增速"), "kind": _("口径"), "attributed": _("数据出处"),
    "sentence": _("原句"), "article": _("文章"), "as_of": _("资料截至"), "status": _("状态"),
    "base_value": _("折算值"), "citation": _("引文著录"), "conflict": _("有出入"), "caveat": _("说明"),
}  # fmt: skip


def printed_labels() -> dict[str, str]:
    """Return the labels that differ from the report's own, which are Chinese; none when Chinese is spoken."""
    if current_language() == "zh":
        return {}
    return {key: translate(text) for key, text in _LABELS.items()} | {"comma": ", ", "colon": ": "}
