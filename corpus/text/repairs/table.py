"""The table of repairs: one line for each rule; of two repairs that overlap, the earlier line's is applied."""

from __future__ import annotations

from typing import Final

from corpus.model.edit import RepairClass
from corpus.text.repairs.blanks import find_blanks, find_torn
from corpus.text.repairs.broken_lines import find_broken_lines, find_torn_numbers
from corpus.text.repairs.characters import find_full_width, find_invisible, find_radicals
from corpus.text.repairs.charts import find_captions
from corpus.text.repairs.doubled_marks import find_doubled_marks
from corpus.text.repairs.furniture import find_boilerplate, find_furniture
from corpus.text.repairs.gaps import find_cut_sentences, find_lost_titles
from corpus.text.repairs.kinds import RepairKind
from corpus.text.repairs.misread_digits import find_misread_digits
from corpus.text.repairs.numbering import find_numbering
from corpus.text.repairs.other_forms import find_ligatures, find_small_marks
from corpus.text.repairs.overprint import find_overprint
from corpus.text.repairs.pinyin_glosses import find_pinyin_glosses
from corpus.text.repairs.previews import find_previews
from corpus.text.repairs.punctuation import find_half_width_marks
from corpus.text.repairs.remains import find_html, find_mojibake
from corpus.text.repairs.repetition import find_repetitions
from corpus.text.repairs.rule import Rule
from corpus.text.repairs.wording import find_wordings
from corpus.text.repairs.wrapping import find_hyphens, find_line_breaks

RULES: Final = (
    Rule(RepairKind.MOJIBAKE, RepairClass.FORM, find_mojibake),
    Rule(RepairKind.INVISIBLE_CHARACTER, RepairClass.FORM, find_invisible),
    Rule(RepairKind.PAGE_FURNITURE, RepairClass.FORM, find_furniture),
    Rule(RepairKind.PAGE_FURNITURE, RepairClass.FORM, find_previews),
    Rule(RepairKind.PINYIN_GLOSS, RepairClass.FORM, find_pinyin_glosses),
    Rule(RepairKind.OVERPRINT, RepairClass.FORM, find_overprint),
    Rule(RepairKind.REPEATED_PARAGRAPH, RepairClass.FORM, find_repetitions),
    Rule(RepairKind.HTML_REMAINS, RepairClass.FORM, find_html),
    Rule(RepairKind.BROKEN_NUMBERING, RepairClass.FORM, find_numbering),
    Rule(RepairKind.CHART_RESIDUE, RepairClass.FORM, find_captions),
    Rule(RepairKind.MACHINE_TRANSLATION, RepairClass.WORDING, find_wordings),
    Rule(RepairKind.WRONG_LINE_BREAK, RepairClass.FORM, find_line_breaks),
    Rule(RepairKind.WRONG_LINE_BREAK, RepairClass.FORM, find_torn_numbers),
    Rule(RepairKind.WRONG_LINE_BREAK, RepairClass.FORM, find_broken_lines),
    Rule(RepairKind.HYPHENATION, RepairClass.FORM, find_hyphens),
    Rule(RepairKind.RADICAL_CHARACTER, RepairClass.FORM, find_radicals),
    Rule(RepairKind.LIGATURE, RepairClass.FORM, find_ligatures),
    Rule(RepairKind.EXTRA_BLANK, RepairClass.FORM, find_torn),
    Rule(RepairKind.MISREAD_DIGIT, RepairClass.FORM, find_misread_digits),
    Rule(RepairKind.FULL_WIDTH_CHARACTER, RepairClass.FORM, find_full_width),
    Rule(RepairKind.EXTRA_BLANK, RepairClass.FORM, find_blanks),
    Rule(RepairKind.DOUBLED_MARK, RepairClass.FORM, find_doubled_marks),
    Rule(RepairKind.HALF_WIDTH_MARK, RepairClass.FORM, find_half_width_marks),
    Rule(RepairKind.HALF_WIDTH_MARK, RepairClass.FORM, find_small_marks),
    Rule(RepairKind.LOST_TITLE, RepairClass.FACT, find_lost_titles),
    Rule(RepairKind.TRUNCATED_SENTENCE, RepairClass.FACT, find_cut_sentences),
    Rule(RepairKind.BOILERPLATE, RepairClass.FORM, find_boilerplate),
)
