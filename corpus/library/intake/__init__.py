"""Texts into the library: importing, updating, repairing, packs."""
