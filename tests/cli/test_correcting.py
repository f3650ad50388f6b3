"""Scripts are told what readers corrected, as the window shows it."""

import json

import pytest
from tests.cli.test_cli import COPY, QUOTED, answer, run

from diptych.library.readers import read_article
from diptych.model.reading import EntityKind
from diptych.tagging.corrections import Field, LinkState
from diptych.tagging.edits import OtherPassage
from diptych.tagging.names import NameForm, NameStatement, Sameness
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span
from diptych.workspace.codes import Codes
from diptych.workspace.tagging import Tagging

UNSAID = "the quietest blockade in history"


@pytest.fixture
def tagging(sample_library, tmp_path):
    return Tagging(SidecarStore(sample_library, tmp_path / "data"), "Ann")


def place(article, words):
    start = article.text.index(words)
    return Span(start, start + len(words))


def correct(tagging, library, words=UNSAID, value="Erik Nordahl"):
    article = read_article(library, QUOTED)
    tagging.open(article)
    tagging.correct(QUOTED, place(article, words), Field.SPEAKER, value, "")
    tagging.save(QUOTED)


def speaker_of(found, words):
    start = found["text"].index(words)
    return next(one["speaker"] for one in found["quotes"] if one["start"] == start)


def test_inspect_gives_the_speaker_that_a_reader_gave(capsys, sample_library, tagging):
    correct(tagging, sample_library)
    (found,) = answer(capsys, "inspect", sample_library / QUOTED)
    assert speaker_of(found, UNSAID)["name"] == "Erik Nordahl"


def test_inspect_joins_names_as_the_library_states(capsys, sample_library, tmp_path):
    codes = Codes(sample_library, tmp_path / "data")
    one, other = (NameForm(EntityKind.PLACE, name) for name in ("Kestria", "Kaldar Sea"))
    codes.restate(codes.stating(NameStatement.of(Sameness.SAME, one, other)))
    codes.save()
    (found,) = answer(capsys, "inspect", sample_library / QUOTED)
    names = {one["name"]: len(one["mentions"]) for one in found["entities"]}
    assert "Kestria" not in names
    assert names["Kaldar Sea"] > 1


def test_compare_gives_the_links_that_a_reader_set_and_deleted(capsys, sample_library, tagging):
    files = sample_library / QUOTED, sample_library / COPY
    left, right = (read_article(sample_library, name) for name in (QUOTED, COPY))
    before = answer(capsys, "compare", *files)
    tagging.open(left)
    first = before["links"][0]
    ends = (Span(first[side]["start"], first[side]["end"]) for side in ("left", "right"))
    for here, there, state in (
        (*ends, LinkState.UNLINKED),
        (place(left, UNSAID), right.blocks[0].span, LinkState.LINKED),
    ):
        passage = OtherPassage(COPY, right.text, there, right.sha256)
        tagging.link(QUOTED, here, passage, state)
    tagging.save(QUOTED)
    after = answer(capsys, "compare", *files)["links"]
    assert first not in after
    span = place(left, UNSAID)
    assert {"start": span.start, "end": span.end} in [link["left"] for link in after]
    turned = answer(capsys, "compare", *files[::-1])["links"]
    assert len(turned) == len(after)


@pytest.mark.parametrize("name", [f"{QUOTED}.diptych.json", "diptych.json"])
def test_corrections_that_cannot_be_read_keep_nothing_else_back(capsys, sample_library, name):
    (sample_library / name).write_text("{", "utf-8")
    status, out, err = run(capsys, "inspect", sample_library / QUOTED, "--json")
    assert status == 1
    assert "cannot be read" in err
    assert json.loads(out)[0]["quotes"]
    assert (sample_library / name).read_text("utf-8") == "{"


def test_links_that_cannot_be_read_keep_nothing_else_back(capsys, sample_library):
    (sample_library / f"{QUOTED}.diptych.json").mkdir()
    files = sample_library / QUOTED, sample_library / COPY
    status, out, err = run(capsys, "compare", *files, "--json")
    assert (status, bool(json.loads(out)["links"])) == (1, True)
    assert "cannot be read" in err
