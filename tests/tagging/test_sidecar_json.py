"""A sidecar is a W3C page; what another program wrote in it is written back as it was."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from tests.tagging.strategies import sidecars

from diptych.errors import SidecarError
from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Target
from diptych.tagging.save import NewerFormatError
from diptych.tagging.sidecar import FORMAT, ArticleFacts, Deletion, Sidecar, new_sidecar
from diptych.tagging.sidecar_json import SidecarWriter, read_sidecar, sidecar_bytes
from diptych.text.spans import Span

FACTS = ArticleFacts("talks.txt", "aa", "bb", "text/1")
TAGGED = Annotation(
    "urn:uuid:1",
    "2026-03-01T10:00:00.000Z",
    "2026-03-01T11:00:00.000Z",
    "Ann",
    (Body(Purpose.TAGGING, "Threat"), Body(Purpose.COMMENTING, "See *this*")),
    (Target("talks.txt", Anchor(Span(4, 7), "sea", "the ", " is")),),
)
WRITTEN = """\
{
  "@context": "http://www.w3.org/ns/anno.jsonld",
  "id": "urn:uuid:0",
  "type": "AnnotationPage",
  "diptych": {
    "format": 1,
    "article": {
      "file": "talks.txt",
      "sha256": "aa",
      "bytes_sha256": "bb",
      "reader": "text/1"
    },
    "deleted": [
      {
        "id": "urn:uuid:9",
        "when": "2026-03-01T10:00:00.000Z"
      }
    ]
  },
  "items": [
    {
      "id": "urn:uuid:1",
      "type": "Annotation",
      "created": "2026-03-01T10:00:00.000Z",
      "modified": "2026-03-01T11:00:00.000Z",
      "creator": {
        "type": "Person",
        "name": "Ann"
      },
      "body": [
        {
          "type": "TextualBody",
          "purpose": "tagging",
          "value": "Threat"
        },
        {
          "type": "TextualBody",
          "purpose": "commenting",
          "format": "text/markdown",
          "value": "See *this*"
        }
      ],
      "target": {
        "source": "talks.txt",
        "selector": [
          {
            "type": "TextQuoteSelector",
            "exact": "sea",
            "prefix": "the ",
            "suffix": " is"
          },
          {
            "type": "TextPositionSelector",
            "start": 4,
            "end": 7
          }
        ]
      }
    }
  ]
}
"""


def read(page: object) -> Sidecar:
    return read_sidecar(json.dumps(page).encode(), "talks.txt.diptych.json")


def written_again(page: object) -> object:
    return json.loads(sidecar_bytes(read(page)))


def page_with(*items: object, **keys: object) -> dict[str, object]:
    page = json.loads(WRITTEN)
    return {**page, "items": list(items), **keys}


def item(**keys: object) -> dict[str, object]:
    (plain,) = json.loads(WRITTEN)["items"]
    return {**plain, **keys}


def test_a_sidecar_is_written_as_the_format_says():
    deleted = (Deletion("urn:uuid:9", "2026-03-01T10:00:00.000Z"),)
    sidecar = Sidecar(FACTS, (TAGGED,), deleted, id="urn:uuid:0")
    assert sidecar_bytes(sidecar).decode() == WRITTEN
    assert read_sidecar(WRITTEN.encode(), "a") == sidecar


@given(sidecars())
def test_what_was_written_is_read_again(sidecar):
    data = sidecar_bytes(sidecar)
    assert read_sidecar(data, "a") == sidecar
    assert sidecar_bytes(read_sidecar(data, "a")) == data


@given(sidecars(), sidecars())
def test_remembered_texts_write_the_same_bytes(first, second):
    write = SidecarWriter()
    for sidecar in (first, second, first):
        assert write(sidecar) == sidecar_bytes(sidecar)


def test_half_a_surrogate_pair_in_a_note_survives():
    odd = replace(TAGGED, bodies=(Body(Purpose.COMMENTING, "half \ud83d"),))
    sidecar = Sidecar(FACTS, (odd,), id="urn:uuid:0")
    data = SidecarWriter()(sidecar)
    assert b"half \\ud83d" in data
    assert read_sidecar(data, "a") == sidecar


def test_a_byte_order_mark_is_no_damage():
    assert read_sidecar(b"\xef\xbb\xbf" + WRITTEN.encode(), "a").annotations == (TAGGED,)


UNKNOWN = {"x:kept": [1, {"deep": None}]}


@pytest.mark.parametrize(
    "page",
    [
        page_with(item(), **UNKNOWN),
        page_with(item(), **{"@context": ["http://www.w3.org/ns/anno.jsonld", "x"]}),
        page_with(item(), diptych={**json.loads(WRITTEN)["diptych"], **UNKNOWN}),
        page_with(item(**UNKNOWN)),
        page_with(item(motivation=["tagging", "linking"])),
        page_with(item(creator="https://example.org/ann")),
        page_with(item(creator={"type": "Person", "name": "Ann", "nickname": "a"})),
        page_with(item(creator={"type": "Software"})),
        page_with(item(created=5)),
        page_with(item(body=[{"type": "TextualBody", "purpose": "tagging", "value": "T", "a": 1}])),
        page_with(item(body=[{"type": "TextualBody", "purpose": "tagging", "value": 5}])),
        page_with(item(body=[{"type": "TextualBody", "purpose": ["tagging"], "value": "T"}])),
        page_with(item(body=[{"type": "TextualBody", "purpose": "describing", "value": "T"}])),
        page_with(item(body=[{"type": "Image", "id": "a.png"}, "https://example.org/b"])),
        page_with(item(body=[7])),
        page_with(
            item(
                body=[
                    {
                        "type": "TextualBody",
                        "purpose": "commenting",
                        "format": "text/plain",
                        "value": "T",
                    }
                ]
            )
        ),
        page_with(item(target={"source": "talks.txt", "state": {"type": "TimeState"}})),
        page_with(item(target=[{"source": "talks.txt"}, {"source": "other.txt"}])),
        page_with(
            item(
                target={
                    "source": "talks.txt",
                    "selector": [
                        {"type": "XPathSelector", "value": "/p"},
                        {"type": "TextPositionSelector", "start": 1, "end": 3, "x": 1},
                        {"type": "TextQuoteSelector", "exact": "s", "prefix": "", "suffix": ""},
                    ],
                }
            )
        ),
        page_with(item(target={"source": "talks.txt", "selector": "urn:a-selector"})),
        page_with(item(), {"type": "Bookmark"}, "https://example.org/annotation", item(id=3)),
        page_with(item(target={"id": "talks.txt"}), item(type="Other")),
    ],
)
def test_what_diptych_does_not_know_is_kept_as_it_was(page):
    assert written_again(page) == page


def test_unknown_parts_of_the_facts_and_of_deletions_are_kept():
    page = json.loads(WRITTEN)
    page["diptych"]["article"]["x:size"] = 9
    page["diptych"]["deleted"][0]["x:by"] = "Béla"
    assert written_again(page) == page


def test_selectors_of_other_programs_follow_the_passage():
    quote = {"type": "TextQuoteSelector", "exact": "sea", "x": 1}
    other = {"type": "XPathSelector", "value": "/p"}
    target = {"source": "talks.txt", "selector": [other, quote]}
    sidecar = read(page_with(item(target=target)))
    (annotation,) = sidecar.annotations
    (old,) = annotation.targets
    assert old.anchor == Anchor(Span(0, 0), "sea")
    moved = replace(old, anchor=Anchor(Span(9, 12), "see", "a ", " b"))
    moved_annotation = replace(annotation, targets=(moved,))
    page = json.loads(sidecar_bytes(replace(sidecar, annotations=(moved_annotation,))))
    assert page["items"][0]["target"]["selector"] == [
        other,
        {"type": "TextQuoteSelector", "exact": "see", "prefix": "a ", "suffix": " b", "x": 1},
        {"type": "TextPositionSelector", "start": 9, "end": 12},
    ]


def test_a_position_alone_gains_the_words_once_they_are_known():
    target = {"source": "a", "selector": {"type": "TextPositionSelector", "start": 4, "end": 7}}
    sidecar = read(page_with(item(target=target)))
    (old,) = sidecar.annotations[0].targets
    assert old.anchor == Anchor(Span(4, 7), "")
    known = replace(old, anchor=Anchor(Span(4, 7), "sea"))
    annotation = replace(sidecar.annotations[0], targets=(known,))
    page = json.loads(sidecar_bytes(replace(sidecar, annotations=(annotation,))))
    assert [one["type"] for one in page["items"][0]["target"]["selector"]] == [
        "TextPositionSelector",
        "TextQuoteSelector",
    ]


def test_an_annotation_without_instants_gets_none_made_up():
    bare = {key: value for key, value in item().items() if key not in ("created", "modified")}
    assert written_again(page_with(bare)) == page_with(bare)


def test_a_target_may_be_an_address_alone():
    (annotation,) = read(page_with(item(target="talks.txt"))).annotations
    assert annotation.targets == (Target("talks.txt"),)


def test_two_annotations_with_one_id_are_both_kept():
    sidecar = read(page_with(item(), item(created="2026-01-01T00:00:00Z"), item()))
    first, second = sidecar.annotations
    assert first.id == "urn:uuid:1"
    assert second.id != first.id
    assert second.created == "2026-01-01T00:00:00Z"
    assert read(json.loads(sidecar_bytes(sidecar))) == sidecar


def test_an_annotation_that_is_there_is_not_deleted():
    page = page_with(item(id="urn:uuid:9"))
    assert read(page).deleted == ()


@pytest.mark.parametrize("deleted", ["soon", [5, {"id": 5}]])
def test_deletions_that_mean_nothing_delete_nothing(deleted):
    own = {**json.loads(WRITTEN)["diptych"], "deleted": deleted}
    assert read(page_with(item(), diptych=own)).deleted == ()


def test_a_page_of_another_program_has_no_facts():
    sidecar = read({"type": "AnnotationPage", "items": [item()]})
    assert sidecar.annotations == (TAGGED,)
    assert (sidecar.article, sidecar.id, sidecar.format) == (ArticleFacts(""), "", FORMAT)


def test_facts_that_are_no_object_are_no_facts():
    assert read(page_with(diptych={"article": 5})).article == ArticleFacts("")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged in line 1"),
        (WRITTEN.encode()[:300], "damaged"),
        (b"\xff\xfe\xff", "not text"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"items": [NaN]}', "too large"),
        (b'{"items": [1e999]}', "too large"),
        (b"[]", "no annotations"),
        (b'{"type": "AnnotationPage"}', "no annotations"),
        (b'{"items": [], "diptych": 5}', "format is not stated"),
        (b'{"items": [], "diptych": {"format": "one"}}', "format is not stated"),
    ],
)
def test_damage_is_never_taken_for_a_sidecar_without_tags(data, reason):
    with pytest.raises(SidecarError, match=reason) as raised:
        read_sidecar(data, "talks.txt.diptych.json")
    assert "talks.txt.diptych.json" in str(raised.value)


def test_a_newer_format_that_reads_otherwise_is_not_taken_for_damage():
    with pytest.raises(NewerFormatError, match="newer version"):
        read({"diptych": {"format": FORMAT + 1}, "entries": []})


def test_a_newer_format_is_known_as_one():
    own = {**json.loads(WRITTEN)["diptych"], "format": FORMAT + 1}
    assert read(page_with(item(), diptych=own)).is_newer
    assert not new_sidecar(FACTS).is_newer
