"""Knowledge packs: their articles and facts taken in, from the program itself or from a file."""
