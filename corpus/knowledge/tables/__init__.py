"""Figures of tables: where a text holds a table, what its heads say, and what its cells tell.

- ``grid`` finds tables, ``aligned`` those parted by blanks; ``layout`` says which lines are which, ``ready`` parts the
  heads from the body.
- ``blocks`` parts tables that stand side by side or below one another in one grid; ``headed_table`` holds one.
- What stands around: ``around`` parts titles from sentences, ``pointing`` are sentences that point to the table,
  ``notes`` stand below it; ``places_named`` finds a place anywhere in a title.
- What stands above and beside: ``captions``, ``axes``, ``columns``, ``measures``, ``measure_units``, ``unit_lines``,
  ``sections``, ``times``; ``unit_words`` tells what is a unit, ``works`` what a place has that bears its name.
- A cell: ``cells`` by itself, ``brackets`` behind its number, ``headed_cells`` by its heads; ``reading`` makes figures.
"""
