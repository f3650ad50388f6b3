"""How all that is around the articles looks: one small style sheet, key caps, safe painting."""

from __future__ import annotations

from diptych.ui.styling.application import apply_theme, interface_family, new_application

__all__ = ["apply_theme", "interface_family", "new_application"]
