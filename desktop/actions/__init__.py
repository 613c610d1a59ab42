"""What a person can do, as data: menus, shortcuts sheet and command palette are made of it."""

from __future__ import annotations

from desktop.actions.action import Action, Menu

__all__ = ["Action", "Menu"]
