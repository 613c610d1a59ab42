"""What a process that meets foreign files may take of this machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from corpus.importing.formats import MEGABYTE

_MEMORY: Final = 1024 * MEGABYTE


def lower_limits(limits: Mapping[str, int]) -> None:
    """Take no more of this machine than said, by the names the system has for it; nothing on one without such limits.

    What others have forbidden already stays forbidden.
    """
    if sys.platform == "win32":
        return
    import resource

    for name, most in limits.items():
        kind = getattr(resource, name)
        _soft, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def limit_memory() -> None:
    """Take no more memory than a reader may need, and write no files, where the system can see to it."""
    lower_limits({"RLIMIT_AS": _MEMORY, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0})
