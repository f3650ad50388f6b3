from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.library_delegate import HEADING_SHADE
from diptych.ui.styling import apply_theme, interface_family
from diptych.ui.styling.colours import coloured, contrast, field_edge, mixed
from diptych.ui.styling.keycaps import cap_size, first_key, shown_key
from diptych.ui.styling.markdown import MarkdownView, plain_text
from diptych.ui.styling.painting import painting
from diptych.ui.styling.sheet import style_sheet
from diptych.ui.theme import THEMES, load_fonts, load_theme

# Each role that is written or drawn, and every ground that it may stand on.
TEXT_ON = {
    "text": (
        "window", "panel", "page", "field", "accent_tint", "quote_tint", "indirect_tint",
        "hit_tint", "warning_tint", "error_tint", "ribbon",
    ),
    "muted": ("window", "panel", "page", "field", "accent_tint"),
    "accent": ("window", "panel", "page", "field", "accent_tint"),
    "selection_text": ("selection",),
    "warning": ("window", "panel", "page", "warning_tint"),
    "error": ("window", "panel", "page", "error_tint"),
    "speaker": ("page",),
    "quantity": ("page", "quote_tint", "indirect_tint"),
    "noise": ("page",),
    "lone": ("page", "panel"),
}  # fmt: skip
LINES_ON = {
    "accent": ("window", "panel", "page", "field"),
    "selection_text": ("selection",),
    "person": ("page", "panel", "quote_tint", "indirect_tint"),
    "organisation": ("page", "panel", "quote_tint", "indirect_tint"),
    "place": ("page", "panel", "quote_tint", "indirect_tint"),
    "other_name": ("page", "panel", "quote_tint", "indirect_tint"),
    "wording": ("page", "panel", "accent_tint", "quote_tint", "indirect_tint"),
    "hit": ("page", "panel", "hit_tint"),
    "lone": ("page", "window", "panel"),
    "passage": ("page",),
    "ribbon_edge": ("window", "panel", "ribbon", "ribbon_weak"),
    "ribbon_active_edge": ("window", "panel", "ribbon_active"),
}


@pytest.fixture(params=THEMES)
def theme(qapp, request):
    return load_theme(request.param)


def too_faint(theme, pairs, least):
    return [
        f"{role} on {ground}: {contrast(theme.colour(role), theme.colour(ground)):.2f}"
        for role, grounds in pairs.items()
        for ground in grounds
        if contrast(theme.colour(role), theme.colour(ground)) < least
    ]


def test_text_can_be_read_on_everything_it_stands_on(theme):
    assert too_faint(theme, TEXT_ON, 7.0 if theme.name == "High contrast" else 4.5) == []


def test_lines_that_carry_meaning_can_be_seen(theme):
    assert too_faint(theme, LINES_ON, 4.5 if theme.name == "High contrast" else 3.0) == []


def test_the_bars_of_tags_can_be_seen(theme):
    faint = [
        (tag, ground)
        for tag in theme.colours.tags
        for ground in ("page", "panel", "field")
        if contrast(QColor(tag), theme.colour(ground)) < 3.0
    ]
    assert faint == []


def test_fields_have_an_edge_that_can_be_seen(theme):
    for ground in ("panel", "field"):
        assert contrast(field_edge(theme), theme.colour(ground)) >= 3.0


def test_the_heading_of_a_story_can_be_read(theme):
    ground = mixed(theme.colour("panel"), theme.colour("text"), HEADING_SHADE)
    assert contrast(theme.colour("muted"), ground) >= 4.5


def test_contrast_is_that_of_the_standard():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_every_tag_of_a_codebook_has_a_colour(theme):
    tags = coloured([Tag("A"), Tag("B", colour="#123456"), Tag("C")], theme)
    assert [tag.colour for tag in tags] == [theme.colours.tags[0], "#123456", theme.colours.tags[2]]


def test_a_mixture_lies_between_its_colours():
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mixed(black, white, 0.5).name() == "#808080"
    assert (mixed(black, white, 0), mixed(black, white, 1)) == (black, white)


def test_the_sheet_grows_with_the_face(theme):
    small, large = style_sheet(theme), style_sheet(replace(theme, interface_size=26.0))
    assert "padding: 5px 10px" in small
    assert "padding: 10px 20px" in large
    assert "$" not in small + large


def test_a_theme_reaches_every_widget(qapp, qtbot):
    load_fonts()
    for name in THEMES:
        theme = load_theme(name)
        apply_theme(qapp, theme)
        widget = QWidget()
        qtbot.addWidget(widget)
        assert widget.palette().window().color() == theme.colour("window")
        assert widget.font().pixelSize() == round(theme.interface_size)
        assert widget.style().objectName() == "stylesheet" or qapp.styleSheet()


def test_a_bare_system_gets_the_bundled_face(qapp, monkeypatch):
    from diptych.ui.styling import application

    load_fonts()
    assert interface_family()
    monkeypatch.setattr(application, "_PLAIN_FAMILIES", frozenset())
    assert interface_family() != "Inter"


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Ctrl++", "Ctrl +"),
        ("+", "+"),
        ("-", "-"),
        ("Return", "Enter"),
        ("Shift+Down", "Shift ↓"),
        ("F7", "F7"),
        ("/", "/"),
    ],
)
def test_keys_are_shown_as_people_know_them(qapp, monkeypatch, sequence, shown):
    monkeypatch.setattr("sys.platform", "linux")
    assert shown_key(sequence) == shown


def test_a_remapped_command_shows_its_own_key(qapp):
    assert first_key("cycle_marks") == "V"
    assert first_key("cycle_marks", {"cycle_marks": ("F2",)}) == "F2"
    assert first_key("cycle_marks", {"cycle_marks": ()}) == ""
    assert first_key("show_about") == ""


def test_caps_are_as_wide_as_their_words_need(theme):
    assert cap_size("Ctrl Shift Z", theme)[0] > cap_size("Ctrl K", theme)[0]
    width, height = cap_size("I", theme)
    assert width == height  # a narrow letter has a square cap


def test_an_error_while_painting_goes_to_the_log_and_the_painter_ends(qapp, caplog):
    picture = QPixmap(4, 4)
    with painting(picture) as painter:
        raise ValueError
    assert not painter.isActive()
    assert "painting QPixmap failed" in caplog.text


def test_markdown_is_shown_without_html_and_loads_nothing(qtbot, tmp_path):
    picture = tmp_path / "picture.png"
    pixmap = QPixmap(3, 3)
    pixmap.fill(QColor("red"))
    pixmap.save(str(picture))
    view = MarkdownView()
    qtbot.addWidget(view)
    view.show_markdown(f"**bold** <b>raw</b> ![there]({picture}) [away](https://example.org)")
    assert view.toPlainText().startswith("bold <b>raw</b>")
    assert view.loadResource(2, picture.as_uri()) is None
    with qtbot.assertNotEmitted(view.sourceChanged):
        view.anchorClicked.emit(picture.as_uri())


def test_the_words_of_a_note_are_had_without_its_signs(qapp):
    assert plain_text("# A\n\n- *b*\n- c") == "A b c"
