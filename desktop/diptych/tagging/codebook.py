"""The codebook: which tags a library's readers use, in which colours, under which keys.

It is ``diptych.json`` at the library's root, which also holds what readers state about the library
as a whole: names that are the same, articles that belong together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from diptych.errors import DiptychError, SidecarError
from diptych.model.annotation import Extra, Tag
from diptych.tagging.json_text import JsonError, json_bytes, parsed_json, taken_text
from diptych.tagging.merge import joined_extra
from diptych.tagging.place import Place
from diptych.tagging.save import Form, Joined, NewerFormatError, Opened
from diptych.tagging.sidecar import FORMAT

FILE_NAME = "diptych.json"

DEFAULT_TAGS = (
    Tag("Claim", key="1", description="Something is stated as a fact and could be checked."),
    Tag("Figure", key="2", description="A number, an amount or a date that matters."),
    Tag("Sourcing", key="3", description="Who is said to know this, or that nobody is."),
    Tag("Framing", key="4", description="Wording that judges, or that sets the scene."),
    Tag("Context", key="5", description="Background that explains the event."),
    Tag("Contradiction", key="6", description="Does not fit what another account says."),
    Tag("Softened", key="7", description="Weaker than in another account."),
    Tag("To check", key="8", description="Needs a second look, or a second source."),
    Tag("Key passage", key="9", description="Quote this."),
)
"""What a new library starts with: tags that suit any news, to be renamed or replaced."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The tags of a library, in the order its readers gave them."""

    tags: tuple[Tag, ...] = ()
    """No two have the same name, nor the same key."""
    merges: tuple[Any, ...] = ()
    """Statements that names are the same or differ, as parsed JSON."""
    stories: tuple[Any, ...] = ()
    """Statements that articles belong together or apart, as parsed JSON."""
    format: int = FORMAT
    foreign: tuple[Any, ...] = ()
    """Entries that are no tags, as parsed JSON; written back as they were."""
    own_extra: Extra = ()
    """Unknown keys of the ``diptych`` object."""
    extra: Extra = ()
    """Unknown keys of the file."""

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote it, so that saving might lose what that one knows."""
        return self.format > FORMAT

    @property
    def is_empty(self) -> bool:
        """Never: a codebook that was emptied is to be saved as well."""
        return False

    def tag(self, name: str) -> Tag | None:
        """The tag of this name."""
        return next((tag for tag in self.tags if tag.name == name), None)

    def tag_for_key(self, key: str) -> Tag | None:
        """The tag that this digit applies."""
        return next((tag for tag in self.tags if tag.key == key != ""), None)

    def free_key(self) -> str:
        """The lowest digit that applies no tag yet; empty if all do."""
        taken = {tag.key for tag in self.tags}
        return next((key for key in "123456789" if key not in taken), "")

    def with_tag(self, tag: Tag, instead_of: str = "") -> Codebook:
        """The codebook with ``tag``, in the place of the one called ``instead_of`` or its name.

        Its key is taken away from any other tag.
        """
        replaced = {tag.name, instead_of or tag.name}
        tags = [
            replace(other, key="") if tag.key and other.key == tag.key else other
            for other in self.tags
        ]
        places = [place for place, other in enumerate(tags) if other.name in replaced]
        place = places[0] if places else len(tags)
        rest = [other for other in tags if other.name not in replaced]
        return replace(self, tags=(*rest[:place], tag, *rest[place:]))

    def without_tag(self, name: str) -> Codebook:
        """The codebook without the tag of this name; articles that carry it still do."""
        return replace(self, tags=tuple(tag for tag in self.tags if tag.name != name))


def read_codebook(data: bytes, name: str) -> Codebook:
    """The codebook in ``data``; ``name`` is how an error calls it.

    Raises:
        NewerFormatError: it is of a newer format that reads otherwise.
        SidecarError: it is damaged, or no codebook at all.
    """
    template = "The codebook in “{name}” cannot be read: {reason}."
    try:
        rest = parsed_json(data)
    except JsonError as error:
        raise SidecarError(template, name=name, reason=error) from error
    if not isinstance(rest, dict):
        raise SidecarError(template, name=name, reason=JsonError("it holds no tags"))
    own = rest.pop("diptych", {})
    if not isinstance(own, dict) or not isinstance(own.get("format", FORMAT), int):
        raise SidecarError(template, name=name, reason=JsonError("its format is not stated"))
    if own.get("format", FORMAT) > FORMAT and not isinstance(rest.get("codebook"), list):
        raise NewerFormatError.of(name)
    entries = _taken_list(rest, "codebook")
    tags = [_parsed_tag(entry) for entry in entries if _is_tag(entry)]
    return Codebook(
        tags=_distinct(tags),
        merges=_taken_list(rest, "merges"),
        stories=_taken_list(rest, "stories"),
        format=own.pop("format", FORMAT),
        foreign=tuple(entry for entry in entries if not _is_tag(entry)),
        own_extra=tuple(own.items()),
        extra=tuple(rest.items()),
    )


def codebook_bytes(codebook: Codebook) -> bytes:
    """``codebook`` as a file, which `read_codebook` reads."""
    page: dict[str, Any] = {
        "diptych": {"format": codebook.format, **dict(codebook.own_extra)},
        "codebook": [*map(_tag_object, codebook.tags), *codebook.foreign],
        "merges": list(codebook.merges),
        "stories": list(codebook.stories),
    }
    page.update(codebook.extra)
    return json_bytes(page)


def joined_codebooks(base: Codebook, ours: Codebook, theirs: Codebook) -> Joined[Codebook]:
    """Both sides' changes since ``base``, by the names of the tags.

    An edit beats a deletion. Tags know no instants: of two edits the one that is saved last, ours,
    stands, and the other one is left to the backups.
    """
    was, mine, others = _by_name(base), _by_name(ours), _by_name(theirs)
    tags = []
    for name in dict.fromkeys((*others, *mine)):
        before, left, right = was.get(name), mine.get(name), others.get(name)
        state = right if left == before else left
        tags.append(state or (right if right != before else None))
    joined = replace(
        theirs,
        tags=_distinct(filter(None, tags)),
        merges=_joined_list(base.merges, ours.merges, theirs.merges),
        stories=_joined_list(base.stories, ours.stories, theirs.stories),
        format=max(ours.format, theirs.format),
        foreign=_joined_list(base.foreign, ours.foreign, theirs.foreign),
        own_extra=joined_extra(base.own_extra, ours.own_extra, theirs.own_extra),
        extra=joined_extra(base.extra, ours.extra, theirs.extra),
    )
    return Joined(joined)


CODEBOOK = Form(read_codebook, codebook_bytes, joined_codebooks)
"""How codebooks are opened and saved."""


@dataclass(frozen=True, slots=True)
class OpenCodebook:
    """A library's codebook, and what the disk holds of it."""

    codebook: Codebook
    base: Opened[Codebook]

    @property
    def notices(self) -> tuple[DiptychError, ...]:
        """What the reader should be told about how it was opened or saved."""
        return self.base.notices


