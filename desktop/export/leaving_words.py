"""What leaves with an export, said before it does."""

from __future__ import annotations

from typing import Final

from corpus.language import translate as _
from corpus.language.fields import field_name
from corpus.language.phrases import listed, titled, with_file
from corpus.library.reports.leaving import Leaving

MOST_NAMED: Final = 2
"""Articles whose missing fields are told; the others are counted."""


def told_of(found: Leaving, *, handout: bool) -> str:
    """Return what goes along and what stays, line by line."""
    counts = (
        (found.quotations, _("引文 {n} 条", n=found.quotations)),
        (found.notes, _("批注 {n} 条", n=found.notes)),
        (found.figures, _("数据 {n} 条", n=found.figures)),
        (found.words, _("自己的话 {n} 段", n=found.words)),
        (found.references, _("参考文献 {n} 条", n=found.references)),
    )
    what = _("带走：{what}", what=listed(words for count, words in counts if count))
    lines = [f"{what} · {_('署名：{name}', name=found.author) if found.author else _('不署名')}"]
    if handout:
        lines.append(_("不带：位置链接、文件路径、私人批注（{n} 条）", n=found.private))
    doubtful = (
        (found.lost, _("有 {n} 条引文在原文里已找不到", n=found.lost)),
        (found.unconfirmed, _("有 {n} 条数据还没有核实", n=found.unconfirmed)),
    )
    if any(count for count, _words in doubtful):
        lines.append(" · ".join(words for count, words in doubtful if count))
    for one in found.missing[:MOST_NAMED]:
        name, fields = with_file(titled(one.title), one.file), listed(map(field_name, one.fields))
        lines.append(_("{title}：缺少{fields}", title=name, fields=fields))
    if len(found.missing) > MOST_NAMED:
        lines.append(_("另有 {n} 篇著录不全", n=len(found.missing) - MOST_NAMED))
    return "\n".join(lines)
