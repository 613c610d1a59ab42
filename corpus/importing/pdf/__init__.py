"""PDF files: characters with their boxes, lines in reading order, paragraphs, pages, headings."""
