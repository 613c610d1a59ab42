"""Facts of companies: one module for each sort, over sentences whose names and numbers are single signs."""
