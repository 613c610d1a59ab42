"""What values are typed or chosen in."""
