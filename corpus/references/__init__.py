"""References that come in: printed lines and files of other programs, as CSL-JSON items."""
