"""Figures of tables: where a text holds a table, what its heads say, and what its cells tell.

- ``grid`` finds tables, ``aligned`` those parted by blanks; ``layout`` says which lines are which, ``ready`` parts the
  heads from the body.
- What stands above and beside: ``captions``, ``axes``, ``measures``, ``sections``, ``times``.
- A cell: ``cells`` by itself, ``brackets`` behind its number, ``headed_cells`` by its heads; ``reading`` makes figures.
"""
