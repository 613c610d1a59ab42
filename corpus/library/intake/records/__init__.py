"""Records of articles: set by hand, read anew from the texts, filled by references."""
