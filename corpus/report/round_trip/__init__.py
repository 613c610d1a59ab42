"""Citations that come back: a DOCX whose marks and list are known again after Word, WPS or LibreOffice."""
