"""``annotate ARTICLE``: mark a place of an article, with a note or without."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.phrases import listed, quoted
from corpus.library import shapes
from corpus.library.notes.annotating import annotate
from corpus.library.notes.boxing import annotate_box
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.errors import UsageError
from corpus.model.span import Span


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the place, the colour, the note and the tags."""
    parser.add_argument("article", metavar="ARTICLE", help=_("文章编号"))
    parser.add_argument("--start", type=int, metavar="N", help=_("从第几个字起（第一个字为 0）"))
    parser.add_argument("--end", type=int, metavar="N", help=_("到第几个字之前"))
    parser.add_argument("--page", type=int, metavar="N", help=_("在哪一页的原页上框选"))
    parser.add_argument("--box", default="", metavar="LEFT,TOP,RIGHT,BOTTOM", help=_("框的四边，0 到 1"))
    parser.add_argument("--colour", "--color", default=Colour.YELLOW.value, help=_("颜色"))
    parser.add_argument(
        "--style",
        choices=[one.value for one in MarkStyle],
        default=MarkStyle.HIGHLIGHT.value,
        help=_("高亮或下划线"),
    )
    parser.add_argument("--note", default="", metavar="MD", help=_("批注的文字（Markdown）"))
    parser.add_argument("--tag", action="append", default=[], help=_("标签；可写多次"))


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Make the annotation."""
    names = [one.value for one in Colour]
    if arguments.colour not in names:
        raise UsageError("bad_colour", colour=arguments.colour, colours=listed(names))
    if arguments.page is not None or arguments.box:
        return _boxed(arguments, context)
    if arguments.start is None or arguments.end is None:
        raise UsageError("bad_value", name="--start/--end", value="")
    with context.library(write=True) as library:
        length = len(library.texts.get(arguments.article).clean)
        if not 0 <= arguments.start < arguments.end <= length:
            raise UsageError("bad_span", start=arguments.start, end=arguments.end, length=length)
        made = annotate(
            library, arguments.article, Span(arguments.start, arguments.end), colour=Colour(arguments.colour),
            style=MarkStyle(arguments.style), note=arguments.note, tags=tuple(arguments.tag),
        )  # fmt: skip
    payload = shapes.annotation(made)
    return Outcome(payload, f"{payload['id']}  {quoted(payload['quote'])}")


def _boxed(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Annotate a box on a page, its sides in per cent."""
    try:
        left, top, right, bottom = (float(one) / 100 for one in arguments.box.split(","))
    except ValueError as error:
        raise UsageError("bad_box", box=arguments.box) from error
    with context.library(write=True) as library:
        made = annotate_box(
            library, arguments.article, arguments.page or 1, (left, top, right, bottom),
            colour=Colour(arguments.colour), note=arguments.note, tags=tuple(arguments.tag),
        )  # fmt: skip
    payload = shapes.annotation(made)
    return Outcome(payload, f"{payload['id']}  {quoted(payload['quote'])}")


COMMAND = Command(configure, run)