def load_codebook(library_root: Path, data_folder: Path) -> OpenCodebook:
    """The codebook of a library; a library without one has `DEFAULT_TAGS`.

    Raises:
        SidecarError: its file is there but cannot be read.
    """
    return OpenCodebook(*_place(library_root, data_folder).open())


def save_codebook(library_root: Path, data_folder: Path, opened: OpenCodebook) -> OpenCodebook:
    """The codebook as the disk holds it now, joined with what others saved in the meantime.

    Raises:
        StorageError: nothing was saved; what was there before still is.
        SidecarError: a newer program has taken the file over.
    """
    saved = _place(library_root, data_folder).save(opened.codebook, opened.base)
    return OpenCodebook(saved.document, saved)


def _place(library_root: Path, data_folder: Path) -> Place[Codebook]:
    path = library_root.resolve() / FILE_NAME
    return Place(path, data_folder, CODEBOOK, Codebook(DEFAULT_TAGS))


def _taken_list(rest: dict[str, Any], key: str) -> tuple[Any, ...]:
    return tuple(rest.pop(key)) if isinstance(rest.get(key), list) else ()


def _is_tag(entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("tag"), str) and entry["tag"] != ""


def _parsed_tag(entry: dict[str, Any]) -> Tag:
    rest = dict(entry)
    return Tag(
        name=taken_text(rest, "tag"),
        colour=taken_text(rest, "colour"),
        parent=taken_text(rest, "parent"),
        description=taken_text(rest, "description"),
        key=taken_text(rest, "key"),
        extra=tuple(rest.items()),
    )


def _tag_object(tag: Tag) -> dict[str, Any]:
    return {
        "tag": tag.name,
        "colour": tag.colour,
        "parent": tag.parent,
        "description": tag.description,
        "key": tag.key,
        **dict(tag.extra),
    }


def _by_name(codebook: Codebook) -> dict[str, Tag]:
    return {tag.name: tag for tag in codebook.tags}


def _distinct(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """``tags`` without a second one of a name; a second one of a key loses it."""
    names: dict[str, Tag] = {}
    keys: set[str] = set()
    for tag in tags:
        if tag.name not in names:
            names[tag.name] = replace(tag, key="") if tag.key in keys else tag
            keys.add(tag.key)
    return tuple(names.values())


def _joined_list(
    base: tuple[Any, ...], ours: tuple[Any, ...], theirs: tuple[Any, ...]
) -> tuple[Any, ...]:
    """Everything either side has, but what one side took away since ``base``."""
    kept = [item for item in theirs if item in ours or item not in base]
    return (*kept, *(item for item in ours if item not in theirs and item not in base))
