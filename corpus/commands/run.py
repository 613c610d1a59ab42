"""Running a command: arguments in, one JSON document or lines for people out, an exit code back."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from corpus.commands import table
from corpus.commands.command import Outcome, Session
from corpus.language import preferred_language, sentence_of, use_language
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.opening import default_root
from corpus.model.errors import UsageError, YindeError
from corpus.model.progress import Progress


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Tell of wrong usage."""
        raise UsageError("bad_usage", detail=message)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; ``command`` is ``None`` where the window is wanted."""
    head = Parser(prog="yinde", add_help=False)
    _options(head, default=None)
    head.add_argument("-h", "--help", action="store_true")
    head.add_argument("command", nargs="?")
    head.add_argument("rest", nargs=argparse.REMAINDER)
    first = head.parse_args(argv)
    use_language(first.lang or preferred_language())
    if first.command is None or (first.help and first.command not in table.names()):
        return first
    if first.command not in table.names():
        raise UsageError("bad_usage", detail=first.command)
    chosen = table.command(first.command)
    parser = Parser(prog=f"yinde {chosen.name}", description=_(chosen.about))
    _options(parser, default=argparse.SUPPRESS)
    chosen.configure(parser)
    whole = parser.parse_args(["--help"] if first.help else first.rest)
    merged = argparse.Namespace(**{**vars(first), **vars(whole)})
    use_language(merged.lang or preferred_language())
    return merged


def _options(parser: argparse.ArgumentParser, *, default: object) -> None:
    """Add the options every command takes, before its name or after."""
    parser.add_argument("--library", metavar="DIR", default=default)
    parser.add_argument("--json", action="store_true", default=default)
    parser.add_argument("--lang", choices=("zh", "en"), default=default)


def usage() -> str:
    """Return how the program is called, for people."""
    width = max(len(name) for name in table.names())
    lines = [f"  {name:<{width}}  {_(table.command(name).about)}" for name in table.names()]
    head = _(
        "用法：python main.py [--library DIR] [--json] [--lang zh|en] [COMMAND …]\n不带命令时打开窗口。命令："
    )
    return "\n".join([head, *lines])


def run_command(arguments: argparse.Namespace) -> int:
    """Run the command of ``arguments`` and show what came of it."""
    root = Path(arguments.library) if arguments.library else default_root()
    try:
        outcome = table.command(arguments.command).run(arguments, Session(root, _tell))
    except YindeError as error:
        return report_error(error, as_json=bool(arguments.json))
    if not outcome.streamed:
        _show(outcome, as_json=bool(arguments.json))
    return outcome.exit_code


def report_error(error: YindeError, *, as_json: bool) -> int:
    """Show an error as the contract says; return its exit code."""
    if as_json:
        _write_json({"error": shapes.error(error, sentence_of)})
    else:
        sys.stderr.write(sentence_of(error) + "\n")
    return error.exit_code


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        _write_json(outcome.payload)
    elif outcome.text:
        sys.stdout.write(outcome.text + "\n")


def _write_json(payload: object) -> None:
    """Write one document in UTF-8, whatever the terminal's encoding; lone surrogates stay escaped."""
    try:
        data = json.dumps(payload, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        data = json.dumps(payload).encode("ascii")
    sys.stdout.flush()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _tell(progress: Progress) -> None:
    """Show progress on a terminal's standard error; a pipe gets nothing."""
    if sys.stderr.isatty():
        total = f"/{progress.total}" if progress.total else ""
        end = "\n" if progress.total and progress.done >= progress.total else "\r"
        sys.stderr.write(f"{progress.stage} {progress.done}{total} {progress.item}\x1b[K{end}")
