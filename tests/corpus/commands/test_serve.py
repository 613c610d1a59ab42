"""An assistant on this computer gets the values of the contract, and may only read unless asked otherwise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from corpus.commands.command import CommandContext
from corpus.commands.parsing import parse
from corpus.commands.run import run_command
from corpus.commands.serve import server
from tests.copies import copied

QUOTE = "社交电商的规模有两个说法"


@pytest.fixture
def library(library_template: Path, tmp_path: Path) -> Path:
    text = tmp_path / "规模.txt"
    text.write_text(f"规模\n\n{QUOTE}。2018年社交电商市场规模达到12624.7亿元。\n", encoding="utf-8")
    root = copied(library_template, tmp_path / "库")
    assert run_command(parse(["--library", str(root), "--json", "import", str(text)])) == 0
    return root


def asked(root: Path, name: str, *, write: bool = False, **arguments: Any) -> Any:
    async def call() -> Any:
        answer = await server(CommandContext(root), write=write).call_tool(name, arguments)
        return json.loads(answer.content[0].text)  # type: ignore[union-attr]

    return anyio.run(call)


def test_a_quotation_comes_with_its_article_and_its_exact_place(library: Path, capsys: Any) -> None:
    found = asked(library, "search", query=QUOTE, mode="exact")
    capsys.readouterr()
    run_command(parse(["--library", str(library), "--json", "search", QUOTE, "--mode", "exact"]))
    assert found == json.loads(capsys.readouterr().out)
    (hit,) = found["hits"]
    text = asked(library, "show", article=hit["article"])["text"]
    assert text[hit["start"] : hit["end"]] == QUOTE


def test_every_figure_comes_with_the_sentence_that_states_it(library: Path) -> None:
    answer = asked(library, "statistics", text="社交电商")
    assert answer["total"] >= len(answer["figures"]) >= 1
    for one in answer["figures"]:
        text = asked(library, "show", article=one["article"])["text"]
        assert text[one["start"] : one["end"]] == one["quote"]


def test_a_text_is_checked_and_a_reference_written(library: Path) -> None:
    (hit,) = asked(library, "search", query=QUOTE, mode="exact")["hits"]
    paper = f"有报告说：“{QUOTE}”。也有人说：“社交电商的规模只有一个说法”。"
    first, *_others = asked(library, "audit", paper=paper)
    assert first["verdict"] == "same"
    (reference,) = asked(library, "cite", articles=[hit["article"]])
    assert "规模" in reference["text"]


def test_writing_is_offered_only_where_it_was_asked_for(library: Path) -> None:
    def names(*, write: bool) -> set[str]:
        async def listed() -> set[str]:
            return {one.name for one in await server(CommandContext(library), write=write).list_tools()}

        return anyio.run(listed)

    assert names(write=True) - names(write=False) == {"annotate"}
    (hit,) = asked(library, "search", query=QUOTE, mode="exact")["hits"]
    made = asked(
        library,
        "annotate",
        write=True,
        article=hit["article"],
        start=hit["start"],
        end=hit["end"],
        note="要核对",
    )
    assert (made["quote"], made["note"]) == (QUOTE, "要核对")


def test_a_mistake_is_told_in_the_sentence_people_get(library: Path) -> None:
    async def call() -> Any:
        return await server(CommandContext(library)).call_tool("show", {"article": "nothing"})

    with pytest.raises(Exception, match="nothing"):
        anyio.run(call)


def test_a_client_talks_to_the_program_itself(library: Path, project_root: Path) -> None:
    program = StdioServerParameters(
        command=sys.executable, args=[str(project_root / "main.py"), "--library", str(library), "serve"]
    )

    async def talk() -> Any:
        async with stdio_client(program) as (source, sink), ClientSession(source, sink) as session:
            await session.initialize()
            tools = await session.list_tools()
            answer = await session.call_tool("search", {"query": QUOTE})
            return [one.name for one in tools.tools], answer

    names, answer = anyio.run(talk)
    assert "annotate" not in names
    assert json.loads(answer.content[0].text)["literal"] == 1


def test_without_the_extra_the_sentence_says_what_to_install(library: Path, project_root: Path) -> None:
    code = (
        "import sys; sys.modules['mcp'] = None; import main; "
        f"sys.exit(main.main(['--library', {str(library)!r}, 'serve']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=project_root, capture_output=True, check=False)
    assert done.returncode == 2
    assert "yinde[serve]" in done.stderr.decode()
