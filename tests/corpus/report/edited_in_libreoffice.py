"""Edits documents in LibreOffice, as a person's hands would; run by a Python that has its bridge (``uno``).

On standard input a list of jobs: ``{"path", "out", "edits": [[doing, ...]]}``. A paragraph is named by words that
stand in it. Doings: ``move`` words, before which words; ``add`` words, behind which words; ``delete`` words;
``copy`` words, behind which words (the paragraph with its fields, by the clipboard); ``type`` words, and what is
written at the end of their paragraph; ``split`` words: their paragraph ends behind them; ``join`` words: their
paragraph goes on with the next; ``form`` words, and a command of the menu (``Bold``); ``replace`` words everywhere by
others.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import Exception as OfficeError

TRIES = 240


def value(name: str, content: object) -> Any:
    """Return a property as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


class Hands:
    """One open document with its view."""

    def __init__(self, context: Any, desktop: Any, path: str) -> None:
        self.document = desktop.loadComponentFromURL(
            Path(path).as_uri(), "_blank", 0, (value("Hidden", True),)
        )
        self.controller = self.document.getCurrentController()
        manager = context.ServiceManager
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.cursor = self.controller.getViewCursor()

    def do(self, command: str, *arguments: Any) -> None:
        """Carry out a command of the menu."""
        self.dispatcher.executeDispatch(self.controller.Frame, f".uno:{command}", "", 0, arguments)

    def paragraph(self, words: str) -> Any:
        """Return the paragraph that holds the words."""
        found = self.document.Text.createEnumeration()
        while found.hasMoreElements():
            one = found.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph") and words in one.String:
                return one
        raise LookupError(words)

    def select(self, words: str) -> None:
        """Select a whole paragraph with the end of the one before it."""
        one = self.paragraph(words)
        self.cursor.gotoRange(one.Start, False)
        self.cursor.goLeft(1, False)
        self.cursor.gotoRange(one.End, True)

    def at_end(self, words: str) -> None:
        """Put the cursor at the end of a paragraph."""
        self.cursor.gotoRange(self.paragraph(words).End, False)

    def move(self, words: str, before: str) -> None:
        """Cut a paragraph and put it in front of another."""
        self.select(words)
        self.do("Cut")
        self.cursor.gotoRange(self.paragraph(before).Start, False)
        self.cursor.goLeft(1, False)
        self.do("Paste")

    def copy(self, words: str, behind: str) -> None:
        """Put a copy of a paragraph behind another."""
        self.select(words)
        self.do("Copy")
        self.at_end(behind)
        self.do("Paste")

    def delete(self, words: str) -> None:
        """Delete a paragraph."""
        self.select(words)
        self.do("Delete")

    def add(self, words: str, behind: str) -> None:
        """Write a paragraph of one's own behind another."""
        self.at_end(behind)
        self.do("InsertPara")
        self.do("InsertText", value("Text", words))

    def type(self, words: str, more: str) -> None:
        """Write on at the end of a paragraph."""
        self.at_end(words)
        self.do("InsertText", value("Text", more))

    def behind(self, words: str) -> None:
        """Put the cursor right behind words."""
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        self.cursor.gotoRange(self.document.findFirst(search).End, False)

    def split(self, words: str) -> None:
        """End a paragraph behind words."""
        self.behind(words)
        self.do("InsertPara")

    def join(self, words: str) -> None:
        """Let a paragraph go on with the next."""
        self.at_end(words)
        self.do("Delete")

    def form(self, words: str, command: str) -> None:
        """Give a whole paragraph another form."""
        self.cursor.gotoRange(self.paragraph(words).Start, False)
        self.cursor.gotoRange(self.paragraph(words).End, True)
        self.do(command)

    def replace(self, words: str, others: str) -> None:
        """Put other words in the place of words, wherever they stand."""
        search = self.document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString = words, others
        self.document.replaceAll(search)

    def save(self, out: str) -> None:
        """Save as Word's format and close."""
        form = (value("FilterName", "MS Word 2007 XML"), value("Overwrite", True))
        self.document.storeToURL(Path(out).as_uri(), form)
        self.document.close(True)


def connected(pipe: str) -> Any:
    """Return the context of the program that listens on a pipe, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def main() -> None:
    """Do the jobs one after the other in one LibreOffice with a profile of its own."""
    jobs = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"yinde{Path(profile).name}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}",
             f"--accept=pipe,name={pipe};urp;"]
        )  # fmt: skip
        try:
            context = connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            for job in jobs:
                hands = Hands(context, desktop, job["path"])
                for doing, *told in job["edits"]:
                    getattr(hands, doing)(*told)
                hands.save(job["out"])
            try:
                desktop.terminate()
            except OfficeError as error:
                sys.stderr.write(f"It ended before it answered: {error}\n")
            office.wait(60)
        finally:
            office.kill()


if __name__ == "__main__":
    main()
