"""Names the words around tell: forms of speech, deeds, dealings, lists, heads of notices, other forms."""
