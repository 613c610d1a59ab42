from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.knowledge import clauses

_WORDS = st.lists(
    st.sampled_from(("全省", "企业", "过去", "连续", "十", "二", "3", "年来", "年间", "的", "再上新台阶", "\n")),
    max_size=14,
).map("".join)  # fmt: skip


@given(_WORDS)
def test_that_a_tail_is_found_near_the_end_as_it_is_in_the_whole(words: str) -> None:
    assert clauses._without_tail(words) == re.sub(clauses._TAIL, "", words)
