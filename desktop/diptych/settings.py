"""What a person has chosen, and the folders where Diptych keeps things."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import msgspec
import platformdirs

from diptych.storage import fingerprint, private_folder, write_atomically


@dataclass(frozen=True, slots=True)
class Places:
    """The user's own folders; the library itself is never one of them.

    ``cache`` may be deleted at any time, ``data`` holds backups, reading positions and the
    sidecars of libraries that cannot be written.
    """

    config: Path
    cache: Path
    data: Path

    @classmethod
    def of_user(cls) -> Places:
        """The system's folders for this user, or those below ``DIPTYCH_HOME`` where that is set."""
        home = os.environ.get("DIPTYCH_HOME")
        if home:
            return cls(Path(home) / "config", Path(home) / "cache", Path(home) / "data")
        folders = platformdirs.PlatformDirs("Diptych", appauthor=False)
        return cls(folders.user_config_path, folders.user_cache_path, folders.user_data_path)

    def cache_of(self, library: Path) -> Path:
        """The folder for what is derived from ``library``; made where missing, mode 0700."""
        return private_folder(self.cache / "libraries" / _key(library))

    def data_of(self, library: Path) -> Path:
        """The folder for what a person keeps about ``library``; made where missing, mode 0700."""
        return private_folder(self.data / "libraries" / _key(library))


def _key(library: Path) -> str:
    name = "".join(letter if letter.isalnum() else "-" for letter in library.name)[:40]
    return f"{name}-{fingerprint(os.fsencode(library.resolve()))[:16]}"


class ThemeChoice(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class WindowState:
    """How the window was left; its geometry as Qt wrote it, in Base64."""

    geometry: str = ""
    columns: tuple[int, int, int] = (0, 0, 0)
    """The widths of library or rail, panes and inspector; without them as the design has them."""
    panes: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Where the panes stood in the window: left, top, width and height in pixels."""
    library_folded: bool | None = None
    """None until the reader has chosen: then the width of the screen decides."""
    inspector_shown: bool = True
    inspector_page: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices, with what a new user gets."""

    library: str = ""
    """The library that was open last; empty for the sample library."""
    starts_with_sample: bool = False
    """Open the sample library at every start, and not ``library``."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    marks: str = "standard"
    hidden_marks: tuple[str, ...] = ()
    sync: bool = True
    creator: str = ""
    """The name that tags are signed with; empty for the login name."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Remapped commands by name; an empty tuple takes a command's keys away."""
    window: WindowState = WindowState()


def settings_path(places: Places) -> Path:
    """Where the settings are kept."""
    return places.config / "settings.json"


def load_settings(places: Places) -> tuple[Settings, str]:
    """The saved settings, and a sentence for the reader or nothing.

    Never fails: a file that cannot be understood is kept under another name, and the standard
    settings come back with a sentence that says so.
    """
    path = settings_path(places)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        kept = path.with_suffix(".damaged.json")
        try:
            path.replace(kept)
        except OSError:
            return Settings(), "The settings could not be read; the standard ones are used."
        return Settings(), (
            f"The settings could not be read; the standard ones are used. "
            f"The old file was kept as “{kept.name}”."
        )


def save_settings(settings: Settings, places: Places) -> None:
    """Write ``settings`` atomically.

    Raises:
        StorageError: they could not be written; the old ones still stand.
    """
    private_folder(places.config)
    encoded = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    write_atomically(settings_path(places), encoded + b"\n")


def creator_name(settings: Settings) -> str:
    """The name that new tags are signed with."""
    if settings.creator:
        return settings.creator
    return os.environ.get("USER") or os.environ.get("USERNAME") or "reader"
