"""What a person can do: done at once, told, and taken back."""
