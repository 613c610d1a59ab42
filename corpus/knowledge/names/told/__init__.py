"""Names the words around tell: forms of speech, deeds, dealings, lists, heads of notices, other forms.

- Introduced or listed: ``introduced``, ``listed_names``, ``companions``, ``heads``, ``openings``, ``seats``,
  ``records``.
- By deeds: ``acting``, ``agents``, ``deeds``, ``dealings``, ``speakers``, ``at_law``; ``context`` joins their signs,
  ``evidence`` several weak ones of a text.
- In everyday talk: ``talk``; where only companies stand: ``company_places``; by what no dictionary has: ``own_parts``.
- Of several finds one: ``settling``; where it begins and ends, ``bounds``.
- Other forms of a name: ``aliases`` are said, ``other_names`` two and two, ``short_forms``, ``short_words`` and those
  of ``bodies`` gone on with.
"""
