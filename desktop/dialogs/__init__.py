"""The dialogs: each opens without blocking and is freed when closed.

- The program: ``settings``, ``keys_panel``, ``key_field``, ``colour_names``, ``dictionary``, ``about``, ``components``,
  ``diagnosis``.
- A library as a whole: ``library_actions``, ``library_work``, ``check``, ``copies``, ``merging``, ``restoring``,
  ``packs``, ``pack_making``, ``trouble``, ``unwritten``.
- Texts and records: ``pasting``, ``importing_highlights``, ``reading_anew``, ``records_anew``, ``page_numbers``,
  ``renewing``.
- A value or two: ``text_prompt``, ``figure_form``, ``many_figures``.
"""
