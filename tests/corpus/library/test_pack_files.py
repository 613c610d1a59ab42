"""A pack is one file: made of a collection, checked, installed, updated as a difference, removed; decisions stay."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.commands.parsing import parse
from corpus.commands.run import run_command
from corpus.library.core.library import Library
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.packs.pack_files import (
    difference,
    install_file,
    labels,
    read_pack_file,
    remove_pack,
)
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import add_collection, put_into
from corpus.library.reports.pack_making import PackRequest, Part, make_pack
from corpus.library.upkeep.backup import backup
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.collection import Scope, ScopeKind
from corpus.model.errors import InputError, YindeError
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.packs.checking import problems_of
from corpus.packs.pack import Pack, PackArticle, load_pack, pack_names
from corpus.packs.writing import write_pack
from corpus.store.facts.figure_query import FigureQuery
from tests.copies import copied

TEXTS = {
    "茶叶": "云岭县茶叶年报\n\n2024年云岭县茶叶产量为3.2万吨，同比增长12%。全县茶园面积达18万亩。",
    "竹器": "青溪镇竹器调查\n\n2023年青溪镇竹器销售额为1.5亿元。工坊共有86家。",
    "盐": "海州盐业旧闻\n\n2022年海州原盐产量为40万吨。预计2030年产量将超过50万吨，约占全国的8%至10%。",
}


@pytest.fixture
def library(tmp_path: Path, library_template: Path) -> Iterator[Library]:
    with closing(open_library(copied(library_template, tmp_path / "来处"), write=True)) as opened:
        yield opened


@pytest.fixture
def reader(tmp_path: Path, library_template: Path) -> Iterator[Library]:
    with closing(open_library(copied(library_template, tmp_path / "去处"), write=True)) as opened:
        yield opened


@pytest.fixture
def request_of(library: Library, tmp_path: Path) -> Callable[..., PackRequest]:
    def made(**choices: object) -> PackRequest:
        folder = tmp_path / "文"
        folder.mkdir(exist_ok=True)
        for name, text in TEXTS.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        import_paths(library, [folder])
        group = add_collection(library, "三种土产")
        put_into(library, group.id, [one.id for one in list_articles(library) if not one.pack])
        asked = PackRequest(
            Scope(ScopeKind.COLLECTION, group.id),
            "native-goods",
            "三种土产",
            "CC-BY-4.0",
            publisher="地方志办公室",
        )
        return replace(asked, **choices)  # type: ignore[arg-type]

    return made


def figures(library: Library, pack: str = "native-goods") -> list[tuple[str, str, str, str]]:
    """Return the figures of a pack's articles, each told with the words it is printed in."""
    articles = [one.id for one in list_articles(library) if one.pack == pack or (not pack and not one.pack)]
    views = [
        view
        for one in articles
        for view in figure_views(library, figure_ids(library, FigureQuery(articles=(one,))))
    ]
    told = []
    for view in views:
        text = library.texts.get(view.place.article).clean
        number = text[view.figure.start : view.figure.end]
        told.append((view.statistic.metric, number, view.place.quote.strip(), str(view.statistic.value)))
    return sorted(told)


def stated(library: Library, pack: str) -> list[Statistic]:
    """Return the figures of a pack's articles with all that is stated of them, in an order of their own."""
    articles = [one.id for one in list_articles(library) if one.pack == pack]
    nowhere = Span(0, 0)
    made = [
        replace(
            one, id="", evidence=nowhere, figure=nowhere, confidence=1.0, status=FactStatus.CONFIRMED, reviewed=True,
            inherited=(), cell=None,
        )
        for article in articles
        for one in library.store.facts.statistics_of(article)
    ]  # fmt: skip
    return sorted(made, key=repr)


