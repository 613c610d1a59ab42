"""What time it is, as the library writes it down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """Return the present time in UTC as ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def after(earlier: str) -> str:
    """Return the present time, or the moment after ``earlier`` where the clock was set back."""
    present = now()
    if present > earlier:
        return present
    try:
        moment = datetime.fromisoformat(earlier).astimezone(UTC)
    except ValueError:
        return present
    return (moment + timedelta(milliseconds=1)).isoformat(timespec="milliseconds")
