"""The names of the company shown: what a person can say of them, asked for in a line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from corpus.language import translate as _
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations import companies
from desktop.wording.shortening import as_entry

if TYPE_CHECKING:
    from corpus.model.platform import Platform
    from desktop.services.context import Context
    from desktop.services.operation import Operation

Asked = Callable[[str], "Operation[str]"]


class Naming(QObject):
    """Asks what to do with names; ``named`` carries the name of the company to show afterwards."""

    named = Signal(str)

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self.platform: Platform | None = None

    def menu_for(self, button: QPushButton) -> QMenu:
        """Return a menu of what can be said of the company shown, made anew whenever it opens."""
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._fill, menu))
        button.setMenu(menu)
        return menu

    @Slot()
    def ask_new(self) -> None:
        """Ask for the name of a company to add."""
        self._ask(_("新增企业"), _("文章里还没有认出的企业：写上它的名称，全库会重新找它。"), companies.add)

    @Slot()
    def ask_alias(self) -> None:
        """Ask for a further name of the company shown."""
        if self.platform is not None:
            about = _("写上“{name}”的另一个叫法，检索和数据都会当作同一家。", name=self.platform.name)
            self._ask(_("添加别名"), about, partial(companies.give_alias, self.platform.name))

    @Slot()
    def ask_rename(self) -> None:
        """Ask for another usual name of the company shown."""
        if self.platform is not None:
            name = self.platform.name
            self._ask(_("改名"), _("原来的名称仍算作别名。"), partial(companies.rename, name), text=name)

    @Slot()
    def ask_merge(self) -> None:
        """Ask which company the one shown is."""
        if self.platform is not None:
            about = _("“{name}”和哪一家其实是同一家？写上那一家的名称。", name=self.platform.name)
            self._ask(_("并入另一家"), about, partial(companies.merge, self.platform.name))

    def split(self, alias: str) -> None:
        """Make a name of the company shown a company of its own."""
        if self.platform is not None:
            self._context.operations.run(self, companies.split(self.platform.name, alias), self.named.emit)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(_("添加别名…"), self.ask_alias)
        menu.addAction(_("改名…"), self.ask_rename)
        menu.addAction(_("并入另一家…"), self.ask_merge)
        aliases = self.platform.aliases if self.platform is not None else ()
        if aliases:
            apart = menu.addMenu(_("分出为另一家"))
            for alias in aliases:
                apart.addAction(as_entry(alias), partial(self.split, alias))

    def _ask(self, title: str, about: str, asked: Asked, *, text: str = "") -> None:
        prompt = TextPrompt(title, about, self._owner.window(), text=text)
        prompt.given.connect(partial(self._take, prompt, asked))
        prompt.open()

    def _take(self, prompt: TextPrompt, asked: Asked, text: str) -> None:
        prompt.write(self._context.operations, asked(text.strip()), self.named.emit)
