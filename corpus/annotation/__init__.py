"""Notes and their places: selectors, re-anchoring, W3C Web Annotation."""
