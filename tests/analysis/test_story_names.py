"""One entity a story: spellings joined across its accounts, and people kept apart."""

from tests.analysis.accounts import account

from diptych.analysis.spelling import loose_key
from diptych.analysis.story_names import story_entities
from diptych.model.article import BlockKind
from diptych.model.reading import EntityKind
from diptych.model.story import Member, StoryEntity


def joined(*members: Member) -> dict[str, set[str]]:
    """Return each entity's name with all its forms."""
    return {one.name: {form.text for form in one.forms} for one in story_entities(members)}


def naming(path: str, kind: str, *entities: list[str]) -> Member:
    """Return an account that names these entities, a sentence for each form."""
    lines = [f"There was {form} again." for forms in entities for form in forms]
    return account(path, *lines, names={kind: list(entities)})


def test_spellings_of_one_name_are_one_person_in_all_accounts():
    found = joined(
        naming("a", "person", ["Sergei Ilyin", "Ilyin"]),
        naming("b", "person", ["Sergey Ilyin"]),
        naming("c", "person", ["Serhiy Iljin"]),
    )
    assert found == {"Sergei Ilyin": {"Sergei Ilyin", "Ilyin", "Sergey Ilyin", "Serhiy Iljin"}}


def test_languages_of_one_alphabet_spell_names_in_their_own_way():
    for one, other in (("Erik Nordahl", "Eric Nordal"), ("Kenji Ono", "Kenji Ōhno")):
        assert len(joined(naming("a", "person", [one]), naming("b", "person", [other]))) == 1
    assert loose_key("Katharina") == loose_key("Katarina") != loose_key("Karin")


def test_two_people_of_one_account_stay_two_whoever_spells_them_alike():
    found = joined(
        naming("a", "person", ["Karl Berger"], ["Carl Berger"]),
        naming("b", "person", ["Carl Berger"]),
    )
    assert found == {"Karl Berger": {"Karl Berger"}, "Carl Berger": {"Carl Berger"}}


def test_one_surname_or_one_first_name_does_not_make_one_person():
    found = joined(
        naming("a", "person", ["Ana Petrov"]),
        naming("b", "person", ["Ivo Petrov"]),
        naming("c", "person", ["Ana Marsh"]),
        naming("d", "person", ["Petrov"]),
    )
    assert sorted(found) == ["Ana Marsh", "Ana Petrov", "Ivo Petrov", "Petrov"]


def test_middle_names_that_contradict_keep_people_apart():
    found = joined(
        naming("a", "person", ["Ann Ruth Kessler"]), naming("b", "person", ["Ann Mary Kesler"])
    )
    assert len(found) == 2


def test_a_surname_or_first_name_alone_goes_to_the_only_one_who_has_it():
    found = joined(
        naming("a", "person", ["Ana Petrov"]),
        naming("b", "person", ["Petrov"], ["Ana"], ["Marsh"]),
        naming("c", "person", ["Marsh"]),
    )
    assert found == {"Ana Petrov": {"Ana Petrov", "Petrov", "Ana"}, "Marsh": {"Marsh"}}


def test_the_name_is_the_full_one_that_most_accounts_use():
    found = joined(
        naming("a", "person", ["Dmitry Vasen", "Vasen"]),
        naming("b", "person", ["Dmitri Vasen", "Vasen"]),
        naming("c", "person", ["Dmitri Vasen", "Vasen"]),
    )
    assert list(found) == ["Dmitri Vasen"]


def test_forms_say_who_uses_them_the_most_common_first():
    (entity,) = story_entities(
        [
            naming("a", "place", ["Kyiv"]),
            naming("b", "place", ["Kiev"]),
            naming("c", "place", ["Kyiv"]),
        ]
    )
    assert [(form.text, form.paths) for form in entity.forms] == [
        ("Kyiv", ("a", "c")),
        ("Kiev", ("b",)),
    ]


def test_abbreviations_and_short_forms_join_the_body_they_stand_for():
    found = joined(
        naming("a", "body", ["European Union"], ["Corwell Marine"], ["Harbour Trades Union"]),
        naming("b", "body", ["EU"], ["Corwell"], ["HTU"]),
    )
    assert list(found.values()) == [
        {"European Union", "EU"},
        {"Corwell Marine", "Corwell"},
        {"Harbour Trades Union", "HTU"},
    ]
    assert list(found) == ["European Union", "Corwell Marine", "Harbour Trades Union"]


def test_a_short_form_that_two_bodies_share_joins_neither():
    found = joined(
        naming("a", "body", ["Corwell Marine"], ["Corwell Rail"]), naming("b", "body", ["Corwell"])
    )
    assert len(found) == 3


def test_a_common_word_or_a_place_is_no_short_form():
    members = (
        account(
            "a",
            "The House Chamber met in Dunhaven; Dunhaven Police came.",
            names={"body": [["House Chamber"], ["Dunhaven Police"]], "place": [["Dunhaven"]]},
        ),
        naming("b", "body", ["House"], ["Dunhaven"]),
    )
    assert {frozenset(forms) for forms in joined(*members).values()} == {
        frozenset({"House Chamber"}),
        frozenset({"House"}),
        frozenset({"Dunhaven Police"}),
        frozenset({"Dunhaven"}),
    }


