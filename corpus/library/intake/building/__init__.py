"""From a source document to its articles with all that is found in them, for the first time and anew."""
