"""Errors of the library: each carries a key and values, and is told to people elsewhere.

YindeError
├── LibraryError       the library cannot be opened or written (exit code 3)
├── InputError         a file or folder cannot be taken in (exit code 1)
├── UnknownIdError     no such article, note, repair … (exit code 2)
└── UsageError         a request that makes no sense (exit code 2)
"""

from __future__ import annotations

import errno
from typing import ClassVar, Final


class YindeError(Exception):
    """Something a person can be told: ``kind`` is a stable key, ``values`` fill the sentence for it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, kind: str, **values: object) -> None:
        """Keep the key and the values; the sentence is made by ``corpus.language``."""
        super().__init__(kind, values)
        self.kind = kind
        self.values: dict[str, object] = values

    def __reduce__(self) -> tuple[object, ...]:
        """Let errors travel between processes."""
        return _again, (type(self), self.kind, self.values)

    def __str__(self) -> str:
        """Return the key with its values, for logs."""
        told = ", ".join(f"{key}={value!r}" for key, value in self.values.items())
        return f"{self.kind}({told})"


def _again(kind_of: type[YindeError], kind: str, values: dict[str, object]) -> YindeError:
    """Return an error that came from another process."""
    return kind_of(kind, **values)


FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FAILING: Final = frozenset({errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT})
"""What a disk says that is failing, or that was taken away."""


def disk_fault(error: OSError, otherwise: str = "library_read_only") -> str:
    """Return which kind of LibraryError a fault of the disk is: disk_full, disk_failed or ``otherwise``."""
    if error.errno in FULL:
        return "disk_full"
    return "disk_failed" if error.errno in _FAILING else otherwise


def line_of(error: BaseException) -> int:
    """Return the line of a file in which Python could not go on reading JSON, 1 where it does not say."""
    return int(getattr(error, "lineno", 1))


class LibraryError(YindeError):
    """The library is locked, newer, damaged, read-only or not where it was looked for."""

    exit_code: ClassVar[int] = 3


class InputError(YindeError):
    """A path cannot be taken in; ``kind`` is one of the kinds of the headless contract.

    Kinds: missing, empty, unreadable, unsupported, encoding, encrypted, no_text, damaged, limit, hostile.
    Values: ``path`` and, where it helps, ``detail``.
    """


class UnknownIdError(YindeError):
    """Nothing in the library has this id. Values: ``what`` (article, note …) and ``id``."""

    exit_code: ClassVar[int] = 2


class UsageError(YindeError):
    """The request makes no sense as given; the values say why."""

    exit_code: ClassVar[int] = 2
