"""What was found as its readers have it: corrected on the way out, and never analysed for that."""

import json

import pytest
from tests.workspace.conftest import ARTICLES, WorkersAtOnce, close, write

from diptych.library.readers import article_from_bytes
from diptych.model.article import Article
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Entity, EntityKind, Quotation, QuotationKind, Reading, Speaker
from diptych.tagging.corrections import NO_NAME, Field, LinkState, relative_source
from diptych.tagging.edits import OtherPassage
from diptych.tagging.names import NameForm, Restated, Sameness
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span
from diptych.workspace import analysing, tasks
from diptych.workspace.analysing import then
from diptych.workspace.tagging import Tagging

FERRY, COUNCIL, CAFE = "ferry.txt", "council.txt", "inner/café.txt"
LEAK = "More than 130,000 litres of oil leaked"
ANA, IVO, SAROV = "Ana Petrov", "Ivo Petrov", "Sarov"


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def reading_of(article: Article) -> Reading:
    """The names of these tests as those of persons, and the leak as Ana's words."""
    known = [name for name in (ANA, IVO, SAROV) if name in article.text]
    entities = tuple(
        Entity(f"e{number}", EntityKind.PERSON, name, (place(article, name),))
        for number, name in enumerate(known)
    )
    quotations: tuple[Quotation, ...] = ()
    if LEAK in article.text:
        speaker = Speaker(ANA, "e0")
        quotations = (Quotation(place(article, LEAK), QuotationKind.INDIRECT, speaker),)
    return Reading(article.sha256, tasks.READING_VERSION, (), entities, quotations)


def alignment_of(left: Article, right: Article, *_readings: Reading) -> Alignment:
    """The headlines linked."""
    link = Link(left.blocks[0].span, right.blocks[0].span, Relation.REWORDED, 0.5)
    return Alignment(left.sha256, right.sha256, (link,), (), ())


class Reader(WorkersAtOnce):
    """Workers that find something, as quickly."""

    def submit(self, task, *arguments, **options):
        found = {tasks.read_task: reading_of, tasks.align_task: alignment_of}.get(task, task)
        job = super().submit(found, *arguments, **options)
        self.tasks[-1] = task.__name__
        return job


@pytest.fixture
def workers() -> Reader:
    return Reader()


@pytest.fixture
def library(root, opened, workers):
    return opened(root, workers=workers)


def correct(library, path: str, field: Field, words: str, value: str):
    article = library.article(path)
    library.tagging.open(article)
    library.tagging.correct(path, place(article, words), field, value, "")


def link(library, path: str, words: str, other: str, other_words: str, state=LinkState.LINKED):
    here, there = library.article(path), library.article(other)
    library.tagging.open(here)
    source = relative_source(path, other)
    passage = OtherPassage(source, there.text, place(there, other_words), there.sha256)
    library.tagging.link(path, place(here, words), passage, state)


def speaker(library) -> str:
    (quotation,) = library.found.reading(library.article(FERRY)).result().quotations
    return quotation.speaker.name if quotation.speaker else ""


def names(library, path: str) -> list[str]:
    return [one.name for one in library.found.reading(library.article(path)).result().entities]


def links(library, left: str, right: str) -> list[tuple[str, str, bool]]:
    ends = library.article(left), library.article(right)
    return [
        (link.left.text_in(ends[0].text), link.right.text_in(ends[1].text), link.by_hand)
        for link in library.found.alignment(*ends).result().links
    ]


def test_a_correction_shows_before_it_is_saved_and_costs_no_analysis(library, workers):
    assert speaker(library) == ANA
    correct(library, FERRY, Field.SPEAKER, LEAK, "the harbour master")
    assert speaker(library) == "the harbour master"
    library.tagging.undo()
    assert speaker(library) == ANA
    library.tagging.redo()
    assert speaker(library) == "the harbour master"
    assert workers.tasks.count("read_task") == 1


def test_what_is_stored_is_what_was_found(library):
    correct(library, FERRY, Field.KIND, ANA, NO_NAME)
    assert names(library, FERRY) == [SAROV]
    library._keeper.flush()
    article = library.article(FERRY)
    assert library.analyses.reading(article).result() == reading_of(article)


