"""The dialogs: each opens without blocking and is freed when closed."""
