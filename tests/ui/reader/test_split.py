"""The whole reader, as the window uses it."""

from PySide6.QtGui import QAccessible, QTextCharFormat, QTextCursor
from tests.ui.reader.articles import aligned, article_of, long_article, reading_of, span_of

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Tag, Target
from diptych.ui.reader.decorations import fold_words
from diptych.ui.reader.reader_commands import ReaderCommands
from diptych.ui.reader.split import SplitView


def passage_words(split: SplitView, side: int) -> str:
    article, span = split.article(side), split.passage(side)
    assert article is not None
    assert span is not None
    return span.text_in(article.text)


def test_an_article_is_shown_alone_and_gives_room_to_a_second_one(split):
    split.show_article(0, article_of())
    assert split.side(0).width() == split.width()
    split.show_article(1, long_article())
    assert split.side(1).isVisible()
    assert abs(split.side(0).width() - split.side(1).width()) <= 1
    split.clear_side(0)
    assert split.article(0) is None
    assert split.side(1).width() == split.width()
    assert split.focused_side == 1


def test_marks_of_names_and_speech_leave_the_text_as_it_is(split):
    article = article_of()
    split.show_article(0, article)
    document = split.pane_widgets()[0].document()
    before = document.toPlainText()
    split.show_reading(reading_of(article))
    assert document.toPlainText() == before
    start = split.side(0).pane.shown.qt_position(span_of(article, "Anna Weiss").start)
    cursor = QTextCursor(document)
    cursor.setPosition(start + 1)
    assert cursor.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline


def test_a_reading_of_another_text_marks_nothing(split):
    split.show_article(0, article_of())
    split.show_reading(reading_of(article_of(path="other.txt")))
    assert split.side(0).reading is not None
    split.show_article(0, long_article())
    split.show_reading(reading_of(article_of()))
    assert split.side(0).reading is None


def test_the_passage_of_one_side_is_told_and_outlined_on_the_other(split, qtbot):
    left, right = article_of(), article_of(path="copy.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    pair = (span_of(left, "Nobody left."), span_of(right, "More talks follow on Friday."))
    split.show_alignment(aligned(left, right, [pair]))
    with qtbot.waitSignal(split.passage_changed) as told:
        split.select(0, pair[0])
    assert told.args == [0, pair[0]]
    assert split.side(1).pane.companion == pair[1]
    assert split.counterpart(0) == pair[1]
    ReaderCommands(split).other_side()
    assert split.focused_side == 1
    assert passage_words(split, 1) == "More talks follow on Friday."


def test_commands_move_the_passage_of_the_focused_side(split):
    split.show_article(0, article_of())
    split.show_reading(reading_of(article_of()))
    commands = ReaderCommands(split)
    commands.next_passage()
    assert passage_words(split, 0) == "Ferry talks go on 🚢 in Halvern"
    commands.next_speech()
    assert passage_words(split, 0) == "a fair start"
    commands.next_name()
    assert passage_words(split, 0) == "Ferry Union"
    commands.previous_name()
    assert passage_words(split, 0) == "Anna Weiss"
    commands.widen()
    commands.widen()
    assert passage_words(split, 0).endswith("Nobody left.")


def test_a_screen_reader_hears_of_links_and_tags(split):
    left, right = article_of(), article_of(path="copy.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    pair = (span_of(left, "Nobody left."), span_of(right, "More talks follow on Friday."))
    split.show_alignment(aligned(left, right, [pair]))
    bodies = (Body(Purpose.TAGGING, "Threat"), Body(Purpose.COMMENTING, "ask *again*"))
    tag = Annotation("1", "", "", "", bodies, (Target("", Anchor(pair[0], "")),))
    split.show_annotations(left.path, [tag], [Tag("Threat")])
    split.select(0, pair[0])
    pane = split.pane_widgets()[0]
    said = "Tagged: Threat. Note: ask again. Linked with: More talks follow on Friday."
    assert pane.accessibleDescription() == said
    split.select(0, span_of(left, "Anna Weiss opened the talks."))
    assert pane.accessibleDescription() == ""


def test_a_screen_reader_hears_who_speaks(split):
    article = article_of()
    split.show_article(0, article)
    split.show_reading(reading_of(article))
    split.select(0, span_of(article, "a fair start"))
    assert split.pane_widgets()[0].accessibleDescription() == "Said by: Anna Weiss"


def test_the_text_itself_stays_readable_for_screen_readers(split):
    article = article_of()
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.text(QAccessible.Text.Name) == article.headline
    split.select(0, span_of(article, "Nobody left."))
    position = interface.textInterface().cursorPosition()
    assert interface.textInterface().text(position, position + 6) == "Nobody"


def test_a_passage_is_never_revealed_under_the_header(split):
    article = long_article()
    split.show_article(0, article)
    commands, pane = ReaderCommands(split), split.pane_widgets()[0]
    commands.go_end()
    for _ in range(60):
        commands.previous_passage()
        extent = pane.places.extent(split.passage(0))
        if pane.scrolled:
            assert extent.top >= pane.uncovered_extent().top
        assert extent.bottom <= pane.visible_extent().bottom


def test_site_furniture_is_counted_on_its_line(split):
    split.show_article(0, article_of())
    first, second = split.pane_widgets()[0].folding.folds
    assert fold_words(first, folded=True) == "… 2 lines of site furniture"
    assert fold_words(second, folded=False) == "▾ 1 line of site furniture"
