"""How the window looks: colours, fonts and icons, all from ``resources``; no colour stands anywhere else."""

from __future__ import annotations

from desktop.theme.manager import ThemeChoice, ThemeManager
from desktop.theme.tokens import Tokens, load_tokens

__all__ = ["ThemeChoice", "ThemeManager", "Tokens", "load_tokens"]