def test_corrections_of_articles_that_are_not_open_are_known_from_their_sidecars(root, opened):
    library = opened(root, workers=Reader())
    correct(library, FERRY, Field.SPEAKER, LEAK, "the crew")
    library.tagging.save(FERRY)
    close(library)
    again = opened(root, workers=Reader())
    assert again.tagging.current(FERRY) is None
    assert speaker(again) == "the crew"
    assert again._counts.corrections(COUNCIL) == ()


def test_another_process_corrects_and_this_one_sees_it(library, root):
    other = Tagging(SidecarStore(root, root.parent / "others"), "Bob")
    article = library.article(FERRY)
    other.open(article)
    other.correct(FERRY, place(article, LEAK), Field.SPEAKER, "Bob's choice", ANA)
    other.save(FERRY)
    assert not other.restate(library.codes.stating(statement(library)))
    library._counts.renew({FERRY})
    assert speaker(library) == "Bob's choice"
    library._counts.scan()
    assert speaker(library) == "Bob's choice"


def test_a_newer_version_of_the_analysis_keeps_corrections(root, opened, monkeypatch):
    library = opened(root, workers=Reader())
    correct(library, FERRY, Field.SPEAKER, LEAK, "the crew")
    link(library, FERRY, "The crew of 24 was saved", COUNCIL, "plan was refused")
    library.tagging.save(FERRY)
    close(library)
    for version in ("READING_VERSION", "ALIGNMENT_VERSION"):
        monkeypatch.setattr(analysing, version, "next")
    workers = Reader()
    again = opened(root, workers=workers)
    assert speaker(again) == "the crew"
    assert ("The crew of 24 was saved", "plan was refused", True) in links(again, FERRY, COUNCIL)
    assert workers.tasks.count("align_task") == 1


def test_a_changed_text_keeps_a_correction_that_is_found_again(library, root):
    correct(library, FERRY, Field.SPEAKER, LEAK, "the crew")
    text = (root / FERRY).read_text("utf-8")
    write(root, {FERRY: text.replace("runs aground", "has run aground at night")})
    library.refresh()
    assert speaker(library) == "the crew"


# Links.


def test_links_by_hand_are_seen_from_both_sides_wherever_they_are_kept(library):
    link(library, CAFE, "the owner said", FERRY, "Ana Petrov said")
    title = "Ferry runs aground off Sarov", "A café for the port", False
    by_hand = "Ana Petrov said", "the owner said", True
    assert sorted(links(library, FERRY, CAFE)) == [by_hand, title]
    assert sorted(links(library, CAFE, FERRY)) == [
        (right, left, hand) for left, right, hand in (title, by_hand)
    ]


def test_the_last_word_about_a_link_holds_though_it_is_in_the_other_sidecar(library):
    title = "Ferry runs aground off Sarov", "Council votes on the harbour"
    assert links(library, FERRY, COUNCIL) == [(*title, False)]
    link(library, FERRY, title[0], COUNCIL, title[1], LinkState.UNLINKED)
    assert links(library, FERRY, COUNCIL) == []
    assert links(library, COUNCIL, FERRY) == []
    link(library, COUNCIL, title[1], FERRY, title[0])
    assert links(library, FERRY, COUNCIL) == [(*title, True)]
    library.tagging.undo()
    assert links(library, FERRY, COUNCIL) == []
    assert [
        alone.span.text_in(library.article(FERRY).text)
        for alone in library.comparing.lone_passages(FERRY, COUNCIL)
    ] == [title[0]]


def test_links_reach_the_accounts_of_a_passage(library, monkeypatch):
    monkeypatch.setattr(library.stories, "of", lambda _path: (FERRY, COUNCIL))
    passage = place(library.article(FERRY), "The crew of 24 was saved")
    link(library, FERRY, "The crew of 24 was saved", COUNCIL, "Ivo Petrov's plan was refused")
    (_here, there) = library.comparing.accounts(FERRY, passage).rows
    assert there.text == "Ivo Petrov's plan was refused"
    assert there.is_linked_by_hand


# Names.


def statement(library, relation=Sameness.SAME):
    """States that Ana and Sarov are the same or not, in the story of the ferry."""
    one, other = (NameForm(EntityKind.PERSON, name) for name in (ANA, SAROV))
    library.found.state(FERRY, relation, one, other)
    return library.codes.names[0]


