"""Corrections of a text – found by rules, made by a person, a split, a join – and reading anew what they touch."""
