"""Office files: DOCX, PPTX and XLSX read from their own XML, ODT and RTF through pandoc."""
