"""Every cue of every table by its own test line, and the words of a table made into patterns."""

from __future__ import annotations

import re
from typing import Any

from corpus.knowledge.cues.patterns import pattern_of
from corpus.knowledge.cues.tables import framed, parts_of
from corpus.knowledge.cues.words import table
from tests.lines import every

KINDS = {
    "clausal_metrics": {
        "goes_on", "denies", "also", "leads_in", "loose_end", "measured", "does", "manner", "no_end", "an_end",
        "no_beginning", "from_or_by", "elsewhere",
    },
    "bearers": {
        "object_of", "ordered", "on_behalf", "in_favour", "relation", "tells", "sues", "points", "itself",
        "holder", "cut_off", "measure", "joint",
    },
    "direction": {
        "strong", "measured", "lessened", "mild", "shift", "ahead", "will",
        "against", "aside", "turn", "personal", "supposed", "denied", "reported", "until",
    },
    "head_nouns": {
        "deed", "spends", "traded", "raised", "leads_on", "had", "no_noun", "does", "movement", "funding", "adverb",
        "scores",
    },
    "movements": {
        "level", "manner", "risen", "up", "down", "gained", "lost", "moved", "onwards", "backwards",
        "basis", "grows", "shrinks", "turns",
    },
    "metrics/scraps": {"deed", "clause", "scrap", "no_measure", "placed", "headless"},
    "names/context": {
        "label", "investor", "judged", "pays", "foreign", "kind", "customers", "made", "software",
        "opened", "run", "account", "introduced", "ails", "company_line", "speaks", "not_head",
        "latin_act", "latin_bought", "called", "offered", "business", "business_does", "counted", "such",
        "named", "concerns",
        "works_at", "works", "worked_at", "worked", "leaves", "glossed", "has",
        "behind_sure", "behind_weak", "before_sure", "before_weak", "office", "decides", "one_named", "goes_on",
        "prefers", "complains", "hung", "swapped", "whose", "says", "namesakes", "ordered", "opened_on_phone",
        "delivered", "firm_has",
    },
    "names/deeds": {"deed", "nobody"},
    "names/no_names": {"no_name", "led", "only_kind"},
    "normalising": {
        "body", "own_body", "firm_measure", "does", "measure", "no_subject", "to_somebody",
    },
    "phrases/figures": {"before", "after", "each", "per", "per_head", "counted_by", "lasts"},
    "phrases/people": {"whole", "of_people", "of_many", "of_some", "does", "every", "among", "asked", "most", "say"},
    "phrases/place_names": {"no_place", "no_name", "part", "sort"},
    "phrases/spoken": {
        "sum", "reached", "price", "ends", "of_sum",
        "framed", "sends", "crew", "turned_over", "sold", "spent",
    },
    "phrases/works": {"works", "general", "of_part"},
    "sentence_topic": {
        "thing", "inside", "workplace", "role", "rival", "runs", "slogan", "elsewhere", "residents", "counted",
        "held",
    },
    "sentences/bearers_alone": {"before", "held", "behind", "mean", "sum", "turn", "sorted"},
    "sentences/attribution": {"told", "noise", "own"},
    "sentences/citing": {"leads", "says", "nobody", "elsewhere"},
    "sentences/no_figures": {
        "before", "sampled", "code", "priced", "behind", "together", "supposes", "asked", "say_so", "elastic", "one_in",
        "said", "untrue",
    },
    "sentences/page_counters": {"label", "behind"},
    "statements": {
        "planned", "foreseen", "aimed", "estimated", "share", "reached", "equity", "stock",
        "paid", "counts", "self_told",
    },
    "subjects": {
        "own", "no_place_before", "of_court", "no_place", "whole_place", "child", "raised", "earned", "taken_how",
        "rest_of_name", "branch", "no_owner_of", "segment", "of", "no_owner", "harmless", "bears", "several",
        "of_title", "before_time", "no_name", "doing", "auxiliary", "kind_of_firm",
    },
}  # fmt: skip
CUES = [(name, cue) for name in KINDS for cue in table(name)["cue"]]


@every(("name", "cue"), CUES, ids=[f"{name}-{cue['kind']}-{str(cue['example'])[:16]}" for name, cue in CUES])
def test_that_a_cue_is_found_in_its_test_line_and_in_no_look_alike(name: str, cue: dict[str, Any]) -> None:
    parts = parts_of(name)
    found = re.compile(framed(name, cue["kind"], pattern_of(cue, parts))).search
    assert cue["kind"] in KINDS[name]
    for word in cue.get("words", ()):
        assert found(cue["example"].replace("～", word)), word
        assert not found(cue["example"].replace("～", "")), word
    phrases = cue.get("phrases", [])
    assert len(phrases) == (len(cue["example"]) if isinstance(cue["example"], list) else 0)
    for phrase, example in zip(phrases, cue["example"], strict=False):
        one = pattern_of({**cue, "words": (), "phrases": [phrase]}, parts)
        assert re.search(framed(name, cue["kind"], one), example), (phrase, example)
    assert [line for line in cue.get("look_alikes", ()) if found(line)] == []


def test_that_a_phrase_keeps_to_its_clause_or_its_sentence() -> None:
    clause, whole = (re.compile(pattern_of({"phrases": [one]}, {})) for one in ("(茶|水)…1-3凉", "茶……4凉"))
    assert [bool(clause.search(text)) for text in ("茶已凉", "水不会凉", "茶凉", "茶，水凉")] == [1, 1, 0, 0]
    assert [bool(whole.search(text)) for text in ("茶，水凉", "茶。水凉")] == [True, False]
