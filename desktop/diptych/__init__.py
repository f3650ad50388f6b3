"""Diptych: two accounts of one event, read side by side."""

__version__ = "0.1.0"
