"""What Python's argparse says of wrong usage, in the language spoken."""

from __future__ import annotations

import re
from typing import Final

from corpus.language import translate


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_SAID: Final = (
    (r"unrecognized arguments: (?P<given>.*)", _("不认识的参数 {given}")),
    (r"the following arguments are required: (?P<names>.*)", _("缺少 {names}")),
    (r"one of the arguments (?P<names>.*) is required", _("{names} 须写其一")),
    (
        r"argument (?P<names>.*): invalid choice: (?P<given>.*) \(choose from (?P<known>.*)\)",
        _("{names} 不能是 {given}，可以是 {known}"),
    ),
    (r"argument (?P<names>.*): invalid \S+ value: (?P<given>.*)", _("{names} 不能是 {given}")),
    (r"argument (?P<names>.*): not allowed with argument (?P<given>.*)", _("{names} 不能与 {given} 同用")),
    (r"argument (?P<names>.*): ignored explicit argument (?P<given>.*)", _("{names} 后面不写 {given}")),
    (r"argument (?P<names>.*): expected .*arguments?", _("{names} 后面缺少内容")),
    (r"ambiguous option: (?P<given>.*) could match (?P<known>.*)", _("{given} 可以是 {known}：请写全")),
)


def in_words(message: str) -> str:
    """Return what argparse says in the language spoken, as it stands where it says what is not known here."""
    for said, words in _SAID:
        if match := re.fullmatch(said, message, re.DOTALL):
            return translate(words, **match.groupdict())
    return message
