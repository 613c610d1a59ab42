"""Office files: DOCX, PPTX and XLSX read from their own XML, ODT and RTF through pandoc.

- DOCX: ``docx``, ``docx_text``, ``docx_styles``, ``docx_chunks``, ``fields``, ``eq_fields``, ``numbering``,
  ``symbol_font``. PPTX: ``pptx``, ``slide_numbers``. Both and XLSX: ``ooxml``, ``charts``.
- XLSX: ``xlsx``, ``workbook``, ``cell_values``, ``number_forms``, ``sheet_notes``.
- ODT and RTF: ``pandoc_reader``, ``pandoc_tree``. What pandoc passes by is put where it reads it, in ODT by
  ``odt_charts``, ``odt_fields``, ``odt_frames``, in RTF by ``rtf_aside``, ``rtf_boxes``, ``rtf_deleted``,
  ``rtf_fields``, ``rtf_groups``, ``rtf_letters``, ``rtf_nested``, ``rtf_styles``.
"""
