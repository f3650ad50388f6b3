import msgspec
import pytest

from diptych.errors import StorageError
from diptych.settings import (
    Places,
    Settings,
    ThemeChoice,
    WindowState,
    creator_name,
    load_settings,
    save_settings,
    settings_path,
)


@pytest.fixture
def places() -> Places:
    return Places.of_user()


def test_a_new_user_gets_the_standard_settings(places):
    assert load_settings(places) == (Settings(), "")


def test_what_is_saved_comes_back(places):
    chosen = Settings(
        library="somewhere",
        theme=ThemeChoice.DARK,
        text_scale=1.2,
        keys={"undo": ("Ctrl+U",), "redo": ()},
        window=WindowState(geometry="AAAA", library_folded=True),
    )
    save_settings(chosen, places)
    assert load_settings(places) == (chosen, "")


def test_settings_of_a_newer_version_keep_what_is_known(places):
    save_settings(Settings(theme=ThemeChoice.LIGHT), places)
    path = settings_path(places)
    data = msgspec.json.decode(path.read_bytes())
    path.write_bytes(msgspec.json.encode({**data, "novelty": 1}))
    settings, sentence = load_settings(places)
    assert settings.theme is ThemeChoice.LIGHT
    assert not sentence


@pytest.mark.parametrize("damage", [b"", b"{", b'{"theme": "plaid"}', b"\xff\xfe\x00"])
def test_damaged_settings_are_kept_aside_and_said_so(places, damage):
    save_settings(Settings(theme=ThemeChoice.LIGHT), places)
    settings_path(places).write_bytes(damage)
    settings, sentence = load_settings(places)
    assert settings == Settings()
    assert "settings.damaged.json" in sentence
    assert settings_path(places).with_name("settings.damaged.json").read_bytes() == damage


def test_settings_that_cannot_be_written_leave_the_old_ones(places, monkeypatch):
    save_settings(Settings(theme=ThemeChoice.LIGHT), places)

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        save_settings(Settings(theme=ThemeChoice.DARK), places)
    monkeypatch.undo()


def test_two_libraries_of_one_name_have_different_caches(places, tmp_path):
    first, second = tmp_path / "a" / "news", tmp_path / "b" / "news"
    assert places.cache_of(first) != places.cache_of(second)
    assert places.cache_of(first) == places.cache_of(first)
    assert places.cache_of(first).stat().st_mode & 0o777 == 0o700


def test_tags_are_signed_with_the_chosen_name_else_the_login_name(monkeypatch):
    monkeypatch.setenv("USER", "ines")
    assert creator_name(Settings()) == "ines"
    assert creator_name(Settings(creator="Inés P.")) == "Inés P."
