"""Versions of what analysis finds: what was stored under another one is found anew.

Raised with every change of the results; part of the key in the catalogue.
"""

from typing import Final

READING: Final = "reading/5"
ALIGNMENT: Final = "alignment/4"
RELATION: Final = "relation/2"
STORIES: Final = "stories/2"
