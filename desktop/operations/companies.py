"""What a person says of companies' names: one small operation each, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.library.intake.vocabulary.companies import (
    NamesBefore,
    add_company,
    alias_company,
    merge_companies,
    rename_company,
    restore_names,
    split_company,
)
from desktop.services.operation import Done, Operation

if TYPE_CHECKING:
    from corpus.library.core.library import Library


def add(name: str) -> Operation[str]:
    """Add a company nobody knows yet; its result is the name to show."""
    return _named(_("新增企业"), partial(add_company, name=name), name, _("已新增“{name}”", name=name))


def rename(name: str, new: str) -> Operation[str]:
    """Give a company another usual name."""
    told = _("“{name}”已改名为“{new}”", name=name, new=new)
    return _named(_("改企业名称"), partial(rename_company, name=name, new=new), new, told)


def give_alias(name: str, alias: str) -> Operation[str]:
    """Give a company a further name."""
    told = _("“{alias}”已算作“{name}”", alias=alias, name=name)
    return _named(_("添加别名"), partial(alias_company, name=name, alias=alias), name, told)


def merge(name: str, into: str) -> Operation[str]:
    """Say that two companies are one."""
    told = _("“{name}”已并入“{into}”", name=name, into=into)
    return _named(_("并入企业"), partial(merge_companies, name=name, into=into), into, told)


def split(name: str, alias: str) -> Operation[str]:
    """Say that a name is a company of its own."""
    told = _("“{alias}”已从“{name}”分出", alias=alias, name=name)
    return _named(_("分出企业"), partial(split_company, name=name, alias=alias), alias, told)


def _named(title: str, change: Callable[[Library], NamesBefore], shown: str, told: str) -> Operation[str]:
    def write(library: Library) -> Done[str]:
        before = change(library)
        return Done(shown, partial(restore_names, before=before), change, told)

    return Operation(title, write, reindex=True)
