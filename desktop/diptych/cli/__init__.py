"""The workspace on a command line, for scripts and for measuring."""
