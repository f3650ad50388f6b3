"""The codebook of a library."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import SidecarError
from diptych.model.annotation import Tag
from diptych.tagging.codebook import (
    CODEBOOK,
    DEFAULT_TAGS,
    Codebook,
    codebook_bytes,
    joined_codebooks,
    load_codebook,
    read_codebook,
    save_codebook,
)

CLAIM, FIGURE, FRAMING = Tag("Claim", key="1"), Tag("Figure", key="2"), Tag("Framing")
BOOK = Codebook((CLAIM, FIGURE, FRAMING))


@pytest.fixture
def folders(tmp_path):
    library = tmp_path / "library"
    library.mkdir()
    return library, tmp_path / "data"


def names(codebook: Codebook) -> list[str]:
    return [tag.name for tag in codebook.tags]


def test_a_new_library_has_a_tag_on_each_of_nine_keys():
    assert [tag.key for tag in DEFAULT_TAGS] == list("123456789")
    assert len({tag.name for tag in DEFAULT_TAGS}) == 9
    assert all(tag.description for tag in DEFAULT_TAGS)


def test_opening_a_library_writes_nothing_into_it(folders):
    assert load_codebook(*folders).codebook.tags == DEFAULT_TAGS
    assert list(folders[0].iterdir()) == []


def test_a_codebook_is_there_after_a_restart(folders):
    opened = load_codebook(*folders)
    book = opened.codebook.with_tag(Tag("Evidence", "#aa3366", "Claim", "Checked.", "1"))
    save_codebook(*folders, replace(opened, codebook=book))
    assert load_codebook(*folders).codebook == book
    written = json.loads((folders[0] / "diptych.json").read_text())
    assert list(written) == ["diptych", "codebook", "merges", "stories"]
    assert written["codebook"][-1] == {
        "tag": "Evidence",
        "colour": "#aa3366",
        "parent": "Claim",
        "description": "Checked.",
        "key": "1",
    }


def test_two_windows_keep_each_others_tags(folders):
    one, other = load_codebook(*folders), load_codebook(*folders)
    save_codebook(*folders, replace(one, codebook=one.codebook.with_tag(Tag("One"))))
    both = save_codebook(*folders, replace(other, codebook=other.codebook.with_tag(Tag("Two"))))
    assert names(both.codebook)[-2:] == ["One", "Two"]


def test_a_damaged_codebook_is_set_aside_and_that_is_said(folders):
    (folders[0] / "diptych.json").write_text("{")
    opened = load_codebook(*folders)
    assert opened.codebook.tags == DEFAULT_TAGS
    assert "diptych.json" in str(opened.notices[0])
    assert len(list(folders[0].glob("diptych.json.*.damaged"))) == 1


def test_a_codebook_of_a_newer_program_is_only_read(folders):
    (folders[0] / "diptych.json").write_text('{"diptych": {"format": 2}, "codebook": []}')
    opened = load_codebook(*folders)
    assert opened.codebook.is_newer
    with pytest.raises(SidecarError, match="newer version"):
        save_codebook(*folders, replace(opened, codebook=opened.codebook.with_tag(CLAIM)))


def test_a_codebook_that_only_a_newer_program_understands_is_left_alone(folders):
    path = folders[0] / "diptych.json"
    path.write_text('{"diptych": {"format": 2}, "tags": {}}')
    with pytest.raises(SidecarError, match="newer version"):
        load_codebook(*folders)
    assert path.exists()


def test_what_diptych_does_not_know_is_kept_as_it_was():
    page = {
        "diptych": {"format": 1, "x": [1]},
        "codebook": [
            {"tag": "A", "colour": "", "parent": "", "description": "", "key": "", "y": {}},
            "a comment",
            {"tag": ""},
        ],
        "merges": [{"same": ["person", "Kiev", "Kyiv"]}],
        "stories": [{"apart": []}],
        "z": None,
    }
    assert json.loads(codebook_bytes(read_codebook(json.dumps(page).encode(), "a"))) == page


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"{", "damaged"), (b"[]", "no tags"), (b'{"diptych": {"format": ""}}', "not stated")],
)
def test_damage_is_never_taken_for_an_empty_codebook(data, reason):
    with pytest.raises(SidecarError, match=reason):
        read_codebook(data, "diptych.json")


def test_two_tags_of_one_name_or_one_key_are_told_apart_when_read():
    entries = [{"tag": "A", "key": "1"}, {"tag": "A", "key": "2"}, {"tag": "B", "key": "1"}]
    book = read_codebook(json.dumps({"codebook": entries}).encode(), "a")
    assert [(tag.name, tag.key) for tag in book.tags] == [("A", "1"), ("B", "")]


def test_tags_are_found_by_name_and_by_key():
    assert BOOK.tag("Figure") == FIGURE
    assert BOOK.tag("None") is None
    assert BOOK.tag_for_key("2") == FIGURE
    assert BOOK.tag_for_key("") is None
    assert BOOK.free_key() == "3"
    assert Codebook(DEFAULT_TAGS).free_key() == ""


def test_a_tag_that_takes_a_key_takes_it_from_another():
    book = BOOK.with_tag(Tag("New", key="1"))
    assert [(tag.name, tag.key) for tag in book.tags] == [
        ("Claim", ""),
        ("Figure", "2"),
        ("Framing", ""),
        ("New", "1"),
    ]


def test_a_renamed_tag_keeps_its_place():
    assert names(BOOK.with_tag(Tag("Number"), instead_of="Figure")) == [
        "Claim",
        "Number",
        "Framing",
    ]
    assert names(BOOK.with_tag(replace(FIGURE, colour="#112233"))) == names(BOOK)
    assert names(BOOK.with_tag(Tag("Framing"), instead_of="Claim")) == ["Framing", "Figure"]


def test_a_tag_can_be_removed():
    assert names(BOOK.without_tag("Figure")) == ["Claim", "Framing"]


def joined(ours: Codebook, theirs: Codebook) -> Codebook:
    return joined_codebooks(BOOK, ours, theirs).document


def test_the_side_that_changed_a_tag_wins():
    ours = BOOK.with_tag(replace(CLAIM, colour="#aa0000"))
    theirs = BOOK.with_tag(replace(FIGURE, colour="#00aa00"))
    assert [tag.colour for tag in joined(ours, theirs).tags] == ["#aa0000", "#00aa00", ""]
    assert joined(ours, theirs) == joined(theirs, ours)


def test_of_two_edits_the_one_saved_last_stands():
    ours = BOOK.with_tag(replace(CLAIM, colour="#aa0000"))
    theirs = BOOK.with_tag(replace(CLAIM, colour="#00aa00"))
    assert joined(ours, theirs).tag("Claim").colour == "#aa0000"


def test_a_deleted_tag_stays_deleted_unless_the_other_side_edited_it():
    removed = BOOK.without_tag("Claim")
    assert names(joined(removed, BOOK)) == names(joined(BOOK, removed)) == ["Figure", "Framing"]
    edited = BOOK.with_tag(replace(CLAIM, colour="#aa0000"))
    assert joined(removed, edited).tag("Claim").colour == "#aa0000"
    assert joined(edited, removed).tag("Claim").colour == "#aa0000"


def test_statements_of_both_sides_are_kept_and_those_taken_back_are_gone():
    base = Codebook(merges=({"n": 1}, {"n": 2}))
    ours = Codebook(merges=({"n": 2}, {"n": 3}))
    theirs = Codebook(merges=({"n": 1}, {"n": 2}, {"n": 4}))
    merges = joined_codebooks(base, ours, theirs).document.merges
    assert merges == ({"n": 2}, {"n": 4}, {"n": 3})


TAGS = st.builds(
    Tag, st.sampled_from("ABC"), st.text(max_size=3), key=st.sampled_from(["", "1", "2"])
)
BOOKS = st.lists(TAGS, max_size=4).map(
    lambda tags: read_codebook(codebook_bytes(Codebook(tuple(tags))), "a")
)


@given(BOOKS)
def test_what_was_written_is_read_again(book):
    data = CODEBOOK.write(book)
    assert CODEBOOK.read(data, "a") == book


@given(base=BOOKS, ours=BOOKS, theirs=BOOKS)
def test_no_tag_is_lost_that_nobody_removed(base, ours, theirs):
    document = joined_codebooks(base, ours, theirs).document
    removed = {name for name in names(base) if name not in names(ours) or name not in names(theirs)}
    assert set(names(ours)) | set(names(theirs)) <= set(names(document)) | removed
    keys = [tag.key for tag in document.tags if tag.key]
    assert len(keys) == len(set(keys))
