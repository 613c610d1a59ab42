"""The bar on top: back and forward, the one search box, the scope, and more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from corpus.language import translate as _
from corpus.library.reading.organising import collections
from corpus.model.collection import Collection, Scope, ScopeKind
from desktop.services.context import Context
from desktop.theme.fonts import scaled
from desktop.widgets import IconButton, SearchField
from desktop.wording.shortening import as_entry

HEIGHT = 48
MOST_ON_TOP, MOST_LISTED = 12, 32
"""Characters of the name of a collection: the box beside the button keeps its room, the menu stays narrow."""


class TopBar(QWidget):
    """``searched`` carries the text of the box when Enter is pressed."""

    searched = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._context = context
        theme = context.theme
        self.back = IconButton(theme, "back", _("返回"))
        self.forward = IconButton(theme, "forward", _("前进"))
        self.field = SearchField(theme, _("检索整个文库：词、句子、数字都可以"))
        self.field.setMaximumWidth(560)
        self.scope = QToolButton()
        self.palette_button = IconButton(theme, "keyboard", _("命令面板"))
        self._arrange()
        self.back.clicked.connect(context.navigator.back)
        self.forward.clicked.connect(context.navigator.forward)
        self.field.submitted.connect(self._search)
        context.navigator.changed.connect(self._show_ways)
        context.scope.changed.connect(self._show_scope)
        theme.changed.connect(self._show_scope)
        self._show_ways()
        self._show_scope()

    def focus_search(self) -> None:
        """Put the cursor into the box, its text chosen."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def offer_search(self, *, offered: bool) -> None:
        """Show the box, or leave searching to the page that has its own."""
        self.field.setVisible(offered)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(8)
        row.addWidget(self.field, 4)
        row.addSpacing(8)
        self.scope.setObjectName("switch")
        self.scope.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.scope.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.scope.setToolTip(_("看哪一部分：每一页、检索和导出都只看它"))
        self.scope.setAccessibleName(_("范围"))
        menu = QMenu(self.scope)
        menu.aboutToShow.connect(self._fill_scopes)
        self.scope.setMenu(menu)
        row.addStretch(1)
        row.addWidget(self.scope)
        row.addSpacing(4)
        row.addWidget(self.palette_button)

    @Slot(str)
    def _search(self, text: str) -> None:
        if text.strip():
            # The page of searches shows it in its own box; over other pages it would look like their filter.
            self.field.show_text("")
            self.searched.emit(text.strip())

    @Slot()
    def _show_ways(self) -> None:
        self.back.setEnabled(self._context.navigator.can_go_back)
        self.forward.setEnabled(self._context.navigator.can_go_forward)

    @Slot()
    def _show_scope(self) -> None:
        scope = self._context.scope.current
        self.scope.setText(_told(scope, _scope_name(scope, collections(self._context.library), MOST_ON_TOP)))
        self.scope.setIconSize(QSize(scaled(20), scaled(16)))
        self.scope.setIcon(self._context.theme.icon("library"))

    @Slot()
    def _fill_scopes(self) -> None:
        menu = self.scope.menu()
        menu.clear()
        groups = collections(self._context.library)
        choices = [Scope(), Scope(ScopeKind.MINE), Scope(ScopeKind.PACK)]
        choices += [Scope(ScopeKind.COLLECTION, group.id) for group in groups]
        ticks = QActionGroup(menu)
        for number, scope in enumerate(choices):
            if number == 3:
                menu.addSeparator()
            action = menu.addAction(_scope_name(scope, groups, MOST_LISTED))
            action.setCheckable(True)
            action.setChecked(scope == self._context.scope.current)
            action.setData((scope.kind.value, scope.collection))
            ticks.addAction(action)
            action.triggered.connect(self._choose_scope)

    @Slot()
    def _choose_scope(self) -> None:
        action = next((one for one in self.scope.menu().actions() if one is self.sender()), None)
        if action is not None:
            kind, collection = action.data()
            self._context.scope.choose(Scope(ScopeKind(kind), collection))


def _told(scope: Scope, name: str) -> str:
    """Return what the button says: that it is the scope, which one, and that it opens."""
    told = name if scope.kind is ScopeKind.COLLECTION else _("范围：{name}", name=name)
    return f"{told} ▾"


def _scope_name(scope: Scope, groups: tuple[Collection, ...], most: int) -> str:
    """Return what a scope is called on a button or in a menu, of a long name ``most`` characters."""
    if scope.kind is ScopeKind.COLLECTION:
        name = next((group.name for group in groups if group.id == scope.collection), "")
        return _("课题：{name}", name=as_entry(name, most))
    return {
        ScopeKind.ALL: _("全部"),
        ScopeKind.MINE: _("我的文献"),
        ScopeKind.PACK: _("内置资料包"),
    }[scope.kind]
