"""The main job played in the window, with pictures of every page."""
