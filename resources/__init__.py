"""Data of the program: icons, themes, catalogue, templates, samples. Read through importlib.resources."""
