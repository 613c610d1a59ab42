"""What leaves the program: export, print and preview.

- ``export_dialog`` with ``export_form``, ``export_choices``, ``reference_row``; before anything leaves:
  ``leaving_words``, ``export_warning``, ``missing_dialog``, ``proof_line``; afterwards ``exported``.
- ``print_dialog`` with ``print_sources`` and ``printed_paper``.
- How it will look: ``report_preview``, ``report_sheet``, ``sheet_tables``, ``shown_part``.
"""
