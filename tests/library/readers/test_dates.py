"""Dates in lines."""

import pytest

from diptych.library.readers.dates import date_line, moments_in, published_and_updated


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("14 February 2022, 19:24", "2022-02-14T19:24", ""),
        ("Updated 12:57, 15-Feb-2022", "", "2022-02-15T12:57"),
        ("Published On 14 Feb 2022", "2022-02-14", ""),
        ("Wednesday, March 13, 2024", "2024-03-13", ""),
        ("Feb. 14, 2022, 7:24 PM EST", "2022-02-14T19:24-05:00", ""),
        ("Published 12:05 a.m., February 14th 2022", "2022-02-14T00:05", ""),
        (
            "Published: 10:02 GMT, 14 February 2022 | Updated: 18:17 GMT, 14 February 2022",
            "2022-02-14T10:02+00:00",
            "2022-02-14T18:17+00:00",
        ),
        (
            "First published on Mon 14 Feb 2022 19.24 GMT Last modified on Tue 15 Feb 2022 09.13",
            "2022-02-14T19:24+00:00",
            "2022-02-15T09:13",
        ),
        ("14. Februar 2022, 19:24 Uhr", "2022-02-14T19:24", ""),
        ("Stand: 14.02.2022 9:05 Uhr", "", "2022-02-14T09:05"),
        ("Publié le 14 février 2022 à 19h24", "2022-02-14T19:24", ""),
        ("14 de febrero de 2022 a las 19:24", "2022-02-14T19:24", ""),
        ("14 февраля 2022, 19:24", "2022-02-14T19:24", ""),
        ("2022年2月14日", "2022-02-14", ""),
        ("١٤ فبراير ٢٠٢٢، 19:24", "2022-02-14T19:24", ""),
        ("2022/02/14", "2022-02-14", ""),
        ("2022-02-14T19:24:33Z", "2022-02-14T19:24+00:00", ""),
        ("2022-02-14T19:24:33.123+0530", "2022-02-14T19:24+05:30", ""),
        ("14/02/2022 19:24", "2022-02-14T19:24", ""),
        ("02/14/2022", "2022-02-14", ""),
    ],
)
def test_a_line_of_dates_gives_publication_and_update(text, published, updated):
    line = date_line(text)
    assert line is not None
    assert line.rest == ""
    assert published_and_updated(list(line.moments)) == (published, updated)


@pytest.mark.parametrize("text", ["03/04/2022", "31 February 2022", "2022-13-01"])
def test_a_day_that_is_doubtful_or_does_not_exist_is_not_guessed(text):
    assert moments_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "On Monday 14 February 2022 the army said that all of its soldiers would go home.",
        "02:37",
        "The talks of May 2022",
        "No digits here",
        "1" * 500,
    ],
)
def test_a_line_that_says_more_than_dates_is_none(text):
    assert date_line(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Northern Courier, 12 March 2024, 18:40", "Northern Courier"),
        ("By Ann Lee | 14 February 2022", "By Ann Lee"),
        ("14 February", ""),
    ],
)
def test_what_else_stands_on_a_line_of_dates_is_kept(text, rest):
    line = date_line(text)
    assert line is not None
    assert line.rest == rest
