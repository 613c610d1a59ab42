"""Papers gone through: each quotation and each figure looked up in the library."""
