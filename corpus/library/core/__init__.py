"""The opened library: its store, its texts and what it knows."""
