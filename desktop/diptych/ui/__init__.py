"""The workspace in a window. Nothing here knows what an article says; it only shows it."""
