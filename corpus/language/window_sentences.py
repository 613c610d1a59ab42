"""What the window says where a command names further commands: there, buttons are the ways on."""

from __future__ import annotations

from typing import Final

from corpus.language.sentences import filled, sentence_of
from corpus.model.caution import Caution
from corpus.model.errors import YindeError


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_SAID: Final = {
    "library_damaged": _(
        "文库“{path}”已损坏，没有写入：可以恢复一份每日备份或备份文件，或把完好的部分救到新文库。"
    ),
    "library_missing": _(
        "文库“{path}”的数据库 library.db 不见了或是空的（还有 {originals} 个原件、{copies} 份每日备份），没有另建新的："
        "可以恢复每日备份或备份文件，或把完好的部分救到新文库。"
    ),
    "library_missing_whole": _(
        "文库“{path}”的数据库 library.db 不见了或是空的（还有 {originals} 个原件，没有可用的每日备份），没有另建新的："
        "可以恢复备份文件，或从原件重建一个新文库。"
    ),
    "unknown_article": _("文库里没有这篇文章（编号 {id}）：它可能已经彻底删除，或在别的文库里。"),
    "unknown_copy": _("没有名为“{id}”的每日备份：它可能已被较新的替换。"),
    "index_failed": _("内容已经保存，但索引没有建成：检索仍然完整，稍后可用“重建索引”再试。"),
    "not_a_library": _(
        "“{path}”不是引得的文库，或已损坏，没有合并：请选文库的文件夹、library.db 的副本或备份文件；"
        "受损的请先打开它，救到新文库。"
    ),
    "unknown_pack": _("文库里没有名为“{id}”的资料包：它可能已经移除。"),
    "twins": _(
        "文库“{path}”里还有 {n} 份别的数据库（{names}），多半是同步软件留下的冲突副本：其中的批注可能这里没有，"
        "可以合并进来，合并前会先备份。"
    ),
}


def window_sentence(error: YindeError | Caution) -> str:
    """Return the sentence for an error or a caution as the window says it."""
    message = _SAID.get(error.kind)
    return sentence_of(error) if message is None else filled(message, error)
