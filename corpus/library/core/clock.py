"""What time it is, as the library writes it down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Return the present time in UTC as ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def ago(time: timedelta) -> str:
    """Return the time so long before the present, as ``now`` does."""
    return (datetime.now(UTC) - time).isoformat(timespec="milliseconds")


def after(earlier: str) -> str:
    """Return the present time, or the moment after ``earlier`` where the clock was set back."""
    present = now()
    if present > earlier:
        return present
    try:
        moment = datetime.fromisoformat(earlier).astimezone(UTC) + timedelta(milliseconds=1)
    except (ValueError, OverflowError):  # no time, or the last there is
        return present
    return moment.isoformat(timespec="milliseconds")
