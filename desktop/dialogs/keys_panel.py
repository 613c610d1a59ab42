"""Every action with its keys, to be changed by pressing others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions.action import Menu
from desktop.actions.keymap import (
    KnownAction,
    changed_keys,
    clash,
    keep_keys,
    refusal,
    with_keys,
)
from desktop.actions.registry import menu_titles
from desktop.dialogs.key_field import KeyField
from desktop.services.context import Context
from desktop.theme.fonts import scaled
from desktop.widgets import Column, ListModel, ListTable, QuietButton, SearchField, TextLabel


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line: an action with the keys it has now."""

    known: KnownAction
    menu: str
    changed: bool

    @property
    def name(self) -> str:
        """Return what the action is called."""
        return self.known.action.text.rstrip("…")

    @property
    def keys(self) -> str:
        """Return the keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return "  ".join(QKeySequence(key).toString(native) for key in self.known.action.shortcuts)


class KeysPanel(QWidget):
    """Lists actions, changes their keys, tells of conflicts, takes changes back."""

    def __init__(self, context: Context, known: Sequence[KnownAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = context.settings
        self._known = tuple(one for one in known if one.action.text)
        self._wanted = ""
        self.filter = SearchField(context.theme, _("按名称或按键筛选"), self)
        self.model = ListModel(_columns(), self)
        self.table = ListTable(self.model, self)
        self.table.setAccessibleName(_("快捷键"))
        self.field = KeyField(self)
        self.told = TextLabel("", "second", wrap=True)
        self.take = QuietButton(_("改给这一项"))
        self.none = QuietButton(_("去掉"))
        self.back = QuietButton(_("恢复默认"))
        self.all_back = QuietButton(_("全部恢复默认"))
        self.filter.lead_to(self.table)
        self._arrange()
        self.filter.edited.connect(self._show)
        self.table.chosen.connect(self._on_chosen)
        self.field.pressed.connect(self.press_key)
        self.take.clicked.connect(self._take)
        self.none.clicked.connect(self._remove)
        self.back.clicked.connect(self._reset)
        self.all_back.clicked.connect(self._reset_all)
        self._show()
        self.table.choose_row(0)

    def rows(self) -> tuple[KeyRow, ...]:
        """Return every action with the keys it has now."""
        changed = changed_keys(self._settings)
        titles = menu_titles() | {Menu.NONE: _("其他")}
        now = with_keys((one.action for one in self._known), changed)
        return tuple(
            KeyRow(replace(one, action=action), titles[action.menu], action.key in changed)
            for one, action in zip(self._known, now, strict=True)
        )

    def choose(self, key: str) -> None:
        """Choose the line of an action."""
        rows = [row.known.action.key for row in self.model.rows]
        self.table.choose_row(rows.index(key) if key in rows else -1)

    @Slot(str)
    def press_key(self, key: str) -> None:
        """Give a key to the action chosen, unless it cannot be or another one has it."""
        row = self._chosen()
        self._wanted = ""
        self.take.hide()
        if row is None or not key:
            return
        self.field.invite()
        declared = next(one.action for one in self._known if one.action.key == row.known.action.key)
        why = refusal(key, declared)
        if why:
            self._tell(why, "amber")
            return
        other = clash(key, row.known, (one.known for one in self.rows()))
        if other is not None:
            self._wanted = key
            name = other.action.text.rstrip("…")
            self._tell(_("{key} 已用于“{name}”。", key=_native(key), name=name), "cinnabar")
            self.take.show()
            return
        self._keep({row.known.action.key: (key,)})
        self._tell(_("“{name}”现在用 {key}。", name=row.name, key=_native(key)))

    @Slot()
    def _take(self) -> None:
        """Give the key to the action chosen and take it from the one that has it."""
        row, key = self._chosen(), self._wanted
        other = clash(key, row.known, (one.known for one in self.rows())) if row is not None and key else None
        if row is None or other is None:
            return
        left = tuple(has for has in other.action.shortcuts if QKeySequence(has) != QKeySequence(key))
        self._keep({other.action.key: left, row.known.action.key: (key,)})
        self._wanted = ""
        self.take.hide()
        name = other.action.text.rstrip("…")
        told = _("“{name}”现在用 {key}；“{other}”不再用它。", name=row.name, key=_native(key), other=name)
        self._tell(told)

    @Slot()
    def _remove(self) -> None:
        row = self._chosen()
        if row is not None:
            self._keep({row.known.action.key: ()})
            self._tell(_("“{name}”没有快捷键了。", name=row.name))

    @Slot()
    def _reset(self) -> None:
        """Give the action chosen the keys it is declared with, unless another one has them by now."""
        row = self._chosen()
        if row is None:
            return
        declared = next(one for one in self._known if one.action.key == row.known.action.key)
        others = [one.known for one in self.rows()]
        taken = [other for key in declared.action.shortcuts if (other := clash(key, declared, others))]
        if taken:
            name = taken[0].action.text.rstrip("…")
            self._tell(_("默认的键已改给“{name}”，请先恢复它。", name=name), "cinnabar")
            return
        kept = changed_keys(self._settings)
        kept.pop(row.known.action.key, None)
        keep_keys(self._settings, kept)
        self._show()
        self._tell(_("“{name}”已恢复默认。", name=row.name))

    @Slot()
    def _reset_all(self) -> None:
        keep_keys(self._settings, {})
        self._show()
        self._tell(_("全部快捷键已恢复默认。"))

    def _keep(self, changes: dict[str, tuple[str, ...]]) -> None:
        kept = changed_keys(self._settings) | changes
        declared = {one.action.key: one.action.shortcuts for one in self._known}
        keep_keys(self._settings, {key: keys for key, keys in kept.items() if declared.get(key) != keys})
        self._show()

    def _chosen(self) -> KeyRow | None:
        # The current row, not the selection: that one follows only after ``chosen`` was told.
        return self.model.row_at(self.table.currentIndex())

    @Slot()
    def _show(self) -> None:
        """List the actions the filter lets through; the one chosen stays chosen."""
        row = self._chosen()
        words = self.filter.text().lower().split()
        shown = [
            one for one in self.rows() if all(word in f"{one.name} {one.keys}".lower() for word in words)
        ]
        order = [*menu_titles().values(), _("其他")]
        self.model.set_rows(sorted(shown, key=lambda one: order.index(one.menu)))
        if row is not None:
            self.choose(row.known.action.key)
        self.all_back.setEnabled(bool(changed_keys(self._settings)))
        self._fit()

    @Slot(object)
    def _on_chosen(self, _row: KeyRow) -> None:
        self.take.hide()
        self._wanted = ""
        self._tell("")
        self._fit()

    def _fit(self) -> None:
        row = self._chosen()
        self.field.setEnabled(row is not None)
        self.none.setEnabled(row is not None and bool(row.known.action.shortcuts))
        self.back.setEnabled(row is not None and row.changed)

    def _tell(self, text: str, tone: str = "") -> None:
        self.told.setText(text)
        self.told.setProperty("tone", tone)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.field.setFixedWidth(scaled(220))
        for widget in (self.field, self.none, self.back):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.all_back)
        column.addLayout(line)
        last = QHBoxLayout()
        self.told.setMinimumHeight(32)
        last.addWidget(self.told, 1)
        last.addWidget(self.take)
        self.take.hide()
        column.addLayout(last)


def _columns() -> tuple[Column[KeyRow], ...]:
    return (
        Column("name", _("动作"), lambda row: row.name),
        Column("keys", _("快捷键"), lambda row: row.keys, width=180),
        Column("menu", _("菜单"), lambda row: row.menu, width=90),
        Column("changed", _("更改"), lambda row: _("已改") if row.changed else "", width=64),
    )


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
