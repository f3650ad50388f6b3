import pytest

from diptych.model.listing import Order


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["inner/café.txt", "council.txt", "ferry.txt"]),
        ("harbour", ["council.txt", "ferry.txt"]),
        ("HARBOUR petrov", ["council.txt", "ferry.txt"]),
        ("harbour -crew", ["council.txt"]),
        ("crew OR owner", ["inner/café.txt", "ferry.txt"]),
        ("harbour NOT (crew OR oil)", ["council.txt"]),
        ('"harbour master"', ["ferry.txt"]),
        ('"master harbour"', []),
        ("har", ["council.txt", "ferry.txt"]),
        ("harb*", ["council.txt", "ferry.txt"]),
        ('"harbour mas', ["ferry.txt"]),
        ("har ", []),
        ("creme", ["inner/café.txt"]),
        ("130000", ["ferry.txt"]),
        ("130,000", ["ferry.txt"]),
        ("anti-war", ["council.txt"]),
        ("war", ["council.txt"]),
        ("Petrov's", ["council.txt", "ferry.txt"]),
        ("U.S.", ["inner/café.txt"]),
        ("date:2022-02", ["council.txt", "ferry.txt"]),
        ("date:>2022-02-14", ["inner/café.txt", "council.txt"]),
        ("date:2022-02-15..2022-03-03 said", ["inner/café.txt"]),
        ("zebra", []),
        ("-zebra", ["inner/café.txt", "council.txt", "ferry.txt"]),
        ("outlet:courier", ["council.txt"]),
        ('outlet:"northern cou', ["council.txt"]),
        ("-outlet:courier date:2022", ["inner/café.txt", "ferry.txt"]),
        ("tag:threat", ["ferry.txt"]),
        ("tag:thr* harbour", ["ferry.txt"]),
        ("harbour tag:thr", ["ferry.txt"]),
        ('name:"ana petrov"', ["ferry.txt"]),
        ("name:ivo", []),
        ("story:leak", ["council.txt", "ferry.txt"]),
        ("story:unheard", []),
    ],
)
def test_a_query_finds_what_it_says(library, query, found):
    catalogue = library.cache.catalogue
    catalogue.set_tags("ferry.txt", {"Threat": 2, "No comment": 1})
    ferry = catalogue.entry("ferry.txt")
    assert ferry is not None
    catalogue.store_reading(ferry.sha256, "1", b"", names=["Ana Petrov"])
    stories = {"leak": ["ferry.txt", "council.txt"]}
    assert library.paths(query, stories=stories) == found


def test_tags_are_counted_among_what_was_found(library):
    library.cache.catalogue.set_tags("ferry.txt", {"Threat": 2, "Blame": 1})
    library.cache.catalogue.set_tags("council.txt", {"Blame": 1})

    def tags(query: str) -> list[tuple[str, int]]:
        facets = library.cache.search.search(query).facets
        return [(facet.value, facet.count) for facet in facets if facet.field == "tag"]

    assert tags("") == [("Blame", 2), ("Threat", 1)]
    assert tags("council") == [("Blame", 1)]
    library.cache.catalogue.set_tags("council.txt", {})
    assert tags("council") == []


@pytest.mark.parametrize("order", Order)
def test_a_page_of_hits_is_a_part_of_the_whole(library, order):
    whole = library.paths("a OR the", order)
    pages = [library.paths("a OR the", order, offset=at, limit=1) for at in range(4)]
    assert [path for page in pages for path in page] == whole


def test_orders_put_what_is_not_known_last(library):
    assert library.paths("", Order.OUTLET) == ["council.txt", "ferry.txt", "inner/café.txt"]


def test_the_newest_stands_first_by_date(library):
    assert library.paths("", Order.DATE) == ["inner/café.txt", "council.txt", "ferry.txt"]


def test_a_word_in_the_headline_weighs_more(library):
    result = library.cache.search.search("harbour", Order.RELEVANCE)
    assert [hit.path for hit in result.hits] == ["council.txt", "ferry.txt"]
    assert result.hits[0].score > result.hits[1].score > 0


def test_a_snippet_marks_the_words_that_were_found(library):
    (hit,) = library.cache.search.search('crew OR "harbour master"').hits
    (snippet,) = hit.snippets
    assert [span.text_in(snippet.text) for span in snippet.hits] == ["harbour master"]


def test_facets_count_everything_that_was_found(library):
    result = library.cache.search.search("", limit=1)
    assert (len(result.hits), result.total) == (1, 3)
    months = [(facet.value, facet.count) for facet in result.facets if facet.field == "month"]
    assert months == [("2022-02", 2), ("2022-03", 1)]
