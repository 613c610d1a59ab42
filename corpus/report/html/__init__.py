"""A report as HTML: its body, the marks and links in it, and the style of each block; the writers dress it."""