def test_what_is_packed_stands_in_the_other_library_as_it_stood(
    library: Library, reader: Library, request_of: Callable[..., PackRequest], tmp_path: Path
) -> None:
    out = tmp_path / "土产.zip"
    label = make_pack(library, request_of(), out)
    assert (label.articles, label.figures) == (3, len(figures(library, "")))
    assert problems_of(read_pack_file(out)[0]) == ()
    change = install_file(reader, out)
    assert (len(change.added), change.changed, change.removed) == (3, (), ())
    assert figures(reader) == figures(library, "")
    assert stated(reader, "native-goods") == stated(library, "")
    assert [one.name for one in labels(reader)] == ["ecommerce", "native-goods"]
    assert check(reader).findings == ()


def test_each_article_goes_as_text_as_figures_or_as_a_reference(
    library: Library, reader: Library, request_of: Callable[..., PackRequest], tmp_path: Path
) -> None:
    asked = request_of()
    by_title = {one.title[:2]: one.id for one in list_articles(library) if not one.pack}
    parts = {by_title["青溪"]: Part.FIGURES, by_title["海州"]: Part.RECORD}
    make_pack(library, replace(asked, parts=parts), tmp_path / "a.zip")
    install_file(reader, tmp_path / "a.zip")
    texts = {
        one.title[:2]: reader.texts.get(one.id).clean
        for one in list_articles(reader)
        if one.pack == "native-goods"
    }
    assert "全县茶园面积达18万亩" in texts["云岭"]
    assert "2023年青溪镇竹器销售额为1.5亿元。" in texts["青溪"]
    assert "40万吨" not in texts["海州"]
    make_pack(
        library, replace(asked, part=Part.NONE, parts={by_title["云岭"]: Part.TEXT}), tmp_path / "b.zip"
    )
    assert len(read_pack_file(tmp_path / "b.zip")[0].articles) == 1
    with pytest.raises(YindeError, match="pack_empty"):
        make_pack(library, replace(asked, part=Part.NONE), tmp_path / "c.zip")
    assert not (tmp_path / "c.zip").exists()


def newer(pack: Pack) -> Pack:
    """Return the next version: one article corrected, one gone, one new."""
    first, second, _third = sorted(pack.articles, key=lambda one: "茶叶" not in one.title)
    corrected = replace(first, data=first.data.replace("18万亩".encode(), "19万亩".encode()))
    new = PackArticle("articles/900.txt", "续记\n\n后来的事。\n".encode(), "续记", "", "", "2025")
    kept = tuple(
        {
            **one,
            "quote": one["quote"].replace("18万亩", "19万亩"),
            "figure": one["figure"].replace("18", "19"),
        }
        for one in pack.statistics
        if one["article"] in {first.file, second.file}
    )
    return replace(pack, version="1.1.0", articles=(corrected, second, new), statistics=kept)


def test_an_update_is_a_difference_and_notes_stay_on_their_words(
    library: Library, reader: Library, request_of: Callable[..., PackRequest], tmp_path: Path
) -> None:
    make_pack(library, request_of(), tmp_path / "old.zip")
    install_file(reader, tmp_path / "old.zip")
    tea = next(one for one in list_articles(reader) if "茶叶" in one.title)
    start = reader.texts.get(tea.id).clean.index("茶叶产量")
    annotate(reader, tea.id, Span(start, start + 4), note="查原书")
    write_pack(newer(read_pack_file(tmp_path / "old.zip")[0]), tmp_path / "new.zip")
    told = difference(reader, tmp_path / "new.zip")
    assert (told.before, len(told.added), len(told.changed), len(told.removed)) == ("1.0.0", 1, 1, 1)
    assert install_file(reader, tmp_path / "new.zip") == told
    assert difference(reader, tmp_path / "new.zip").changed == ()
    (note,) = list_annotations(reader)
    assert (note.quote, note.annotation.article) == ("茶叶产量", tea.id)
    assert "19万亩" in reader.texts.get(tea.id).clean
    assert labels(reader)[-1].version == "1.1.0"


