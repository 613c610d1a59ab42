"""Which key does what: the keys declared, changed by what a person chose; and what no key may be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from corpus.language import translate as _
from desktop.actions.action import Action
from desktop.services.settings import Settings

Keys = tuple[str, ...]
SETTING: Final = "keys"
_INPUT_METHODS: Final = frozenset(
    ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Ctrl+Shift+Space", "Shift", "Ctrl+Shift"]
)
_EDITING: Final = frozenset(["Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"])
_SYSTEM: Final = frozenset(["Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Alt+Del", "Ctrl+Esc"])
_MOVING: Final = frozenset(
    [
        Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    ]
)  # fmt: skip
_STRONG: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
READING: Final = ("reader.highlight", "reader.underline", "reader.note", "reader.colour.")
"""Actions that may have a bare letter or digit: the reading page switches input methods off."""


@dataclass(frozen=True, slots=True)
class KnownAction:
    """An action with the page it belongs to; empty for those of every page."""

    action: Action
    page: str = ""


def changed_keys(settings: Settings) -> dict[str, Keys]:
    """Return the keys a person chose, by action; what cannot be read counts as nothing changed."""
    try:
        kept = json.loads(settings.text(SETTING) or "{}")
        return {str(action): tuple(map(str, keys)) for action, keys in kept.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def keep_keys(settings: Settings, changed: Mapping[str, Keys]) -> None:
    """Remember the keys a person chose; those listening hear of ``keys``."""
    settings.put(SETTING, json.dumps(changed, ensure_ascii=False, sort_keys=True) if changed else "")


def with_keys(actions: Iterable[Action], changed: Mapping[str, Keys]) -> tuple[Action, ...]:
    """Return actions with the keys they have now."""
    return tuple(
        replace(action, shortcuts=changed[action.key]) if action.key in changed else action
        for action in actions
    )


def giving_way(actions: Iterable[Action], page: Iterable[Action]) -> tuple[Action, ...]:
    """Return actions without the keys the page shown has for its own, where they are of another page."""
    taken = {key for action in page for key in action.shortcuts}
    return tuple(
        replace(action, shortcuts=tuple(key for key in action.shortcuts if key not in taken))
        if action.of_page
        else action
        for action in actions
    )


def keys_here(action: Action) -> Keys:
    """Return the keys of an action that work where it is shown: bare letters only on the page it is of."""
    if not action.of_page:
        return action.shortcuts
    return tuple(key for key in action.shortcuts if _combination(key).keyboardModifiers() & _STRONG)


def key_shown(changed: Mapping[str, Keys], action: str, declared: str) -> str:
    """Return the key an action has now, as this system writes it; for menus that are not made of actions."""
    keys = changed.get(action, (declared,) if declared else ())
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def written(sequence: QKeySequence) -> str:
    """Return a key as it is kept: Qt's portable text."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def same_key(one: str, other: str) -> bool:
    """Tell whether two texts mean the same key."""
    return QKeySequence(one) == QKeySequence(other)


def refusal(key: str, action: Action) -> str:
    """Return why a key cannot be given to an action; empty when it can."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    if key in _INPUT_METHODS:
        return _("{key} 归输入法使用，按下时到不了引得；请换一个。", key=shown)
    if key in _SYSTEM:
        return _("{key} 归系统使用；请换一个。", key=shown)
    if key in _EDITING and key not in action.shortcuts:
        return _("{key} 在输入框里要用来剪贴和全选；请换一个。", key=shown)
    pressed = _combination(key)
    if pressed.keyboardModifiers() & _STRONG:
        return ""
    if pressed.key() in _MOVING:
        return _("{key} 要用来输入和移动光标；请加上 Ctrl 或 Alt。", key=shown)
    if _types(pressed.key()) and not action.key.startswith(READING):
        return _("单独的字母、数字和符号要留给打字；请加上 Ctrl 或 Alt。")
    return ""


def clash(key: str, wanted: KnownAction, known: Iterable[KnownAction]) -> KnownAction | None:
    """Return the action that has a key already where ``wanted`` is at hand too; ``known`` with the keys of now."""
    for other in known:
        if other.action.key == wanted.action.key or (
            other.page and wanted.page and other.page != wanted.page
        ):
            continue
        if any(same_key(key, has) for has in other.action.shortcuts):
            return other
    return None


def _combination(key: str) -> QKeyCombination:
    sequence = QKeySequence(key)
    first = cast("Any", sequence)[0] if sequence.count() else QKeyCombination(Qt.Key.Key_unknown)
    return cast("QKeyCombination", first)


def _types(key: Qt.Key) -> bool:
    """Tell whether a key writes a character; F1 and its like do not."""
    return 0x20 <= int(key) < 0x01000000
