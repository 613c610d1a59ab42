"""The window: its frame, the stack of pages, the dock, what stands in menus, and running work."""
