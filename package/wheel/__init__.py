"""Yinde 引得 as it is installed from a wheel: the program's folders lie in here, as in its repository."""
