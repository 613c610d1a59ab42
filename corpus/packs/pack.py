"""A knowledge pack: a folder of articles, taxonomy, lexicon and reviewed facts, read as plain values.

Every pack is a folder ``corpus/packs/NAME`` of the same form; its facts name the article and quote the
sentence that proves them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from corpus.model.platform import Correction, LexiconEntry, Platform
from corpus.model.trend import Cue, Trend
from corpus.text.toml_tables import table_of

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackArticle:
    """An article of a pack: its file, its bytes, and what the pack says of it.

    ``record`` is its reference as a CSL-JSON item, ``licence`` under what it may be passed on (else the pack's).
    """

    file: str
    data: bytes
    title: str
    kind: str
    as_of: str
    date: str
    record: Record = field(default_factory=dict)
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whole; ``statistics``, ``facts``, ``evidence`` and ``conflicts`` are records with quotes."""

    name: str
    title: str
    version: str
    as_of: str
    author: str
    publisher: str
    language: str
    articles: tuple[PackArticle, ...]
    trends: tuple[Trend, ...]
    platforms: tuple[Platform, ...]
    words: tuple[LexiconEntry, ...]
    corrections: tuple[Correction, ...]
    statistics: tuple[Record, ...]
    facts: tuple[Record, ...]
    evidence: tuple[Record, ...]
    conflicts: tuple[Record, ...]
    licence: str = ""
    checked_by: str = ""
    description: str = ""


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with the program."""
    folder = resources.files("corpus.packs")
    return tuple(sorted(one.name for one in folder.iterdir() if (one / "pack.toml").is_file()))


@cache
def load_pack(name: str) -> Pack:
    """Return the pack of that name, read from the program's own files."""
    return read_pack(resources.files("corpus.packs") / name)


def read_pack(folder: Traversable) -> Pack:
    """Return the pack in a folder, of a disk or of an archive; only ``pack.toml`` must be there.

    Raises KeyError, TypeError, ValueError (also of TOML) or OSError where the folder is not what a pack is.
    """
    about = _table(folder, "pack.toml")
    name = str(about["name"])
    sorted_under = _table(folder, "taxonomy.toml")
    taxonomy = sorted_under.get("trends", ())
    examples = _table(folder, "examples.toml")
    platforms = _table(folder, "platforms.toml").get("platforms", ())
    lexicon = _table(folder, "lexicon.toml")
    return Pack(
        name=name,
        title=about["title"],
        version=about["version"],
        as_of=about["as_of"],
        author=about["author"],
        publisher=about["publisher"],
        language=about["language"],
        articles=tuple(_article(folder, record) for record in about.get("articles", ())),
        trends=tuple(_trend(record, name, sorted_under, examples) for record in taxonomy),
        platforms=tuple(_platform(record, name) for record in platforms),
        words=tuple(LexiconEntry(word["word"], word.get("tag", "nz")) for word in lexicon.get("words", ())),
        corrections=tuple(
            Correction(one["wrong"], one["right"], tuple(one.get("context", ())))
            for one in lexicon.get("corrections", ())
        ),
        statistics=tuple(_table(folder, "statistics.toml").get("statistics", ())),
        facts=tuple({**fact, "platform": one["name"]} for one in platforms for fact in one.get("facts", ())),
        evidence=tuple(
            {**proof, "trend": one["key"]} for one in taxonomy for proof in one.get("evidence", ())
        ),
        conflicts=tuple(_table(folder, "conflicts.toml").get("conflicts", ())),
        licence=str(about.get("licence", "")),
        checked_by=str(about.get("checked_by", "")),
        description=str(about.get("description", "")),
    )


def _table(folder: Traversable, file: str) -> dict[str, Any]:
    """Return a table of a pack; one that is not there is empty, but for the one that makes it a pack."""
    place = folder / file
    if file != "pack.toml" and not place.is_file():
        return {}
    return table_of(place.read_bytes().decode("utf-8"))


def _article(folder: Traversable, record: Record) -> PackArticle:
    data = folder.joinpath(*record["file"].split("/")).read_bytes()
    return PackArticle(
        record["file"],
        data,
        record["title"],
        record.get("kind", ""),
        record["as_of"],
        str(record.get("date", "")),
        record.get("record", {}),
        str(record.get("licence", "")),
    )


def _trend(record: Record, pack: str, subject: Record, examples: Record) -> Trend:
    return Trend(
        key=record["key"],
        name=record["name"],
        definition=record["definition"],
        subtitle=record.get("subtitle", ""),
        english=record.get("english", ""),
        points=tuple(record["points"]),
        cues=tuple(Cue(cue["word"], float(cue.get("weight", 1.0))) for cue in record["cues"]),
        pack=pack,
        about=tuple(subject.get("about", ())),
        hints=tuple(subject.get("hints", ())),
        phrases=tuple(Cue(one["phrase"], float(one.get("weight", 1.0))) for one in record.get("phrases", ())),
        examples=tuple(examples.get(record["key"], ())),
        unlike=tuple(examples.get("unlike", ())),
        elsewhere=tuple(tuple(group) for group in examples.get("elsewhere", ())),
    )


def _platform(record: Record, pack: str) -> Platform:
    return Platform(
        name=record["name"],
        aliases=tuple(record.get("aliases", ())),
        english=record.get("english", ""),
        kind=record.get("kind", ""),
        description=record.get("description", ""),
        pack=pack,
        as_of=str(record.get("as_of", "")),
        weak_aliases=tuple(record.get("weak_aliases", ())),
    )
