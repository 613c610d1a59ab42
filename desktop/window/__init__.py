"""The window: its frame, the stack of pages, the dock, what stands in menus, and running work.

- ``main_window`` arranges its ``parts``: ``rail``, ``top_bar``, ``page_stack`` (pages of ``page_table``), ``dock``.
- What can be done: ``general_actions``, ``announced_actions``, ``known_actions``, ``shortcuts_dialog``, ``offers`` of
  the palette; ``window_navigation`` and ``window_dialogs`` lead on.
- Bringing in: ``importer``, ``import_outcome``, ``import_card``, ``drop_words``, ``draft_door``. Running work and first
  steps: ``running_work``, ``first_steps``.
"""
