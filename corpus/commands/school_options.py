"""The style of citing and the switches of schools on the command line: the same for every command that cites."""

from __future__ import annotations

import argparse
from dataclasses import replace

from corpus.language import translate as _
from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.citations import OFTEN_ASKED

_NAMES = ("marks", "joiner", "blank_before_others", "brackets", "bilingual")


def take_style(parser: argparse.ArgumentParser, default: str = "") -> None:
    """Take the style of citing, and name those there are."""
    told = _("引文样式：{styles}，以及其他 CSL 样式的名称和 .csl 文件", styles=" ".join(OFTEN_ASKED))
    parser.add_argument("--style", default=default, help=told)


def take_school(parser: argparse.ArgumentParser) -> None:
    """Take the switches."""
    parser.add_argument("--marks", choices=("full", "half"), default="")
    parser.add_argument("--joiner", default="")
    parser.add_argument("--blank-before-others", action="store_true")
    parser.add_argument("--brackets", choices=("square", "corner", "round", "raised"), default="")
    parser.add_argument("--bilingual", action="store_true")


def school_of(arguments: argparse.Namespace, rules: SchoolRules = AS_THE_EDITION) -> SchoolRules:
    """Return ``rules`` with what the arguments say."""
    return replace(rules, **{key: value for key in _NAMES if (value := getattr(arguments, key))})
