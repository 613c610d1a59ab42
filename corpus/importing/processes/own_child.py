"""What a child that meets foreign files may know of this machine."""

from __future__ import annotations

import os


def own_environment() -> dict[str, str]:
    """Return the environment a child is started with."""
    kept = (
        "SYSTEMROOT",
        "TMPDIR",
        "TEMP",
        "TMP",
        "PATH",
        "HOME",
        "USERPROFILE",
        "LD_LIBRARY_PATH",
        "VIRTUAL_ENV",
    )
    known = {name: os.environ[name] for name in kept if name in os.environ}
    return {**known, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
