"""What can be said, and saved, of databases that are damaged or came from elsewhere."""
