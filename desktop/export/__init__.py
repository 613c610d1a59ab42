"""What leaves the program: export, print and preview."""
