"""What a reader sees of a window, and the articles of its library by short names."""

import json

COURIER = "northern-courier-strait-talks.txt"
RELAY = "daily-relay-sarovia-negotiations.txt"
LAKELAND = "lakeland-post-sarovia-talks.txt"
ISLAND = "island-quarterly-lighthouse-keeper.md"


def pane(window, side):
    return window.parts.split.pane_widgets()[side]


def passage(window, side):
    return window.parts.split.passage(side)


def checked(window, name):
    return window.actions_made[name].isChecked()


def said(window):
    """The sentence in the message bar."""
    message = window.parts.messages.message()
    return message.text if message is not None else ""


def answer(window, label):
    """Press the button of the message that bears ``label``."""
    message = window.parts.messages.message()
    labels = [action.label for action in message.actions]
    window.parts.messages._act(labels.index(label))


def sidecar(library, name=COURIER):
    return library / f"{name}.diptych.json"


def tags_on_disk(library, name=COURIER):
    items = json.loads(sidecar(library, name).read_text("utf-8"))["items"]
    return [body["value"] for item in items for body in item["body"]]
