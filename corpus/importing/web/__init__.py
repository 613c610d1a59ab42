"""Web pages as people save them (HTML, MHTML) and EPUB books, which are made of them; nothing is run or fetched."""
