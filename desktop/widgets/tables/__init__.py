"""Tables: their columns, models and cells."""
