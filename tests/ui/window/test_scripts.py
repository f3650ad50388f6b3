"""Articles in other scripts, under the keys: cursor, words, tags and their places on disk."""

import json

import pytest
from tests.ui.window.conftest import press

CHINESE = (
    "渡轮在萨尔马达港外搁浅\n\n2024年3月14日\n\n"
    "星期四清晨，一艘渡轮🚢在浓雾中搁浅于港外。海岸警卫队救出二十四名船员。没有人受伤。\n\n"
    "“我们将关闭航道，”港务局长说。约130吨燃油泄漏。\n"
)
EMOJI = (
    "Ferry 🚢 runs aground off Sarmada 😱\n\n14 March 2024\n\n"
    "Sailors 👨‍👩‍👧‍👦 were saved 🙏🏽 on Thursday. He thanked 🇸🇪🇳🇴 crews 𝒕𝒘𝒊𝒄𝒆 by name.\n"
)
ARABIC = (
    "خفر السواحل ينقذ طاقم عبارة\n\n14 مارس 2024\n\n"
    "أنقذ خفر السواحل أربعة وعشرين بحارا فجر الخميس. وقال مدير الميناء إن أحدا لم يصب.\n\n"
    "وأضاف: «سنغلق الممر حتى السبت». وتسرب نحو 130 طنا من الوقود.\n"
)


@pytest.fixture
def reader(make_window, tmp_path):
    """A window on a library of these articles."""
    for name, text in {"zh": CHINESE, "emoji": EMOJI, "ar": ARABIC}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    window = make_window()
    window.open(tmp_path)
    return window


def show(window, name):
    window.reading.open(f"{name}.txt", other=False)
    window.split.clear_side(1)
    press(window, "G")


def words_at(window):
    article = window.parts.split.article(0)
    return window.parts.split.passage(0).text_in(article.text)


def on_disk(folder, name):
    """The saved annotations' words, and what stands at their saved positions."""
    sidecar = json.loads((folder / f"{name}.txt.diptych.json").read_text("utf-8"))
    selectors = [item["target"]["selector"] for item in sidecar["items"]]
    return [(quote["exact"], at["start"], at["end"]) for quote, at in selectors]


def go_to(window, words):
    for _ in range(20):
        if words_at(window).startswith(words):
            return
        press(window, "J")
    pytest.fail(f"not reached: {words}")


def test_chinese_is_stepped_through_by_sentence_and_by_character(reader, tmp_path):
    show(reader, "zh")
    go_to(reader, "星期四")
    assert words_at(reader) == "星期四清晨，一艘渡轮🚢在浓雾中搁浅于港外。"
    press(reader, "J", "1")
    assert words_at(reader) == "海岸警卫队救出二十四名船员。"
    press(reader, "-", "J", "J", "Shift+J", "Shift+J", "2")
    assert words_at(reader) == "警卫队"
    text = reader.parts.split.article(0).text
    assert on_disk(tmp_path, "zh") == [
        (words, text.index(words), text.index(words) + len(words))
        for words in ("海岸警卫队救出二十四名船员。", "警卫队")
    ]


def test_words_between_emoji_are_chosen_whole_and_no_emoji_is_cut(reader, tmp_path):
    show(reader, "emoji")
    go_to(reader, "Sailors")
    press(reader, "-")
    seen = [words_at(reader)]
    for _ in range(5):
        press(reader, "J")
        seen.append(words_at(reader))
    assert seen == ["Sailors", "were", "saved", "on", "Thursday", "He"]
    press(reader, "J", "Shift+J", "Shift+J", "3")
    assert words_at(reader) == "thanked 🇸🇪🇳🇴 crews 𝒕𝒘𝒊𝒄𝒆"
    ((words, start, end),) = on_disk(tmp_path, "emoji")
    assert words == words_at(reader) == reader.parts.split.article(0).text[start:end]
    pane = reader.parts.split.pane_widgets()[0]
    assert pane.shown.cursor(reader.parts.split.passage(0)).selectedText() == words


def test_a_tag_on_arabic_comes_back_where_it_was(reader, make_window, tmp_path):
    show(reader, "ar")
    go_to(reader, "وقال")
    press(reader, "4")
    here = words_at(reader)
    assert here == "وقال مدير الميناء إن أحدا لم يصب."
    reader.close()
    again = make_window()
    again.open(tmp_path)
    show(again, "ar")
    (passage,) = again.parts.inspector.tags.passages()
    assert (passage.text, passage.tags) == (here, ("Framing",))


def test_the_strips_open_under_the_beginning_of_the_passage(reader):
    edges = {}
    for name, words in (("ar", "وقال"), ("emoji", "He thanked")):
        show(reader, name)
        go_to(reader, words)
        press(reader, "N")
        strip, split = reader.strips.note, reader.parts.split
        box = split.passage_rectangle(0)
        left = strip.mapToGlobal(strip.rect().topLeft()).x()
        edges[name] = (left - box.left(), left + strip.width() - box.left() - box.width())
        press(reader, "Escape")
    assert abs(edges["ar"][1]) <= 2
    assert abs(edges["emoji"][0]) <= 2
