"""Gold answers and sample articles stay in step: editing one without the other fails here."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "sample.json").read_text("utf-8"))
TEXT_FILES = [key for key, name in GOLD["files"].items() if name.endswith(".txt")]


@pytest.fixture
def texts(sample_library) -> dict[str, str]:
    """Each article's file as it is stored, by key."""
    return {
        key: (sample_library / name).read_text(encoding="utf-8")
        for key, name in GOLD["files"].items()
    }


def paragraphs(key: str, text: str) -> list[str]:
    if key in GOLD["paragraphs"]:
        return GOLD["paragraphs"][key]
    return [block for block in re.split(r"\n\s*\n", text) if block.strip()]


def shown(text: str) -> str:
    """The text without the marks and tags that its file format adds."""
    return " ".join(re.sub(r"<[^>]+>|\*|^> ", "", text, flags=re.MULTILINE).split())


def test_every_sample_file_has_gold_and_is_named_after_its_key(sample_library):
    names = {path.name for path in sample_library.iterdir()}
    assert names == set(GOLD["files"].values())
    assert all(Path(name).stem == key for key, name in GOLD["files"].items())


def test_every_quotation_and_quantity_stands_where_the_gold_says(texts):
    values = [value for row in GOLD["quantities"] for value in row["values"]]
    for passage in [*GOLD["quotes"], *values]:
        text = texts[passage["article"]]
        if passage["article"] in TEXT_FILES:
            assert text[passage["start"] : passage["end"]] == passage["text"]
        else:
            assert passage["start"] is None
            assert passage["text"] in shown(text)


def test_every_quotation_mark_in_the_text_files_belongs_to_a_gold_quotation_or_furniture(texts):
    for key in TEXT_FILES:
        gold = [range(q["start"], q["end"]) for q in GOLD["quotes"] if q["article"] == key]
        starts = {span.start for span in gold}
        blocks = paragraphs(key, texts[key])
        furniture = [blocks[index] for index in GOLD["noise"][key]]
        pattern = "„" if GOLD["language"][key] == "de" else '“|(?<=[\\s(])"(?=\\w)|(?<=\n)"'
        for mark in re.finditer(pattern, texts[key]):
            line = texts[key][mark.start() :].split("\n")[0]
            assert mark.end() in starts or any(line in block for block in furniture), line


def test_every_spelling_is_used_in_the_articles_that_the_gold_lists(texts):
    for entity in GOLD["entities"]:
        for form, keys in entity["forms"].items():
            for key in keys:
                assert re.search(rf"(?<!\w){re.escape(form)}(?!\w)", shown(texts[key])), (form, key)


def test_titles_and_standfirsts_are_words_of_their_articles(texts):
    for key, meta in GOLD["meta"].items():
        for field in ("title", "standfirst", "author"):
            if meta.get(field):
                assert meta[field] in shown(texts[key])


def test_paragraph_numbers_exist_and_no_paragraph_has_two_kinds(texts):
    for key, text in texts.items():
        count = len(paragraphs(key, text))
        kinds = [set(GOLD[kind].get(key, [])) for kind in ("noise", "caption", "heading", "either")]
        numbered = set().union(*kinds)
        assert sum(map(len, kinds)) == len(numbered)
        assert numbered <= set(range(count))


def test_aligned_pairs_exist_and_contradict_no_lone_paragraph(texts):
    for pair, gold in GOLD["align"].items():
        left, right = pair.split(" | ")
        yes, optional = ({tuple(link) for link in gold[kind]} for kind in ("yes", "optional"))
        assert not yes & optional
        for column, key, lone in ((0, left, "only_left"), (1, right, "only_right")):
            linked = {link[column] for link in yes}
            assert linked | set(gold[lone]) <= set(range(len(paragraphs(key, texts[key]))))
            assert not linked & set(gold[lone])


def test_every_statement_and_difference_is_in_the_words_of_its_article(texts):
    for statement in GOLD["statements"]:
        assert statement["text"] in shown(texts[statement["article"]])
    for pair, differences in GOLD["differences"].items():
        for side, key in zip(("left", "right"), pair.split(" | "), strict=True):
            for difference in differences:
                assert difference[side] in shown(texts[key])


def test_every_article_is_in_one_story_and_related_ones_share_it():
    story_of = {key: number for number, story in enumerate(GOLD["stories"]) for key in story}
    assert sorted(story_of) == sorted(GOLD["files"])
    assert sum(map(len, GOLD["stories"])) == len(story_of)
    pairs = [pair.split(" | ") for pair in GOLD["align"]]
    pairs += GOLD["derived"] + [origin["pair"] for origin in GOLD["origins"]]
    assert all(story_of[one] == story_of[other] for one, other in pairs)


def test_the_sample_names_no_address_that_could_be_reached(texts):
    for text in texts.values():
        for host in re.findall(r"https?://([\w.-]+)", text):
            assert host.endswith(".example") or host == "schema.org", host
