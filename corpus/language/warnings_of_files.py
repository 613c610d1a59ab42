"""The sentence a person is told for what a file's reader could not take in whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language.catalogue import translate


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


WARNINGS: Final[Mapping[str, str]] = {
    "replaced_characters": _("有些字节认不出是什么字，以 � 代替：原件没有改动，可以另选编码重读。"),
    "mixed_encodings": _("一个文件里混着几种编码，已分段识别：请核对文中个别行。"),
    "mojibake": _("文字曾被错误的编码改写，已尽量还原：请核对。"),
    "missing_part": _("书里有章节的文件缺失，其余已经收入。"),
    "nested_too_deep": _("标记嵌套得太深，已按普通文字收入。"),
    "hidden_parts": _("文件里有隐藏的工作表、行、列或幻灯片，也已收入：请核对哪些不该引用。"),
    "formulas_without_values": _(
        "有些公式没有存下结果，这些格子是空的：请用表格软件打开、保存一次，再导入。"
    ),
    "first_post_alone": _(
        "网页没有写明各楼是谁发的，只收入了第一楼：要连后面的一起收入，请把它们复制下来粘贴。"
    ),
    "pages_without_text": _("有几页没有文字层，只能翻看原页：要检索这几页，请先识别文字。"),
    "pictures_not_shown": _(
        "有图片是 EMF、WMF、BMP 或 TIFF 格式，这里不能显示（原件里还在）：要看图，请另存为 PDF 后导入。"
    ),
    "pictures_beside": _(
        "网页的图片在旁边的文件夹里，没有收入：要连图带入，请在浏览器里另存为单个文件（.mhtml）后导入。"
    ),
}
"""By the kind of warning; what needs no word to a person has no line."""


def warning_sentence(kind: str) -> str:
    """Return what a person is told of a kind of warning, empty where there is nothing to tell."""
    return translate(WARNINGS[kind]) if kind in WARNINGS else ""