def test_places_join_across_transliterations_and_orders_of_words():
    found = joined(
        naming("a", "place", ["Tervinsk"], ["Kaldar Strait"], ["Europe"], ["Kaldar Sea"]),
        naming("b", "place", ["Tervynsk"], ["Strait of Kaldar"], ["eastern Europe"]),
    )
    assert list(found.values()) == [
        {"Tervinsk", "Tervynsk"},
        {"Kaldar Strait", "Strait of Kaldar"},
        {"Europe", "eastern Europe"},
        {"Kaldar Sea"},
    ]


def kinds(*members: Member) -> dict[str, EntityKind]:
    return {one.name: one.kind for one in story_entities(members)}


def test_the_kind_is_voted_by_all_accounts():
    found = kinds(
        naming("a", "person", ["Port Halvern"], ["Orlan"]),
        naming("b", "place", ["Port Halvern"]),
        naming("c", "place", ["Port Halvern"], ["Orlan"]),
        naming("d", "place", ["Orlan"]),
    )
    assert found == {"Port Halvern": EntityKind.PLACE, "Orlan": EntityKind.PLACE}


def test_what_everybody_knows_is_not_voted_on():
    assert kinds(naming("a", "person", ["Reykjavik"])) == {"Reykjavik": EntityKind.PLACE}


def test_the_outlet_of_an_account_is_an_organisation_wherever_it_is_named():
    ours = account("a", "It rained.", outlet="Brenmoor Bugle")
    assert kinds(ours, naming("b", "place", ["Brenmoor Bugle"])) == {
        "Brenmoor Bugle": EntityKind.ORGANISATION
    }


def test_a_surname_that_is_also_a_place_stays_two():
    found = joined(
        naming("a", "person", ["Ana Holm", "Holm"]),
        naming("b", "place", ["Holm"]),
    )
    assert len(found) == 2


CAPTION = "Foreign Minister Astrid Solheim on the quay (Signe Holm/Tideline)"
KINDS = {1: BlockKind.CAPTION}


def slipped(caption: str, text: str, *others: str, **of_text) -> list[StoryEntity]:
    """Return the entities of an account whose caption may have a first name wrong."""
    people = [[name] for name in (*others, "Astrid Solheim") if name in caption]
    ours = account("a", "It rained.", caption, kinds=KINDS, names={"person": people})
    people = [[name] for name in (*others, "Ingrid Solheim") if name in text]
    theirs = account("b", "Ingrid Solheim spoke.", text, names={"person": people}, **of_text)
    return list(story_entities([ours, theirs]))


def is_joined(entities: list[StoryEntity]) -> bool:
    forms = [{form.text for form in entity.forms} for entity in entities]
    return {"Astrid Solheim", "Ingrid Solheim"} in forms


def test_a_captions_wrong_first_name_joins_whoever_holds_the_same_office():
    text = "The foreign minister Ingrid Solheim did not travel."
    entities = slipped(CAPTION, text)
    assert is_joined(entities)
    assert len(entities) == 1
    assert not is_joined(slipped(CAPTION, text.replace("foreign minister", "mayor")))
    assert not is_joined(slipped(CAPTION.replace("Foreign Minister", "Ms"), text))


def test_a_name_that_another_text_gives_is_no_slip_of_a_caption():
    names = {"person": [["Astrid Solheim"]]}
    told = account("c", "Astrid Solheim, the foreign minister, laughed.", names=names)
    caption = account("a", "It rained.", CAPTION, kinds=KINDS, names=names)
    text = "The foreign minister Ingrid Solheim did not travel."
    theirs = account("b", text, names={"person": [["Ingrid Solheim"]]})
    assert len(story_entities([caption, theirs])) == 1
    assert len(story_entities([caption, theirs, told])) == 2
    assert (
        len(
            story_entities(
                [
                    caption,
                    account(
                        "d",
                        "It snowed.",
                        CAPTION.replace("Astrid", "Ingrid"),
                        kinds=KINDS,
                        names={"person": [["Ingrid Solheim"]]},
                    ),
                ]
            )
        )
        == 2
    )


def test_a_captions_wrong_first_name_joins_whoever_stands_there_with_the_same_people():
    others = ("Katharina Weiss", "Tomas Lind")
    caption = "Katharina Weiss and Astrid Solheim on the pier (Tomas Lind/Tideline)"
    theirs = "Katharina Weiss and Ingrid Solheim on the harbour wall (Tomas Lind/MPA)"
    assert is_joined(slipped(caption, theirs, *others, kinds=KINDS))
    assert not is_joined(slipped(caption, theirs, *others))
    alone = "Ingrid Solheim on the harbour wall (Tomas Lind/MPA)"
    assert not is_joined(slipped(caption, alone, *others, kinds=KINDS))


def test_a_first_name_of_the_other_gender_is_no_slip():
    text = "The foreign minister Ingrid Solheim did not travel."
    ours = account(
        "a",
        "It rained.",
        CAPTION.replace("Astrid", "Robert"),
        kinds=KINDS,
        names={"person": [["Robert Solheim"]]},
    )
    theirs = account("b", text, names={"person": [["Ingrid Solheim"]]})
    assert len(story_entities([ours, theirs])) == 2


def test_a_name_in_the_account_itself_is_no_slip():
    text = "The foreign minister Ingrid Solheim did not travel."
    ours = account("a", CAPTION, names={"person": [["Astrid Solheim"]]})
    theirs = account("b", text, names={"person": [["Ingrid Solheim"]]})
    assert len(story_entities([ours, theirs])) == 2
