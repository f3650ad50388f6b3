"""Captions and credits."""

import pytest

from diptych.library.readers.captions import is_caption
from diptych.library.readers.page import line_of


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Tensions. Picture: PA",
        "Ana Petrov (Ivo Nikolov, Sputnik, Palace/AP)",
        "Soldiers at the gate [Ivo Nikolov/Reuters]",
        "The minister leaves the room [Ivo Nikolov",
        "A guard at the embassy in Sarov, February 12, 2022. /CFP",
        "Ships in the bay (AP Photo/Ann Lee, File)",
        "Ships in the bay. REUTERS/Ann Lee",
        "Ships in the bay | Photo: Ann Lee",
        "Photo by Ann Lee",
        "Photograph: Jakob Sailer/Herald",
        "Image source, Getty Images",
        "(Cover: The minister in the palace, February 14, 2022. /Reuters)",
        "FILE PHOTO: The minister in March",
        "Ana Petrov (L) and Ivo Nikolov (R) shake hands in Sarov",
        "Ana Petrov (left) meets her colleague in Sarov",
        "Source: Sky News",
        "INTERACTIVE- How the alliance grew",
        "The old bridge (Ann Lee, MPA)",
        "Foto: dpa",
        "The lock from above. Getty Images",
    ],
)
def test_a_line_with_a_pictures_credit_is_a_caption(text):
    assert is_caption(line_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "“It has nothing to do with us, which (an application) is in the constitution.”",
        "The senator (R) and her colleague said on Monday that they would vote against it.",
        "He said the image: that of a country at war, was wrong.",
        "The talks ended without a result (see below).",
        "“Nothing will be closed on (March) 3 or 4,” the engineer told a reporter.",
        "The council of ministers met on Monday and/or Tuesday.",
        "It was first reported by the agency (its editor declined to comment).",
        "x" * 800 + " (AP Photo/Ann Lee)",
        "The picture of a divided town is wrong, says the mayor.",
    ],
)
def test_running_text_is_no_caption(text):
    assert not is_caption(line_of(text))


def test_an_agency_after_the_last_sentence_credits_the_article():
    text = "The talks will go on for another week, the minister said. (AFP)"
    assert is_caption(line_of(text))
    assert not is_caption(line_of(text), last=True)
