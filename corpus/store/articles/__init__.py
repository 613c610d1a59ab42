"""The tables of articles, their records and what people did with them."""
