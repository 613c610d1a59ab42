"""The library and everything people do with it; knows nothing of Qt."""
