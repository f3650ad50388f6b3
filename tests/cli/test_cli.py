"""The command line: JSON for scripts, lines for people, one sentence for what fails."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import COPY, QUOTED, answer, run

from diptych.analysis import english
from diptych.cli import arguments, commands
from diptych.errors import AnalysisError
from diptych.settings import Places
from diptych.workspace.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


def started(*argv: object, **options) -> subprocess.Popen:
    """The program in a process of its own."""
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'desktop'}{os.pathsep}{ROOT / 'resources'}",
    }
    environment |= options.pop("env", {})
    return subprocess.Popen(
        [sys.executable, "-m", "diptych", *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        **options,
    )


def test_inspect_gives_each_file_with_what_is_found_in_it(capsys, sample_library):
    files = [sample_library / QUOTED, sample_library / COPY]
    found = answer(capsys, "inspect", *files)
    assert [one["path"] for one in found] == [str(file) for file in files]
    article = found[0]
    text = article["text"]
    assert article["title"] == text[: len(article["title"])]
    assert article["outlet"] == "Northern Courier"
    assert article["published"].startswith("2024-03-12")
    assert {block["kind"] for block in article["blocks"]} >= {"title", "paragraph"}
    direct = [quote for quote in article["quotes"] if quote["kind"] == "direct"]
    assert any(quote["speaker"] for quote in direct)
    assert all(0 <= quote["start"] < quote["end"] <= len(text) for quote in direct)
    kinds = {entity["kind"] for entity in article["entities"]}
    assert {"person", "place"} <= kinds <= {"person", "organisation", "place", "other"}
    mention = article["entities"][0]["mentions"][0]
    assert text[mention["start"] : mention["end"]].strip()
    assert set(article) >= {"updated", "author", "credits", "standfirst", "quantities"}


def test_inspect_shows_people_who_is_named_and_quoted(capsys, sample_library):
    status, out, err = run(capsys, "inspect", sample_library / QUOTED)
    assert (status, err) == (0, "")
    assert "Northern Courier" in out
    assert "  names\n" in out
    assert "  reported speech\n" in out
    assert "direct" in out


def test_one_bad_file_keeps_no_other_one_out(capsys, sample_library, tmp_path):
    (tmp_path / "empty.txt").touch()
    bad = [tmp_path / "gone.txt", tmp_path / "empty.txt"]
    status, out, err = run(capsys, "inspect", bad[0], sample_library / QUOTED, bad[1], "--json")
    assert status == 1
    assert [one["title"] for one in json.loads(out)]
    assert err.splitlines() == [
        f"diptych: There is no file “{bad[0]}”.",
        "diptych: “empty.txt” is empty.",
    ]


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


@pytest.mark.parametrize("command", ["inspect", "compare"])
@pytest.mark.parametrize(
    ("name", "make", "sentence"),
    [
        ("gone.txt", None, "There is no file"),
        ("folder", Path.mkdir, "is a folder; name the articles in it"),
        ("folder.txt", Path.mkdir, "is a folder; name the articles in it"),
        ("empty.txt", Path.touch, "is empty"),
        ("picture.png", make_binary, "is not of a format that can be read"),
    ],
)
def test_what_is_no_article_ends_in_a_sentence(
    capsys, tmp_path, sample_library, command, name, make, sentence
):
    path = tmp_path / name
    if make is not None:
        make(path)
    others = [sample_library / QUOTED] if command == "compare" else []
    status, _out, err = run(capsys, command, *others, path)
    assert status == 1
    assert sentence in err
    assert err.count("\n") == 1


def test_a_binary_file_called_text_ends_well(capsys, tmp_path):
    make_binary(tmp_path / "binary.txt")
    status, out, err = run(capsys, "inspect", tmp_path / "binary.txt", "--json")
    assert status in (0, 1)
    assert "Traceback" not in out + err


def test_a_file_that_may_not_be_read_ends_in_a_sentence(capsys, sample_library, monkeypatch):
    def refuse(*_arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    status, _out, err = run(capsys, "inspect", sample_library / QUOTED)
    assert status == 1
    assert err == f"diptych: You have no permission to read “{QUOTED}”.\n"


@pytest.mark.parametrize("part", ["read_article", "read_task"])
def test_a_fault_of_ours_ends_in_a_sentence(capsys, sample_library, monkeypatch, part):
    def fail(*_arguments):
        raise RecursionError("too deep")

    monkeypatch.setattr(commands, part, fail)
    status, _out, err = run(capsys, "inspect", sample_library / QUOTED)
    assert status == 1
    assert err.endswith("too deep.\n")


def test_a_failed_analysis_ends_in_its_own_sentence(capsys, sample_library, monkeypatch):
    def fail(_article):
        raise AnalysisError("There was not enough memory for this article.")

    monkeypatch.setattr(commands, "read_task", fail)
    status, _out, err = run(capsys, "compare", sample_library / QUOTED, sample_library / COPY)
    assert (status, err) == (1, "diptych: There was not enough memory for this article.\n")


def test_compare_gives_the_links_between_two_files(capsys, sample_library):
    left, right = sample_library / QUOTED, sample_library / COPY
    found = answer(capsys, "compare", left, right)
    assert (found["left"]["path"], found["right"]["path"]) == (str(left), str(right))
    assert len(found["links"]) > 5
    for link in found["links"]:
        assert link["relation"] in {"same", "reworded", "partial"}
        assert 0 <= link["score"] <= 1
        for side in ("left", "right"):
            assert 0 <= link[side]["start"] < link[side]["end"] <= len(found[side]["text"])
    assert set(found) >= {"only_left", "only_right"}


def test_compare_shows_people_both_wordings(capsys, sample_library):
    status, out, _err = run(capsys, "compare", sample_library / QUOTED, sample_library / COPY)
    assert status == 0
    assert "  < " in out
    assert "  > " in out
    assert "only in " in out


@pytest.fixture
def library(tmp_path) -> Path:
    root = tmp_path / "library"
    root.mkdir()
    (root / "ferry.txt").write_text(
        "Ferry runs aground off Sarov\n\n14 February 2022\n\nThe crew of 24 was saved, Ana said.\n"
    )
    (root / "council.txt").write_text(
        "Council votes\n\n15 February 2022\n\nThe council of Sarov.\n"
    )
    (root / "empty.txt").touch()
    return root


def test_index_gives_what_has_changed_and_what_could_not_be_read(capsys, library):
    found = answer(capsys, "index", library)
    assert found["articles"] == 2
    assert found["changed"] == ["council.txt", "ferry.txt"]
    assert found["problems"] == [{"path": "empty.txt", "problem": "“empty.txt” is empty."}]
    (library / "ferry.txt").unlink()
    again = answer(capsys, "index", library)
    assert (again["changed"], again["removed"]) == ([], ["ferry.txt"])


def test_index_shows_people_how_many_articles_there_are(capsys, library):
    status, out, _err = run(capsys, "index", library)
    assert (status, out) == (0, "2 articles\n  empty.txt: “empty.txt” is empty.\n")


def test_progress_is_shown_on_a_terminal(capsys, library, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _status, _out, err = run(capsys, "index", library)
    assert err.endswith("\rimporting 3 of 3\n")


def test_what_is_read_by_another_process_is_said_so(capsys, library):
    with Workspace.open(library, Places.of_user()) as window:
        window.refresh()
        (library / "late.txt").write_text("Late\n\nA late article.\n", "utf-8")
        status, out, err = run(capsys, "search", library, "late")
        assert (status, out) == (0, "0 found\n")
        assert err == (
            "diptych: This library is open in another process, which alone reads what is new.\n"
        )
    assert run(capsys, "search", library, "late")[2] == ""


def test_search_gives_hits_with_snippets_and_facets(capsys, library):
    found = answer(capsys, "search", library, "sarov", "--order", "date")
    assert found["total"] == 2
    assert [hit["path"] for hit in found["hits"]] == ["council.txt", "ferry.txt"]
    (snippet,) = found["hits"][1]["snippets"]
    marked = {snippet["text"][hit["start"] : hit["end"]] for hit in snippet["hits"]}
    assert marked == {"Sarov"}
    assert {"field": "month", "value": "2022-02", "count": 2} in found["facets"]
    assert found["notice"] is None


def test_search_gives_no_more_hits_than_asked_for(capsys, library):
    found = answer(capsys, "search", library, "sarov", "--limit", "1")
    assert (found["total"], len(found["hits"])) == (2, 1)


def test_a_query_that_cannot_be_parsed_says_so(capsys, library):
    assert "date" in answer(capsys, "search", library, "date:never")["notice"]
    _status, out, _err = run(capsys, "search", library, "date:never")
    assert "plain words" in out
    assert out.endswith("0 found\n")


def test_search_shows_people_the_words_in_brackets(capsys, library):
    status, out, _err = run(capsys, "search", library, "crew")
    assert status == 0
    assert out.startswith("1 found\nFerry runs aground off Sarov\n  ferry.txt · 2022-02-14\n")
    assert "The [crew] of 24" in out


@pytest.mark.parametrize("command", [["index"], ["search", "word"], ["stories"]])
def test_a_library_that_is_none_ends_in_a_sentence(capsys, tmp_path, command):
    name, *rest = command
    for folder, sentence in ((tmp_path / "gone", "no folder"), (__file__, "is a file")):
        status, out, err = run(capsys, name, folder, *rest)
        assert (status, out) == (1, "")
        assert sentence in err
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    "argv",
    [
        ["inspect"],
        ["compare", "one.txt"],
        ["search", "folder"],
        ["search", "folder", "query", "--limit", "-1"],
        ["search", "folder", "query", "--order", "mood"],
        ["index", "folder", "--unknown"],
    ],
)
def test_wrong_use_says_how_and_ends_with_two(capsys, argv):
    status, out, err = run(capsys, *argv)
    assert (status, out) == (2, "")
    assert err.startswith("usage: diptych")


def test_every_command_is_explained(capsys):
    status, out, _err = run(capsys, "--help")
    assert status == 0
    assert all(command in out for command in arguments.COMMANDS)
    assert set(commands.RUN) | {"screenshot", "self-check"} == set(arguments.COMMANDS)


def test_json_is_utf_8_whatever_the_terminal_speaks(sample_library):
    path = sample_library / "kestrische-rundschau-grauwand.txt"
    with started("inspect", path, "--json", env={"PYTHONIOENCODING": "ascii"}) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert "ü" in json.loads(out)[0]["text"]


def test_lines_are_escaped_where_the_terminal_has_no_sign(sample_library):
    path = sample_library / "kestrische-rundschau-grauwand.txt"
    with started("inspect", path, env={"PYTHONIOENCODING": "ascii"}) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"\\xfc" in out


def test_a_file_name_that_is_no_utf_8_crosses_as_an_escape(capsys, tmp_path):
    path = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("A headline of five words\n\nSome text.")
    (found,) = answer(capsys, "inspect", path)
    assert found["path"] == path


def test_a_reader_that_goes_away_is_no_error(library):
    with started("search", library, "sarov") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        assert process.wait(60) == 0
    assert err == b""


def test_control_c_ends_without_a_word(library):
    big = library / "big"
    big.mkdir()
    for number in range(1500):
        (big / f"{number}.txt").write_text(f"Number {number}\n\nText.")
    home = Path(os.environ["DIPTYCH_HOME"])
    with started("index", library) as process:
        while process.poll() is None and not list(home.glob("cache/libraries/*/index/current")):
            pass
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    assert b"Traceback" not in err


def test_forty_files_load_the_model_once(capsys, tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Number {number}\n\n“I have seen it,” said Ana Petrov of Sarov."
        )
    loads = english.model.cache_info().misses
    found = answer(capsys, "inspect", *sorted(tmp_path.glob("*.txt")))
    assert [len(one["quotes"]) for one in found] == [1] * 40
    assert english.model.cache_info().misses - loads <= 1
