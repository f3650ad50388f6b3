"""The list: stories where their first article stands, what cannot be read at the end."""

import pytest

from diptych.model.listing import Entry, Hit, Order, SearchResult
from diptych.workspace.listing import found, grouped, in_order, story_title

OLD = Entry("old.txt", "Zebra crossing", "Courier", "2022-02-14")
NEW = Entry("new.txt", "apple harvest", "", "2022-03-01T08:00")
UPDATED = Entry("updated.txt", "Middle", "argus", "", "2022-02-20")
UNDATED = Entry("undated.txt", "No date", "Beacon")
BROKEN = Entry("broken.txt", problem="“broken.txt” is empty.")
ALL = [BROKEN, NEW, OLD, UNDATED, UPDATED]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.DATE, [NEW, UPDATED, OLD, UNDATED, BROKEN]),
        (Order.RELEVANCE, [NEW, UPDATED, OLD, UNDATED, BROKEN]),
        (Order.OUTLET, [UPDATED, UNDATED, OLD, NEW, BROKEN]),
        (Order.TITLE, [NEW, UPDATED, UNDATED, OLD, BROKEN]),
    ],
)
def test_articles_stand_in_the_order_that_was_asked_for(order, wanted):
    assert in_order(ALL, order) == wanted


def test_a_story_stands_where_its_first_article_stands():
    groups = grouped(ALL, [("old.txt", "new.txt"), ("undated.txt",)], Order.DATE)
    assert [group.is_story for group in groups] == [True, False, False, False]
    assert [entry.path for entry in groups[0].entries] == ["new.txt", "old.txt"]
    assert len({entry.story for entry in groups[0].entries}) == 1
    assert groups[1].entries == (UPDATED,)


def test_a_story_is_called_after_the_account_that_came_first():
    assert story_title([NEW, OLD, UNDATED]) == "Zebra crossing"
    assert story_title([UNDATED]) == "No date"
    assert story_title([BROKEN]) == "broken.txt"


def test_a_story_of_articles_that_are_gone_does_no_harm():
    groups = grouped([OLD], [("gone.txt", "old.txt")], Order.DATE)
    assert [group.is_story for group in groups] == [False]


def test_hits_of_files_that_are_gone_are_left_out():
    result = SearchResult((Hit("old.txt", 1.0), Hit("gone.txt", 0.5)), 2)
    assert found(result, {"old.txt": OLD}) == ((OLD, Hit("old.txt", 1.0)),)
