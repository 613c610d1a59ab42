"""What a person calls the colours of marks; kept in the library, for its notes say what they mean."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.settings import get_setting, put_setting
from corpus.model.annotation import Colour
from corpus.text.characters import storable

_KEY: Final = "colours/names"
LONGEST: Final = 12


def own_colour_names(library: Library) -> dict[Colour, str]:
    """Return the names a person gave; colours without one are left out."""
    try:
        told = json.loads(get_setting(library, _KEY, "{}"))
    except ValueError:
        return {}
    names = told if isinstance(told, dict) else {}
    return {one: str(names[one.value]) for one in Colour if str(names.get(one.value, "")).strip()}


def put_colour_names(library: Library, names: Mapping[Colour, str]) -> None:
    """Keep names of colours; one without letters means the one the program gives."""
    kept = {
        one.value: storable(" ".join(name.split()))[:LONGEST] for one, name in names.items() if name.strip()
    }
    put_setting(library, _KEY, json.dumps(kept, ensure_ascii=False))
