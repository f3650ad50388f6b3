"""Annotations and sidecars of any shape, for tests."""

from hypothesis import strategies as st

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Target
from diptych.tagging.sidecar import ArticleFacts, Deletion, Sidecar
from diptych.text.spans import Span

TEXTS = st.text(max_size=12)
"""Any unicode, without lone surrogates."""

INSTANTS = st.integers(0, 59).map(lambda second: f"2026-03-01T10:00:{second:02}.000Z")

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-1e9, 1e9) | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)

FOREIGN_KEYS = st.dictionaries(st.sampled_from(["x:a", "via", "ünï"]), JSON, max_size=2).map(
    lambda keys: tuple(keys.items())
)

BODIES = st.one_of(
    st.builds(Body, st.just(Purpose.TAGGING), TEXTS, extra=FOREIGN_KEYS),
    st.builds(Body, st.just(Purpose.COMMENTING), TEXTS, extra=FOREIGN_KEYS),
    st.builds(Body, st.just(Purpose.EDITING), TEXTS, TEXTS, TEXTS, FOREIGN_KEYS),
    st.builds(Body, st.just(Purpose.OTHER), st.just("urn:a-picture")),
    st.just(Body(Purpose.OTHER, "", extra=(("type", "Image"), ("id", "a.png")))),
)

SPANS = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)

ANCHORS = st.builds(Anchor, SPANS, st.text(min_size=1, max_size=12), TEXTS, TEXTS)

TARGETS = st.builds(
    Target, st.sampled_from(["a.txt", "b.txt"]), st.none() | ANCHORS, extra=FOREIGN_KEYS
)


def annotations(key: str) -> st.SearchStrategy[Annotation]:
    """Annotations with the id ``key``."""
    return st.builds(
        Annotation,
        st.just(key),
        INSTANTS,
        INSTANTS,
        st.sampled_from(["", "Ann", "Béla"]),
        st.lists(BODIES, max_size=3).map(tuple),
        st.lists(TARGETS, min_size=1, max_size=2).map(tuple),
        st.sampled_from(["", "bookmarking"]),
        FOREIGN_KEYS,
    )


def deletions(key: str) -> st.SearchStrategy[Deletion]:
    """Deletions of the annotation with the id ``key``."""
    return st.builds(Deletion, st.just(key), INSTANTS)


def _sidecar(states: list[Annotation | Deletion | None], facts: ArticleFacts) -> Sidecar:
    return Sidecar(
        facts,
        tuple(state for state in states if isinstance(state, Annotation)),
        tuple(state for state in states if isinstance(state, Deletion)),
        id="urn:page",
    )


FACTS = st.builds(ArticleFacts, st.just("a.txt"), TEXTS, TEXTS, TEXTS, FOREIGN_KEYS)


def sidecars(*keys: str) -> st.SearchStrategy[Sidecar]:
    """Sidecars in which each of ``keys`` is there, deleted or unknown."""
    states = [st.none() | annotations(key) | deletions(key) for key in keys or "ab"]
    return st.builds(_sidecar, st.tuples(*states).map(list), FACTS)
