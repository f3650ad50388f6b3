"""The codebook of an open library: added to at once, saved behind, shared with others."""

import json

import pytest

from diptych.errors import StorageError
from diptych.workspace import codes as module
from diptych.workspace.codes import Codes


@pytest.fixture
def folders(tmp_path):
    root, data = tmp_path / "library", tmp_path / "data"
    root.mkdir()
    data.mkdir()
    return root, data


def names(codes: Codes) -> list[str]:
    return [tag.name for tag in codes.tags]


def test_a_new_library_offers_tags_on_the_digits(folders):
    codes = Codes(*folders)
    assert codes.for_key(1).name == "Claim"
    assert codes.for_key(0) is None
    assert not codes.notices
    assert codes.colours() == {}


def test_a_new_tag_is_there_at_once_and_again_after_a_save(folders):
    codes = Codes(*folders)
    assert codes.add("Threat")
    assert not codes.add("Threat")
    assert names(codes)[-1] == "Threat"
    codes.save()
    assert names(Codes(*folders)) == names(codes)


def test_a_new_tag_gets_the_lowest_free_digit(folders):
    (folders[0] / "diptych.json").write_text(
        json.dumps({"codebook": [{"tag": "One", "key": "1", "colour": "#aa0000"}]})
    )
    codes = Codes(*folders)
    codes.add("Two")
    assert codes.for_key(2).name == "Two"
    assert codes.colours() == {"One": "#aa0000"}


def test_two_windows_add_to_one_codebook(folders):
    one, other = Codes(*folders), Codes(*folders)
    one.add("Threat")
    one.save()
    other.add("Praise")
    other.save()
    assert {"Threat", "Praise"} <= set(names(other))
    one.reload()
    assert names(one) == names(other)


def test_what_another_program_wrote_joins_what_is_not_saved_yet(folders):
    codes = Codes(*folders)
    codes.add("Mine")
    other = Codes(*folders)
    other.add("Theirs")
    other.save()
    codes.reload()
    assert {"Mine", "Theirs"} <= set(names(codes))
    codes.save()
    assert {"Mine", "Theirs"} <= set(names(Codes(*folders)))


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_text("{")])
def test_a_file_that_is_gone_or_damaged_takes_no_tag_away(folders, spoil):
    codes = Codes(*folders)
    codes.add("Threat")
    codes.save()
    spoil(folders[0] / "diptych.json")
    codes.reload()
    assert "Threat" in names(codes)
    codes.add("Praise")
    codes.save()
    assert {"Threat", "Praise"} <= set(names(Codes(*folders)))


def test_a_tag_added_while_a_save_runs_is_kept_for_the_next(folders, monkeypatch):
    codes = Codes(*folders)
    codes.add("First")
    save = module.save_codebook

    def slow(*arguments):
        codes.add("Meanwhile")
        return save(*arguments)

    monkeypatch.setattr(module, "save_codebook", slow)
    codes.save()
    assert {"First", "Meanwhile"} <= set(names(codes))
    assert "Meanwhile" not in names(Codes(*folders))
    monkeypatch.undo()
    codes.save()
    assert "Meanwhile" in names(Codes(*folders))


def test_a_codebook_that_cannot_be_saved_stays_in_memory(folders, monkeypatch):
    def full(*_arguments):
        raise StorageError("The disk is full.")

    codes = Codes(*folders)
    codes.add("Threat")
    with monkeypatch.context() as patch:
        patch.setattr(module, "save_codebook", full)
        with pytest.raises(StorageError):
            codes.save()
    assert "Threat" in names(codes)
    codes.save()
    assert "Threat" in names(Codes(*folders))
