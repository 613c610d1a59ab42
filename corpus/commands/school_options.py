"""What is asked of citations and of what leaves on the command line, the same for every command that takes it."""

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


def take_leaving(parser: argparse.ArgumentParser) -> None:
    """Take for whom something leaves, what stands around quotations, and what their places are told by."""
    take = parser.add_argument
    take("--preset", choices=("keep", "handout"), default="", help=_("用途：自己留存或对外提交"))
    take(
        "--context", choices=("none", "sentence", "around", "paragraph"), default="",
        help=_("引文带多少上下文：不带、所在句、前后各一句、整段"),
    )  # fmt: skip
    take(
        "--locators", choices=("page", "paragraph", "none"), default="",
        help=_("引文位置写页码、段落或不写"),
    )  # fmt: skip
    take("--reference-doc", default="", metavar="FILE", help=_("用这个 .docx 的样式和页眉页脚"))


def take_school(parser: argparse.ArgumentParser) -> None:
    """Take the switches."""
    take = parser.add_argument
    take("--marks", choices=("full", "half"), default="", help=_("著录用全角或半角标点"))
    take("--joiner", default="", help=_("两位作者之间的连接，如 和"))
    take("--blank-before-others", action="store_true", help=_("“等”前空一格"))
    take(
        "--brackets", choices=("square", "corner", "round", "raised"), default="",
        help=_("序号的括号：[1]、〔1〕、（1）、上标"),
    )  # fmt: skip
    take("--bilingual", action="store_true", help=_("中文文献附英文著录"))


def school_of(arguments: argparse.Namespace, rules: SchoolRules = AS_THE_EDITION) -> SchoolRules:
    """Return ``rules`` with what the arguments say."""
    return replace(rules, **{key: value for key in _NAMES if (value := getattr(arguments, key))})
