"""Backup, checking and measuring."""
