"""What opens over the window and goes again: commands, keys, choices, help."""
