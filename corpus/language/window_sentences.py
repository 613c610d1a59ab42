"""What the window says where a command names further commands: there, buttons are the ways on."""

from __future__ import annotations

from typing import Final

from corpus.language.catalogue import translate
from corpus.language.sentences import sentence_of
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
}


def window_sentence(error: YindeError | Caution) -> str:
    """Return the sentence for an error or a caution as the window says it."""
    message = _SAID.get(error.kind)
    return sentence_of(error) if message is None else translate(message, **error.values)
