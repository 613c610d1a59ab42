"""Chinese words that people see go through the catalogue: no other literal holds any."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from requirements import catalogue

CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uffef]")
"""Han, and the punctuation of Chinese; the wide blank U+3000 only sets words apart."""
ALLOWED = {
    ("desktop/dialogs/settings.py", "简体中文"): "a language is offered in its own words",
    ("desktop/dialogs/pasting.py", "、"): "stands between names as people type them",
    ("desktop/operations/figures.py", "，"): "read in what people type",
    ("desktop/pages/documents/details_sheet.py", "，"): "read in what people type",
    ("desktop/pages/documents/details_sheet.py", "、"): "read in what people type",
    ("desktop/reader/selection/note_editor.py", "[\\s,，、;；#＃]+"): "read in what people type",
    ("desktop/reader/dock/repairs.py", "〔"): "brackets a repair within Chinese text",
    ("desktop/reader/dock/repairs.py", "〕"): "brackets a repair within Chinese text",
    ("desktop/pages/drafts/settings_dialog.py", "和"): "stands between Chinese names, in any language",
    ("desktop/pages/drafts/settings_dialog.py", "与"): "stands between Chinese names, in any language",
    ("desktop/pages/drafts/settings_dialog.py", "〔1〕"): "a number as it is printed",
    ("desktop/pages/drafts/settings_dialog.py", "（1）"): "a number as it is printed",
    (
        "desktop/pages/manual/chapters.py",
        "「」",
    ): "the marks names of the program are written between in the manual",
    ("desktop/pages/search/hit_list.py", "，；：、,;"): "where the beginning of Chinese text is cut",
    ("desktop/pages/trends/cards.py", "，、；"): "cut from the end of Chinese text",
    ("desktop/reader/text/parting.py", "。！？；!?;…"): "where a paragraph of Chinese text is parted",
    ("desktop/reader/text/parting.py", "，、,."): "where a paragraph of Chinese text is parted",
    ("desktop/reader/text/parting.py", "”’」』）)》】"): "what stands behind the end of a sentence",
    ("desktop/start/session.py", "引得"): "a word that wakes the dictionary of sounds",
    ("desktop/widgets/evidence.py", "引"): "the name of the seal's picture",
    ("desktop/widgets/lists/hanging.py", "《〈「『（【〔［“‘"): "marks that open, in Chinese text",
    ("corpus/commands/search.py", "【"): "marks the place found, in any language",
    ("corpus/commands/search.py", "】"): "marks the place found, in any language",
    ("corpus/language/phrases.py", "据"): "cut from the beginning of a name in Chinese text",
}
PATTERNS = {
    "corpus/commands/self_test.py": "texts and files that the self-test makes and takes in",
    "desktop/pages/search/beginnings.py": "queries of Chinese texts, offered as examples",
    "desktop/pages/trends/rows.py": "words of limits in Chinese texts",
    "desktop/reader/text/document.py": "how items and numbers look in Chinese texts",
    "desktop/wording/line_ends.py": "units behind numbers in Chinese texts",
}
"""Modules whose patterns look for words in the texts."""


def outside_messages(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield literals with Chinese that are neither messages nor docstrings."""
    inside = {id(node) for _, node in catalogue.message_nodes(tree)}
    inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in inside:
            continue
        if isinstance(node.value, str) and CHINESE.search(node.value):
            yield node


def found() -> Iterator[tuple[str, str, int]]:
    for file in catalogue.files():
        name, code = file.relative_to(catalogue.ROOT).as_posix(), file.read_text(encoding="utf-8")
        if name in PATTERNS or not CHINESE.search(code):
            continue
        for node in outside_messages(ast.parse(code)):
            yield name, str(node.value), node.lineno


def test_chinese_literals_are_messages_but_for_those_let_through_which_are_all_still_there() -> None:
    literals = [*found()]
    assert [one for one in literals if one[:2] not in ALLOWED] == []
    assert ALLOWED.keys() - {one[:2] for one in literals} == set()


def test_a_literal_outside_the_catalogue_is_seen() -> None:
    code = 'a = _("一")\nb = f"二{_(\'三\')}"\nc = translate_as("view", "四")\n"""五"""\n'
    assert [node.value for node in outside_messages(ast.parse(code))] == ["二"]
