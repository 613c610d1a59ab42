"""名称: the platforms and companies named here, and every place where they are."""

from __future__ import annotations

from collections import defaultdict

from corpus.language import translate as _
from corpus.library.reading.articles import Reading
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from desktop.reader.dock.panel import Panel
from desktop.services.context import Context
from desktop.services.targets import PlatformsTarget
from desktop.widgets.lists.rows import Row

_AROUND = 14


class NamesPanel(Panel):
    """Lists each name with its places under it, in the order of the text."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, _("名称"), _("这篇文章没有提到平台或企业。"), lines=(1, 1))
        self._context = context
        self._names: dict[str, str] = {}
        self.add_buttons((_("平台与企业"), self.open_platform))

    def fill(self, reading: Reading) -> None:
        """List the names of ``reading``, the most frequent first."""
        by_name: defaultdict[str, list[PlatformMention]] = defaultdict(list)
        for mention in reading.mentions:
            by_name[mention.platform].append(mention)
        rows: list[Row] = []
        places: dict[str, Span] = {}
        self._names = {}
        for name, mentions in sorted(by_name.items(), key=lambda one: -len(one[1])):
            count = _("{n} 处", n=len(mentions))
            rows.append(Row(f"name:{name}", name, side=count, heading=True))
            for mention in mentions:
                key = f"{name}@{mention.span.start}"
                rows.append(Row(key, _around(reading.text, mention.span)))
                places[key], self._names[key] = mention.span, name
        self.set_rows(rows, places)

    def open_platform(self, key: str) -> None:
        """Open the page of the name chosen."""
        if key in self._names:
            self._context.navigator.go(PlatformsTarget(name=self._names[key]))


def _around(text: str, span: Span) -> str:
    before = text[max(span.start - _AROUND // 2, 0) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 2 * _AROUND].partition("\n")[0]
    return f"…{before}{span.of(text)}{after}…"
