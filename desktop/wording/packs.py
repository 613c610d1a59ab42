"""The words of packs: what one is worth, and what a file would change."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.library.intake.packs.pack_files import PackChange
from corpus.packs.label import PackLabel


def pack_line(label: PackLabel) -> str:
    """Return what a pack is worth, on one line."""
    parts = [
        _("截至 {date}", date=label.as_of) if label.as_of else "",
        _("{n} 篇文章", n=label.articles),
        _(
            "{n} 条数据：直接陈述 {first}、转引 {quoted}、推算 {inferred}",
            n=label.figures, first=label.first_hand, quoted=label.quoted, inferred=label.inferred,
        ),
        _("{n} 处矛盾，{open} 处未决", n=label.conflicts, open=label.open_conflicts) if label.conflicts else "",
        _("核对：{name}", name=label.checked_by) if label.checked_by else _("未注明由谁核对"),
        label.licence,
    ]  # fmt: skip
    return " · ".join(part for part in parts if part)


def pack_change_line(change: PackChange) -> str:
    """Return what installing a file would change."""
    if change.before == "":
        return _("“{title}”：新装 {n} 篇文章、{m} 条数据。", title=change.label.title, n=len(change.added),
                 m=change.label.figures)  # fmt: skip
    if not (
        change.added or change.changed or change.removed or change.figures_added or change.figures_removed
    ):
        return _("“{title}”已经是这一版，没有要改的。", title=change.label.title)
    return _(
        "“{title}”从 {before} 更新到 {after}：新增 {added} 篇，改动 {changed} 篇，移除 {removed} 篇；"
        "数据增 {more}、减 {fewer}。你的批注和核实过的数据不受影响。",
        title=change.label.title, before=change.before, after=change.label.version, added=len(change.added),
        changed=len(change.changed), removed=len(change.removed), more=change.figures_added,
        fewer=change.figures_removed,
    )  # fmt: skip
