"""One open library without a window: import, search, analysis, tagging and undo."""
