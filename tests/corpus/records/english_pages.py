"""First pages in English drawn at random: papers, papers of a series and chapters, with what their records are."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Final

TITLES: Final = (
    ("Parcel lockers in hill towns: evidence from two winters",),
    ("Why do small shops close early?", "A survey of forty streets"),
    ("PRICE SIGNALS AND QUEUES AT", "WHOLESALE MARKETS"),
    ("On the Use of Ledgers",),
    ("Street Vending After Dark: Lights, Rents and", "the Price of a Bowl of Noodles"),
    ("Two-sided pricing with loyal riders",),
)
NAMES: Final = (
    "Leena Korhola", "Qiu Mingche", "Tobias Wren", "Sofía Larrea", "J. A. Marsh", "Ana van der Berg", "Omar El-Sayed",
    "Xu Lanying", "Petra Núñez-Roth", "K. Omondi",
)  # fmt: skip
JOURNALS: Final = (
    "Journal of Street Trade", "Freight Letters", "Retail Geography", "Review of Market Studies",
    "Urban Commerce Quarterly",
    "International Journal of Parcel Logistics", "Trade & Society",
)  # fmt: skip
BANNERS: Final = (
    "",
    "RESEARCH ARTICLE",
    "Original Article",
    "Open Access   Article",
    "Review",
    "Full Length Article",
)
BODIES: Final = (
    "Department of Geography, University of Eastmere, Eastmere, UK",
    "1 School of Business, Ferrow University; 2 Parcelworks Ltd.",
    "Institute for Street Economies, Marlow",
)
MARKS: Final[tuple[Callable[[list[str]], str], ...]] = (
    ", ".join,
    lambda names: " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0],
    lambda names: ", ".join(
        f"{one} {place}" + (",*" if place == 1 else "") for place, one in enumerate(names, 1)
    ),
    lambda names: ", ".join(f"{one}{place},†" for place, one in enumerate(names, 1)),
    " · ".join,
    "; ".join,
    "\n".join,
    "   ".join,
    lambda names: ", ".join(f"{one} {letter}" for one, letter in zip(names, "abcd", strict=False)),
)
NUMBERS: Final = (
    "{j} {v} ({y}) {p}", "{j}, Vol. {v}, No. {i}, {y}, pp. {p}", "{j} {y}, {v}({i}), {a}", "{j} ({y}) {v}:{p}",
    "{j}\nVolume {v}, Issue {i}, pp. {p}", "{j} | Vol. {v} | No. {i} | {y}", "{j} {v}({i}): {p}, {y}",
    "{j}. {y};{v}({i}):{p}.", "{j}\nVol. {v}, No. {i} (March {y}), pp. {p}",
    "Volume {v} · Number {i} · Spring {y} · pp. {p}\n{j}",
    "{j}, {y}, Vol. {v}, No. {i}, {p}",
)  # fmt: skip


def paper(chance: Random) -> tuple[str, dict[str, str | list[str]]]:
    """Return the first page of a paper and its record."""
    title, names = chance.choice(TITLES), chance.sample(NAMES, chance.randint(1, 4))
    told: dict[str, Any] = {
        "j": chance.choice(JOURNALS), "v": chance.randint(2, 60), "i": chance.randint(1, 12),
        "y": chance.randint(1996, 2025),
        "p": "55–80", "a": "1183",
    }  # fmt: skip
    form = chance.choice(NUMBERS)
    imprint, banner = form.format(**told), chance.choice(BANNERS)
    who, body = chance.choice(MARKS)(names), chance.choice(BODIES)
    doi = f"10.99999/st.{told['y']}.{told['v']}"
    about = chance.choice(("", f"https://doi.org/{doi}", f"DOI: {doi}"))
    dates = chance.choice(
        (
            "",
            f"Received 9 January {told['y'] - 1}; accepted 4 March {told['y']}",
            f"© The Author(s) {told['y']}",
        )
    )
    abstract = chance.choice(("Abstract", "ABSTRACT", "Abstract. "))
    top, foot = ([imprint], []) if chance.random() < 0.7 else ([], [imprint])
    parts = [
        *top, *([about] if chance.random() < 0.5 else []), banner, "\n".join(title), who, body, dates,
        abstract, "We follow forty shops through two winters and ask when each of them closes its shutters, and why.",
        "Keywords: shops; winter; shutters", about, *foot,
    ]  # fmt: skip
    record: dict[str, str | list[str]] = {
        "type": "article-journal", "title": " ".join(title), "author": names, "container-title": told["j"],
        "volume": str(told["v"]), "issued": str(told["y"]),
    }  # fmt: skip
    if "March" in form:
        record["issued"] = f"{told['y']}-03"
    if "{i}" in form:
        record["issue"] = str(told["i"])
    if "{y}" not in form and not (about or dates.startswith("©")):
        del record["issued"]
    if "{y}" not in form and "issued" in record and not dates.startswith("©"):
        del record["issued"]
    if about:
        record["DOI"] = doi
    page = "1183" if "{a}" in form else "55-80" if "{p}" in form else ""
    return "\n\n".join(filter(None, parts)), record | ({"page": page} if page else {})


BODIES_OF_SERIES: Final = (
    ("Institute for Street Economies, Marlow", "Institute for Street Economies", "Marlow"),
    ("Centre for Market Policy", "Centre for Market Policy", ""),
    ("HARROW RESEARCH COUNCIL", "HARROW RESEARCH COUNCIL", ""),
    ("Bank of Eastmere, Economics Department", "Bank of Eastmere", ""),
)
SERIES: Final = (
    "DISCUSSION PAPER SERIES   |   No. {n}", "Working Paper {n}", "WORKING PAPER SERIES\nNo. {n}",
    "Policy Brief No. {n}",
    "Technical Report {n}", "Staff Report no. {n}", "Occasional Papers, No. {n}",
)  # fmt: skip
DAYS: Final = (
    ("March 2023", "2023-03"), ("March 2023 (revised September 2024)", "2023-03"), ("14 June 2021", "2021-06-14"),
    ("June 14, 2021", "2021-06-14"), ("Issued in May 2019", "2019-05"),
)  # fmt: skip
HOUSES: Final = (
    ("Aldersgate", "Pelham Academic"),
    ("Marlow", "Harrow University Press"),
    ("New Ferrow", "Quay Books"),
)
BOOKS: Final = (
    "Trust at a Distance: Commerce and Media in East Asia",
    "The Village and the Screen",
    "Markets Without Walls",
)


def series_paper(chance: Random) -> tuple[str, dict[str, str | list[str]]]:
    """Return the cover of a paper of a series and its record."""
    title, names = chance.choice(TITLES), chance.sample(NAMES, chance.randint(1, 3))
    number = chance.choice(("114", "2021-07", "WP2020-11", "28921"))
    body, publisher, place = chance.choice(BODIES_OF_SERIES[:3])
    day, issued = chance.choice(DAYS)
    series, who = chance.choice(SERIES).format(n=number), chance.choice(MARKS)(names)
    own = ["\n".join(title), who]
    parts = chance.choice(
        (
            [series, *own, day, body],
            [body, series, *own, day],
            [*own, series, body, day],
            [series, day, *own, body],
        )
    )
    record: dict[str, str | list[str]] = {
        "type": "report", "title": " ".join(title), "author": names, "publisher": publisher, "number": number,
        "issued": issued,
    }  # fmt: skip
    return "\n\n".join([*parts, "Abstract", "We follow forty shops."]), record | (
        {"publisher-place": place} if place else {}
    )


def chapter(chance: Random) -> tuple[str, dict[str, str | list[str]]]:
    """Return the first page of a chapter and its record."""
    title, names = chance.choice(TITLES), chance.sample(NAMES, chance.randint(1, 2))
    editors = chance.sample([one for one in NAMES if one not in names], chance.randint(1, 2))
    (place, house), book = chance.choice(HOUSES), chance.choice(BOOKS)
    both = " and ".join(editors)
    told = chance.choice(
        (
            f"In: {book}, edited by {both}, 211–236. {place}: {house}, 2021.",
            f"In {both} (Eds.), {book} (pp. 211-236). {house}, 2021.",
            f"In {book}, ed. {both}, pp. 211–236. {place}: {house}, 2021",
            f"In: {both} (eds) (2021) {book}, pp. 211–236. {place}: {house}.",
            f"From {book}, edited by {both} ({place}: {house}, 2021), pp. 211–236.",
        )
    )
    own = ["\n".join(title), " and ".join(names)]
    head = chance.choice(("", "Chapter 9", "CHAPTER NINE"))
    parts = chance.choice(
        ([head, *own, told, "The first stall I saw sold nothing at all."], [told, head, *own, "A stall."])
    )
    record: dict[str, str | list[str]] = {
        "type": "chapter", "title": " ".join(title), "author": names, "container-title": book, "editor": editors,
        "page": "211-236", "publisher": house, "issued": "2021",
    }  # fmt: skip
    return "\n\n".join(filter(None, parts)), record
