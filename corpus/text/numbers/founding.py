"""Words that tell of a year beside them only how old something is: 成立于1998年, 1998年创办."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

FOUNDED_IN: Final = LazyPattern(
    r"(?:成立|创立|始建|创建|创办|组建|建成|注册|诞生|起源|建|(?<![发产])生)[于在][ ]?$"
)
"""Before such a year."""
BEGUN: Final = r"成立|创立|创办|始建|建厂|建校|建院"
"""Behind such a year."""
