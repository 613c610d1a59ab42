"""Which source a paper names for words it quotes, and whether a text of the library can be that source."""
