"""Whatever stands in the file of settings, each setting has a value of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services.settings import SETTINGS, Settings


@pytest.mark.parametrize(
    "value",
    [
        "1, 2",
        "nan",
        "1e999",
        "-99999999999999999999",
        "@Invalid()",
        "@ByteArray(x)",
        "%",
        '"',
        "\\x",
        "é",
        "",
    ],
)
def test_a_value_nobody_put_there_counts_as_the_default_or_within_its_range(
    tmp_path: Path, value: str
) -> None:
    file = tmp_path / "window.ini"
    groups: dict[str, list[str]] = {}
    for key in SETTINGS:
        group, _, name = key.rpartition("/")
        groups.setdefault(group or "General", []).append(f"{name}={value}")
    told = "".join(f"[{group}]\n" + "\n".join(lines) + "\n" for group, lines in groups.items())
    file.write_text(told, encoding="utf-8")
    settings = Settings(file)
    for key, setting in SETTINGS.items():
        if isinstance(setting.default, bool):
            assert settings.flag(key) in {True, False}
        elif isinstance(setting.default, int):
            assert setting.low <= settings.number(key) <= setting.high
        elif setting.choices:
            assert settings.text(key) in setting.choices
    assert settings.form("window").isEmpty()
