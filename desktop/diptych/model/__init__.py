"""Frozen values that all parts of the program share."""