def test_names_are_joined_in_their_story_and_kept_in_the_librarys_file(root, opened):
    library = opened(root, workers=Reader())
    assert names(library, FERRY) == [ANA, SAROV]
    statement(library)
    assert names(library, FERRY) == [ANA]
    assert library.found.statements(COUNCIL) == ()
    library.codes.save()
    close(library)
    assert json.loads((root / "diptych.json").read_text("utf-8"))["merges"][0]["scope"] == [
        {"file": FERRY, "sha256": library.article(FERRY).sha256}
    ]
    again = opened(root, workers=Reader())
    assert names(again, FERRY) == [ANA]


def test_joining_and_parting_are_undone_in_the_order_of_all_other_steps(library):
    statement(library)
    correct(library, FERRY, Field.SPEAKER, LEAK, "the crew")
    statement(library, Sameness.DIFFERENT)
    assert names(library, FERRY) == [ANA, SAROV]
    assert library.tagging.undo().is_restated
    assert names(library, FERRY) == [ANA]
    assert not library.tagging.undo().is_restated
    assert speaker(library) == ANA
    assert library.tagging.undo().is_restated
    assert names(library, FERRY) == [ANA, SAROV]
    assert not library.tagging.can_undo
    assert library.tagging.redo().is_restated
    assert names(library, FERRY) == [ANA]


def test_what_is_stated_already_is_no_step(library):
    statement(library)
    statement(library)
    library.tagging.undo()
    assert not library.tagging.can_undo


def test_a_statement_that_somebody_took_back_is_not_taken_back_again(library):
    stated = statement(library)
    library.codes.restate(Restated(removed=(stated,)))
    undone = library.tagging.undo()
    assert (undone.is_restated, undone.skipped) == (False, 1)


def test_an_account_that_joins_the_story_shares_its_names(library, monkeypatch):
    statement(library)
    monkeypatch.setattr(library.stories, "of", lambda _path: (FERRY, COUNCIL, "gone.txt"))
    assert len(library.found.statements(COUNCIL)) == 1
    statement(library, Sameness.DIFFERENT)
    assert [len(one.scope) for one in library.codes.names] == [1]
    assert set(library.comparing.names(COUNCIL)) == {
        NameForm(EntityKind.PERSON, name) for name in (IVO, SAROV, ANA)
    }


def test_the_hash_follows_everything_that_is_corrected(library):
    seen = [library.found.hash_of([FERRY, COUNCIL])]
    statement(library)
    seen.append(library.found.hash_of([FERRY, COUNCIL]))
    correct(library, COUNCIL, Field.KIND, SAROV, "place")
    seen.append(library.found.hash_of([FERRY, COUNCIL]))
    assert len(set(seen)) == 3
    library.tagging.undo()
    library.tagging.undo()
    assert library.found.hash_of([FERRY, COUNCIL]) == seen[0]


def test_the_hash_counts_what_is_corrected_in_each_of_two_files_with_one_text(library, root):
    write(root, {"copy.txt": ARTICLES[FERRY]})
    library.refresh()
    before = library.found.hash_of([FERRY, "copy.txt"])
    correct(library, FERRY, Field.KIND, SAROV, "place")
    assert library.found.hash_of([FERRY, "copy.txt"]) != before


# What waits for an analysis.


def test_a_correction_that_fails_is_told_to_whoever_waits(library):
    article = article_from_bytes("one.txt", b"Alone\n\nNothing here.")

    def fail(_reading: Reading) -> Reading:
        raise ValueError("no")

    waiting = then(library.analyses.reading(article), fail)
    with pytest.raises(ValueError, match="no"):
        waiting.result(1)


def test_what_is_stated_about_names_is_saved_when_the_library_closes(root, opened):
    library = opened(root, workers=Reader())
    assert library.codes.is_saved
    statement(library)
    assert not library.codes.is_saved
    close(library)
    assert library.codes.is_saved
    assert len(json.loads((root / "diptych.json").read_text("utf-8"))["merges"]) == 1


def test_names_that_cannot_be_saved_say_why(library, root):
    statement(library)
    (root / "diptych.json").mkdir()
    (error,) = library.save()
    assert "diptych.json" in str(error)
    assert not library.codes.is_saved
    (root / "diptych.json").rmdir()
    assert library.save() == []
    assert library.save() == []
