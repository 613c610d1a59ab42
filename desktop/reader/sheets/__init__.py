"""原页: the pages of a PDF drawn in the reader, with the marks, selection and search of its text."""
