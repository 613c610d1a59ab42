"""The program as it starts: the application, one library in one window, the watch over crashes."""
