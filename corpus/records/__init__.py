"""What a text says of itself: title, who wrote it, where and when it stood, read from its first and last lines."""
