"""The tables of a library as the newest version has them, and the steps that led there."""
