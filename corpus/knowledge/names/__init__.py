"""Companies in any text: found by the words their names are made of, by context and by repetition."""
