"""What the command line tells of stories: who wrote from whom, whom they name, what is missing."""

import shutil
from concurrent.futures import Future
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from tests.cli.running import COPY, QUOTED, answer, run

from diptych.errors import AnalysisError


def test_compare_says_which_of_two_was_made_from_the_other(capsys, sample_library):
    files = sample_library / QUOTED, sample_library / COPY
    derived = answer(capsys, "compare", *files)["derived"]
    assert (derived["verdict"], derived["from"]) == ("copy", "left")
    assert derived["share"] > 0.9
    assert {"same_words", "same_order", "earlier"} == {one["kind"] for one in derived["evidence"]}
    run_of_words = derived["evidence"][0]
    assert set(run_of_words["left"]) == {"start", "end"}
    _status, out, _err = run(capsys, "compare", *reversed(files))
    assert "remains shut is likely a copy of Sarovia ‘will be back at the table’" in out
    assert out.endswith("\n  earlier\n")
    assert "\n  same words\n    < " in out
    assert "same order" not in out


@pytest.fixture(scope="module")
def related_sample(tmp_path_factory) -> Path:
    """The articles on one event of the sample, in a folder of their own."""
    folder = tmp_path_factory.mktemp("related")
    with as_file(files("diptych_resources") / "sample") as sample:
        for name in (QUOTED, COPY, "daily-relay-sarovia-negotiations.txt"):
            shutil.copy(sample / name, folder)
        shutil.copy(sample / "island-quarterly-lighthouse-keeper.md", folder)
    return folder


def test_stories_gives_the_articles_of_each(capsys, sample_library):
    found = answer(capsys, "stories", sample_library, "--brief")
    sizes = sorted(len(story["articles"]) for story in found)
    assert sum(sizes) == 15
    assert sizes[-1] == 6
    assert answer(capsys, "stories", sample_library, "--brief") == found


def told_by(quotes, words):
    """Return who gives the quotation that one account has in these words."""
    (found,) = (
        one["versions"]
        for one in quotes
        if any(version["text"].startswith(words) for version in one["versions"])
    )
    return sorted(version["path"] for version in found)


def test_stories_says_what_accounts_tell_of_one_another(capsys, related_sample):
    alone, story = sorted(
        answer(capsys, "stories", related_sample), key=lambda one: len(one["articles"])
    )
    assert set(alone) == {"title", "articles"}
    assert len(story["texts"]) == story["origins"]["most"] == 1
    assert [pair["verdict"] for pair in story["pairs"]] == ["reworded", "reworded", "copy"]
    (minister,) = (one for one in story["entities"] if "Vassenko" in one["forms"])
    assert minister["name"] == "Dmitri Vasenko"
    assert minister["used_by"]["Vassenko"] == ["daily-relay-sarovia-negotiations.txt"]
    passage = story["statements"][0]["passages"][0]
    assert set(passage) == {"path", "start", "end"}
    assert {one["path"] for one in story["only"]} == {QUOTED}
    assert story["missing"] == []  # all three are one text
    assert told_by(story["quotes"], "talks about talks") == sorted(story["articles"])
    (grain,) = (one for one in story["quantities"] if "grain" in (one["what"] or ""))
    assert {one["value"] for one in grain["values"]} == {90_000}


def test_stories_shows_people_headlines_outlets_and_how_they_relate(capsys, related_sample):
    status, out, _err = run(capsys, "stories", related_sample)
    assert status == 0
    assert f"\n     {QUOTED} · Northern Courier · " in out
    assert "3 accounts · 1 text · likely 1 origin\n" in out
    assert f"{COPY} is likely a copy of {QUOTED} (" in out
    assert "Dmitri Vasenko: also Vasenko" in out
    assert "passages only here, 0 statements missing that two others have" in out


def test_a_story_that_cannot_be_analysed_keeps_no_other_one_out(
    capsys, related_sample, monkeypatch
):
    def fail(_workspace, _path):
        future = Future()
        future.set_exception(AnalysisError("It took too long."))
        return future

    monkeypatch.setattr("diptych.workspace.workspace.Workspace.story", fail)
    status, out, err = run(capsys, "stories", related_sample)
    assert (status, err) == (0, "diptych: It took too long.\n")
    assert COPY in out
