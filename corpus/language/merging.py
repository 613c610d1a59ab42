"""The words a merge writes into the library, and the sentences in which what came of it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.language.catalogue import translate


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_SHOWN: Final = 40

_PARTS: Final = {
    "notes": _("批注"), "drafts": _("文稿"), "articles": _("文章"), "records": _("题录字段"), "decisions": _("裁定"),
    "facts": _("自己记下的数据"), "tags": _("标签"), "collections": _("课题"), "words": _("词条"),
    "searches": _("保存的检索"), "pictures": _("图片"),
}  # fmt: skip

_KINDS: Final = {
    "note": _("批注"), "draft": _("文稿"), "article": _("文章"), "deleted": _("一边删除、一边改过，已留下"),
    "repair": _("修复"), "figure": _("数据"), "fact": _("自己记下的数据"), "record": _("题录"), "context": _("背景"),
    "pages": _("页码"), "verdict": _("裁定"), "correction": _("用户更正"), "company": _("企业名称"),
    "trend": _("趋势分类"),
}  # fmt: skip


def merge_words() -> dict[str, Any]:
    """Return the fields of ``MergeWords`` in the reader's language."""
    return {
        "tag": translate(_("合并时两份不同")),
        "title": translate(_("{title}（另一份）"), title="{title}"),
        "heading": translate(_("与“{path}”合并时两份不同，这里保留了原有的："), path="{path}"),
        "line": translate(
            _("{what} {title}：这里是“{ours}”，那里是“{theirs}”"),
            what="{what}", title="{title}", ours="{ours}", theirs="{theirs}",
        ),
        "kinds": {key: translate(name) for key, name in _KINDS.items()},
    }  # fmt: skip


def merge_lines(report: Mapping[str, Any]) -> list[str]:
    """Return what came of a merge (its report as JSON) in sentences."""
    lines = [_part(key, tally) for key, tally in report["parts"].items() if any(tally.values())]
    if not lines and not report["apart"]:
        lines = [translate(_("两份文库没有不同，什么也没有改。"))]
    lines += [_apart(one) for one in report["apart"]]
    lines += [translate(_("没有找到原件或资料包：{name}"), name=one) for one in report["missing"]]
    unread = _("磁盘读不出原件，没有并入：{name}（检查磁盘后再合并一次就补上）")
    lines += [translate(unread, name=one) for one in report.get("unread", ())]
    if report["copy"]:
        lines.append(translate(_("合并前的数据库留在“{path}”，要退回请恢复它。"), path=report["copy"]))
    if report["put_away"]:
        lines.append(translate(_("合并过的副本已移到“{path}”。"), path=report["put_away"]))
    return lines


def _part(key: str, tally: Mapping[str, int]) -> str:
    told: Sequence[tuple[str, str]] = (
        ("added", _("新增 {n}")), ("changed", _("更新 {n}")), ("removed", _("删除 {n}")),
        ("left_out", _("已删不收 {n}")),
    )  # fmt: skip
    counts = " · ".join(translate(text, n=tally[name]) for name, text in told if tally[name])
    return translate(_("{part}：{counts}"), part=translate(_PARTS[key]), counts=counts)


def _apart(one: Mapping[str, str]) -> str:
    kind = translate(_KINDS.get(one["kind"], one["kind"]))
    if one["kind"] == "deleted":
        return f"{kind} · {_short(one['title'])}"
    if one["kind"] == "article":
        return translate(_("两份都留下 · 文章《{title}》的文字两边不同"), title=_short(one["title"]))
    return translate(
        _("两份都留下 · {kind}：这里“{ours}” ≠ 那里“{theirs}”"),
        kind=kind, ours=_short(one["ours"]) or "–", theirs=_short(one["theirs"]) or "–",
    )  # fmt: skip


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
