"""What a process that meets foreign files may take of this machine."""

from __future__ import annotations

import sys
from typing import Final

from corpus.importing.formats import MEGABYTE

_MEMORY: Final = 1024 * MEGABYTE


def limit_memory() -> None:
    """Take no more memory than a reader may need, and write no files, where the system can see to it."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        _soft, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, hard))
