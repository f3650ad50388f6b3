"""The reader: articles side by side, with their marks, margins, links and common scrolling."""
