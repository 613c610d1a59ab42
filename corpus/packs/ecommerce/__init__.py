"""The built-in pack on Chinese e-commerce; its data files are read through ``importlib.resources``."""
