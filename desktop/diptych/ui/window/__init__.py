"""The main window: its parts, and one controller for each kind of work that joins them."""
