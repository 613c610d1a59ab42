"""``serve``: the library for an assistant on this computer, as an MCP server over standard input and output."""

from __future__ import annotations

import argparse
import functools
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from corpus.commands.assistant import Assistant
from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import sentence_of
from corpus.model.errors import UsageError, YindeError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

_ADVICE = (
    "An offline library of Chinese texts. Answer from it only with quotations that `search` or `show` gave, word for "
    "word, and name the article. Give a figure only with the sentence `statistics` ties it to; where `conflicts` is "
    "not empty, tell both. Check a finished text with `audit`."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Take whether the assistant may write notes."""
    parser.add_argument("--write", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Serve until standard input ends."""
    server(context, write=arguments.write).run("stdio")
    return Outcome(None, streamed=True)


def server(context: CommandContext, *, write: bool = False) -> MCPServer[Any]:
    """Return the server of a library, reading only unless ``write``; UsageError where ``mcp`` is not installed."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise UsageError("extra_missing", name="mcp", extra="serve") from error
    made: MCPServer[Any] = MCPServer("yinde", instructions=_ADVICE, log_level="ERROR")
    assistant = Assistant(context)
    for tool in assistant.reading():
        hints = ToolAnnotations(read_only_hint=True, open_world_hint=False)
        made.add_tool(_told(tool), annotations=hints, structured_output=False)
    for tool in assistant.writing() if write else ():
        hints = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)
        made.add_tool(_told(tool), annotations=hints, structured_output=False)
    return made


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``tool`` answering with one JSON document, and failing with the sentence people get."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def asked(*arguments: Any, **named: Any) -> str:
        try:
            return json.dumps(tool(*arguments, **named), ensure_ascii=False)
        except YindeError as error:
            raise ToolError(sentence_of(error)) from error

    return asked


COMMAND = Command(configure, run)