def test_a_library_with_a_pack_is_backed_up_and_comes_back_with_it(
    library: Library, reader: Library, request_of: Callable[..., PackRequest], tmp_path: Path
) -> None:
    make_pack(library, request_of(), tmp_path / "土产.zip")
    install_file(reader, tmp_path / "土产.zip")
    backup(reader, tmp_path / "copy.zip")
    restore_backup(tmp_path / "copy.zip", tmp_path / "又一处")
    with closing(open_library(tmp_path / "又一处", write=True)) as again:
        assert [one.name for one in labels(again)] == ["ecommerce", "native-goods"]
        remove_pack(again, "native-goods")
        assert [one.name for one in labels(again)] == ["ecommerce"]
        assert not any(one.pack == "native-goods" for one in list_articles(again))
        assert check(again).findings == ()
        install_file(again, tmp_path / "土产.zip")
        assert figures(again) == figures(reader)


def test_the_packs_of_the_program_pass_their_own_check() -> None:
    for name in pack_names():
        assert problems_of(load_pack(name), "somebody") == ()


@pytest.mark.parametrize(
    ("kind", "spoiled"),
    [
        ("no_quote", lambda one: replace(one, statistics=({**one.statistics[0], "quote": "没有这句话。"},))),
        ("no_figure", lambda one: replace(one, statistics=({**one.statistics[0], "figure": "999亿元"},))),
        ("no_article", lambda one: replace(one, statistics=({**one.statistics[0], "article": "a.txt"},))),
        ("no_licence", lambda one: replace(one, licence="")),
        (
            "no_source",
            lambda one: replace(
                one, publisher="", author="", articles=(replace(one.articles[0], record={}),)
            ),
        ),
        ("local_path", lambda one: replace(one, description="抄自 C:\\Users\\小王\\桌面\\原稿.docx")),
        ("local_path", lambda one: replace(one, description="见 /home/xiaowang/原稿")),
        ("login_name", lambda one: replace(one, author="xiaowang")),
    ],
)
def test_what_may_not_be_passed_on_is_named(
    library: Library,
    request_of: Callable[..., PackRequest],
    tmp_path: Path,
    kind: str,
    spoiled: Callable[[Pack], Pack],
) -> None:
    make_pack(library, request_of(), tmp_path / "a.zip")
    pack = read_pack_file(tmp_path / "a.zip")[0]
    assert kind in {one.kind for one in problems_of(spoiled(pack), "xiaowang")}


