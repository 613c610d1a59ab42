"""How much a stretch of text looks like a company's name: signs, each with a weight learned from labelled texts."""
