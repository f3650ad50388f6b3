"""Site furniture."""

import pytest

from diptych.library.readers.furniture import claim_furniture, claim_teasers
from diptych.library.readers.page import Page
from diptych.model.article import BlockKind

PROSE = "The minister said on Monday that the talks would go on for at least another week or two."


def kinds(*lines):
    page = Page([line] for line in lines)
    claim_furniture(page)
    claim_teasers(page)
    return page.kinds


@pytest.mark.parametrize(
    "text",
    [
        "00:39",
        "▶ 1:02:45",
        "Download",
        "ADVERTISEMENT",
        "Share",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "Search Trends",
        "Read more: Five things about the harbour",
        "READ ALSO: Five things about the harbour",
        "Also on harbour.com The minister leaves",
        "Sign up for our newsletter",
        "We use cookies to improve this site.",
        "5 min read",
        "3 hours ago",
        "Listen to this article",
        "12 Comments",
        "Follow us on Twitter",
        "© 2022 Harbour News",
        "All rights reserved.",
        "Skip to content",
        "Home / News / World",
        "World > Europe",
        "___",
        "Filed under: harbours, ministers",
        "Lesen Sie auch",
        "Your browser does not support the video tag.",
        "MINISTER LEAVES TALKS AND SAYS NOTHING AT ALL",
    ],
)
def test_furniture_is_told_by_its_own_words(text):
    assert kinds(PROSE, text, PROSE)[1] is BlockKind.NOISE


@pytest.mark.parametrize(
    "text",
    [
        "Unity Day",
        "NATO membership",
        "What to watch: the ministers, the markets and the mood in the streets.",
        "Home is where the minister went after the talks had ended.",
        "Share prices fell.",
        "Read the letter aloud, he said, and let the people hear what it says.",
        "More talks",
        "https://harbour.example/letter",
    ],
)
def test_headings_and_sentences_of_the_account_are_not(text):
    assert kinds(PROSE, text, PROSE)[1] is None


def test_a_list_of_other_articles_is_furniture_up_to_the_end():
    lines = (PROSE, PROSE, "Latest World News", "Ten ships lost", "A storm sank them on Sunday.")
    assert kinds(*lines) == [None, None, *[BlockKind.NOISE] * 3]


def test_running_text_goes_on_after_a_list_of_other_articles():
    lines = (PROSE, "Related stories", "Ten ships lost", "Storm coming", PROSE, PROSE)
    noise = [BlockKind.NOISE] * 3
    assert kinds(*lines) == [None, *noise, None, None]


def test_a_heading_that_text_follows_at_once_is_no_list():
    assert kinds(PROSE, "Discussion", PROSE, PROSE)[1:] == [None, None, None]
