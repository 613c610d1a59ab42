"""The window: everything Qt, and nothing that could not be thrown away and drawn again from the library."""
