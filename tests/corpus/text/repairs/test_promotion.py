"""What a page says of itself to be followed and shared is found as one expression finds it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.repairs import furniture
from corpus.text.repairs.rule import Page


@given(
    st.lists(
        st.sampled_from(["免责声明", "转载请注明", "扫码", "关注", "公众号", "。", "\n", "电" * 5, "商" * 70])
    )
)
def test_that_looking_for_its_words_first_finds_the_same_promotion(parts: list[str]) -> None:
    text = "题\n" + "".join(parts)
    found = [(one.start, one.end) for one in furniture.find_boilerplate(Page(text))]
    assert found == [match.span() for match in furniture._PROMOTION.finditer(text)]
