"""Web pages as people save them: HTML, MHTML, pages of public accounts; nothing in them is run or fetched."""
