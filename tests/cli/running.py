"""The program's commands, run in the test's own process."""

import json

from diptych import app

QUOTED = "northern-courier-strait-talks.txt"
COPY = "lakeland-post-sarovia-talks.txt"


def run(capsys, *argv: object) -> tuple[int, str, str]:
    status = app.run([str(one) for one in argv])
    out, err = capsys.readouterr()
    return status, out, err


def answer(capsys, *argv: object):
    status, out, err = run(capsys, *argv, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)