@pytest.mark.parametrize(
    "name", ["../library.db.toml", "/etc/a.toml", "a/../../b.md", "code.py", "a\\b.toml", "x.db"]
)
def test_a_pack_holds_tables_and_texts_and_nothing_else(reader: Library, tmp_path: Path, name: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("pack.toml", 'name = "x"\ntitle = "x"\nversion = "1"\nas_of = ""\nauthor = ""\n')
        archive.writestr(zipfile.ZipInfo(name), "x = 1")
    (tmp_path / "a.zip").write_bytes(data.getvalue())
    with pytest.raises(InputError, match="hostile"):
        install_file(reader, tmp_path / "a.zip")


def zipped(about: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("pack.toml", about)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"name = 'x'", zipped("a = " + "[" * 3000 + "]" * 3000), zipped("a = ")],
    ids=["empty", "head", "no archive", "deep", "no table"],
)
def test_what_is_no_pack_is_told_so(reader: Library, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(InputError, match="damaged"):
        install_file(reader, tmp_path / "a.zip")
    assert [one.name for one in labels(reader)] == ["ecommerce"]


def test_the_command_does_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(root: str, *arguments: str, code: int = 0) -> object:
        capsys.readouterr()
        assert run_command(parse(["--library", str(tmp_path / root), "--json", *arguments])) == code
        return json.loads(capsys.readouterr().out)

    (tmp_path / "茶.txt").write_text(TEXTS["茶叶"], encoding="utf-8")
    told("一", "import", str(tmp_path / "茶.txt"))
    with closing(open_library(tmp_path / "一", write=True)) as opened:
        group = add_collection(opened, "茶")
        put_into(opened, group.id, [one.id for one in list_articles(opened) if not one.pack])
    out = str(tmp_path / "茶.zip")
    told("一", "pack", "make", "茶", "--out", out, code=2)
    told(
        "一",
        "pack",
        "make",
        "茶",
        "--out",
        out,
        "--name",
        "tea",
        "--licence",
        "CC0-1.0",
        "--publisher",
        "县志办",
    )
    told("二", "pack", "check", out)
    told("二", "pack", "install", out, "--dry-run")
    told("二", "pack", "install", out)
    assert [one["name"] for one in told("二", "pack", "list")] == ["ecommerce", "tea"]  # type: ignore[attr-defined]
    told("二", "pack", "remove", "ecommerce")
    assert [one["name"] for one in told("二", "pack", "list")] == ["tea"]  # type: ignore[attr-defined]
    told("二", "pack", "install", "ecommerce")
    told("二", "pack", "remove", "nothing", code=2)


QUOTE = "2024年云岭县茶叶产量为3.2万吨，同比增长12%。"
BARE = {"metric": "产量", "quote": QUOTE, "figure": "3.2万吨"}


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ({}, {}),
        ({"value": "3.2", "unit": "万吨", "base_value": "32000", "base_unit": "吨"},
         {"value": Decimal("3.2"), "unit": "万吨", "base_value": Decimal(32000), "base_unit": "吨"}),
        ({"low": "3", "high": "4"}, {"low": Decimal(3), "high": Decimal(4)}),
        ({"period": {"text": "2024年"}}, {"period": Period("2024年")}),
        ({"period": {"from": "2024-01-01", "to": "2024-12-31"}}, {"period": Period("", "2024-01-01", "2024-12-31")}),
        ({"kind": "forecast", "qualifier": "约"}, {"kind": StatisticKind.FORECAST, "qualifier": "约"}),
        ({"direction": "up", "basis": "同比"}, {"direction": Direction.UP, "basis": "同比"}),
        ({"change": {"direction": "up"}}, {"change": Change(Direction.UP, None, "", "")}),
        ({"change": {"direction": "down", "value": "12", "unit": "%", "basis": "同比"}},
         {"change": Change(Direction.DOWN, Decimal(12), "%", "同比")}),
        ({"kind": "growth", "value": "12", "change": {"direction": "up", "basis": "同比"}},
         {"kind": StatisticKind.GROWTH, "value": Decimal(12), "direction": Direction.UP, "basis": "同比"}),
        ({"subject": "茶", "region": "云岭县", "source": "年报", "inferred": True, "status": "extracted"},
         {"subject": "茶", "region": "云岭县", "source": "年报", "inferred": True, "status": FactStatus.EXTRACTED}),
    ],
)  # fmt: skip
def test_a_pack_states_what_it_says_and_of_all_else_nothing(
    library: Library, reader: Library, request_of: Callable[..., PackRequest], tmp_path: Path,
    said: dict[str, object], stated: dict[str, object],
) -> None:  # fmt: skip
    make_pack(library, request_of(), tmp_path / "a.zip")
    pack = read_pack_file(tmp_path / "a.zip")[0]
    file = next(one.file for one in pack.articles if QUOTE in one.data.decode())
    write_pack(replace(pack, statistics=({"article": file, **BARE, **said},)), tmp_path / "b.zip")
    install_file(reader, tmp_path / "b.zip")
    (article,) = [
        one.id
        for one in list_articles(reader)
        if one.pack == pack.name and reader.store.facts.statistics_of(one.id)
    ]
    (made,) = reader.store.facts.statistics_of(article)
    original = reader.store.articles.original_of(article)
    assert (made.evidence.of(original), made.figure.of(original)) == (QUOTE, "3.2万吨")
    plain = Statistic(
        made.id, "产量", None, "", made.evidence, made.figure, confidence=1.0, status=FactStatus.CONFIRMED,
        reviewed=True,
    )  # fmt: skip
    assert made == replace(plain, **stated)  # type: ignore[arg-type]
    assert check(reader).findings == ()
