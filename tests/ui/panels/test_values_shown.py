import pytest
from tests.ui.panels.samples import article

from diptych.model.listing import Snippet
from diptych.text.spans import Span
from diptych.ui.panels.accounts import account_sentence
from diptych.ui.panels.facets import facet_term, has_term, toggled
from diptych.ui.panels.facts import article_facts
from diptych.ui.panels.rows import around_hit
from diptych.ui.panels.values import Account
from diptych.ui.styling.dates import shown_date, shown_month
from diptych.ui.styling.plain import in_a_row


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2022-02-14", "14 Feb 2022"),
        ("2022-02-14T19:24", "14 Feb 2022, 19:24"),
        ("2022-02-14T19:24:05+02:00", "14 Feb 2022, 19:24"),
        ("", ""),
        ("last Monday", "last Monday"),
    ],
)
def test_dates_are_shown_as_people_read_them(qapp, written, shown):
    assert shown_date(written) == shown


def test_a_month_is_named_and_what_is_none_stays(qapp):
    assert (shown_month("2022-02"), shown_month("spring")) == ("Feb 2022", "spring")


def test_facts_in_two_directions_do_not_take_each_other_apart(qapp):
    assert in_a_row(["EGN", "", "14 Feb", "„Élan“"]) == "EGN · 14 Feb · „Élan“"
    assert in_a_row(["الراية", "14 Feb"]) == "\u2068الراية\u2069 · 14 Feb"


def test_what_is_not_known_is_left_out(qapp):
    assert article_facts(article("a.txt")) == ["no date"]
    assert article_facts(article("a.txt", tags=2, quotations=1)) == ["no date", "1 quote", "2 tags"]


def test_an_update_stands_for_a_publication_that_is_not_known(qapp):
    late = article("a.txt", updated="2022-02-15T09:00")
    assert article_facts(late) == ["updated 15 Feb 2022, 09:00"]
    both = article("a.txt", published="2022-02-14", updated="2022-02-15")
    assert article_facts(both) == ["14 Feb 2022"]


def test_what_is_not_known_about_an_account_leaves_no_mark(qapp):
    assert account_sentence(Account("a", "EGN", "", "No.")) == "EGN: No."
    assert account_sentence(Account("a", "EGN", "reworded")).startswith("EGN, reworded: not found")


def test_a_snippet_is_cut_until_its_first_hit_is_in_view():
    text = "so it went on and on " * 9 + "until the talks began again"
    at = text.index("talks")
    shown = around_hit(Snippet(text, (Span(at, at + 5),)), 60)
    assert shown.text.startswith("… ")
    assert shown.hits[0].text_in(shown.text) == "talks"
    assert shown.hits[0].end < 60
    assert shown.text.split()[1] in {"so", "it", "went", "on", "and", "until", "the"}


def test_a_snippet_whose_hit_is_in_view_is_left_alone():
    for snippet in (Snippet("the talks began", (Span(4, 9),)), Snippet("x" * 500, ())):
        assert around_hit(snippet, 60) is snippet


def test_a_hit_in_a_run_without_spaces_begins_the_snippet():
    text = "字" * 200
    shown = around_hit(Snippet(text, (Span(150, 152),)), 60)
    assert shown.hits == (Span(2, 4),)


@pytest.mark.parametrize(
    ("field", "value", "term"),
    [
        ("outlet", "EGN", "outlet:EGN"),
        ("outlet", "Northern Courier", 'outlet:"Northern Courier"'),
        ("outlet", 'The "Post"', 'outlet:"The Post"'),
        ("month", "2022-02", "date:2022-02"),
        ("tag", "Threat", "tag:Threat"),
        ("tag", "a OR b", 'tag:"a OR b"'),
        ("tag", "(odd)", 'tag:"(odd)"'),
    ],
)
def test_a_chip_is_a_part_of_a_query(field, value, term):
    assert facet_term(field, value) == term


def test_a_term_is_found_as_a_whole_only():
    assert has_term("talks outlet:EGN", "outlet:EGN")
    assert not has_term("outlet:EGN2", "outlet:EGN")
    assert not has_term("my-outlet:EGN", "outlet:EGN")


def test_toggling_twice_leaves_the_query_as_it_was():
    query = 'talks "for ever"'
    assert toggled(toggled(query, "tag:A"), "tag:A") == query
    assert toggled("tag:A", "tag:A") == ""
    assert toggled("", "tag:A") == "tag:A"
