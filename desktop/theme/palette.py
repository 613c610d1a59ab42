"""The Qt palette made of a theme's tokens, for everything the style sheet does not name."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette

from desktop.theme.tokens import Tokens

_ROLES: Final = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "paper"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "cinnabar"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.Highlight, "indigo_pale"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.Accent, "cinnabar"),
    (QPalette.ColorRole.Link, "indigo"),
    (QPalette.ColorRole.LinkVisited, "indigo"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line_strong"),
    (QPalette.ColorRole.Shadow, "ink"),
)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a theme; disabled text is faint."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, QColor(tokens.colours[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.colours["faint"]))
    return palette
