"""What holds other widgets, or lies over them."""
