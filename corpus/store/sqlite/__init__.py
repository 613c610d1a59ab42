"""What lies between Python and SQLite: values as rows keep them, errors as people read them."""
