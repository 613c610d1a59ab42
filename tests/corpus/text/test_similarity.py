from __future__ import annotations

import tracemalloc

import pytest

from corpus.text import similarity as similarities
from corpus.text.similarity import closest, fingerprint, numbers_of, resemblance, similarity

NOISY = "电子商务在县城里长得很快 。店主,买家和快递员都看得见,去年开的四百家网店大半还在 。"
CLEAN = "电子商务在县城里长得很快。店主，买家和快递员都看得见，去年开的四百家网店大半还在。"
OTHER = "今年小麦的收成比去年好，雨水来得正是时候，仓库已经装满了大半，价格却没有跌。"


def test_a_repaired_copy_is_the_same_as_its_noisy_twin() -> None:
    assert similarity(NOISY, CLEAN) == 1.0
    assert resemblance(fingerprint(NOISY), fingerprint(CLEAN)) == 1.0
    assert fingerprint(f"\ud83d{CLEAN}\ude00") == fingerprint(CLEAN)  # halves of letters are none


def test_different_texts_share_next_to_nothing() -> None:
    assert similarity(CLEAN, OTHER) < 0.05
    assert resemblance(fingerprint(CLEAN), fingerprint(OTHER)) < 0.05


def test_empty_texts_are_like_empty_texts_only() -> None:
    assert (similarity("", " "), similarity("", "电商")) == (1.0, 0.0)
    assert resemblance(fingerprint(""), fingerprint("电商")) == 0.0


def test_the_estimate_comes_near_the_measure() -> None:
    words = [f"第{number}家网店卖出{number * 7 % 1000}件货" for number in range(400)]
    whole, part = "，".join(words), "，".join(words[:250])
    assert resemblance(fingerprint(whole), fingerprint(part)) == pytest.approx(
        similarity(whole, part), abs=0.12
    )


def test_fingerprints_are_the_same_in_every_process() -> None:
    assert fingerprint("电子商务") == (2954990628,)


@pytest.mark.parametrize("least", [0.3, 0.5, 0.8])
def test_the_closest_is_the_one_a_comparison_with_all_would_find(least: float) -> None:
    words = [f"第{number}句话说的是{number * 7919}号仓库的货。" for number in range(90)]
    a = fingerprint("".join(words))
    others = {str(cut): fingerprint("".join(words[cut:])) for cut in range(1, 90, 4)} | {"无": ()}
    best = max(others, key=lambda key: resemblance(a, others[key]))
    assert closest(a, others, least) == (
        (best, resemblance(a, others[best])) if resemblance(a, others[best]) >= least else (None, 0.0)
    )
    for key in others:
        likeness = resemblance(a, others[key])
        assert closest(a, {key: others[key]}, least) == (
            (key, likeness) if likeness >= least else (None, 0.0)
        )


def test_that_a_fingerprint_of_a_long_text_is_that_of_all_its_runs_held_in_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(similarities, "_PIECE", 7)
    for text in ("", "电", CLEAN[:12], CLEAN[:13], CLEAN * 3 + NOISY):
        assert fingerprint(text) == tuple(sorted(numbers_of(text))[:128])
    monkeypatch.setattr(similarities, "_PIECE", 1_000)
    text = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(10_000))
    tracemalloc.start()
    fingerprint(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 * len(text)
