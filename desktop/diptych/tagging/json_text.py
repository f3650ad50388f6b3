"""JSON as files hold it: what goes in comes out, and diffs are readable."""

from __future__ import annotations

import json
import math
from typing import Any

import msgspec

from diptych.errors import DiptychError


class JsonError(DiptychError):
    """Why a text is not the JSON it should be; half a sentence."""


class UnwritableJsonError(Exception):
    """A value that the faster encoder cannot write."""


def parsed_json(data: bytes) -> Any:
    """The value in ``data``.

    Raises:
        JsonError: it is damaged, or holds a number that could not be written again.
    """
    try:
        return json.loads(data, parse_float=_finite, parse_constant=_finite)
    except UnicodeDecodeError as error:
        raise JsonError("it is not text") from error
    except RecursionError as error:
        raise JsonError("it is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise JsonError("it is damaged in line {line}", line=error.lineno) from error
    except ValueError as error:
        raise JsonError("it holds a number that is too large") from error


def json_bytes(value: Any) -> bytes:
    """``value`` in UTF-8 with an indent of two spaces and a newline at the end."""
    try:
        return indented_json(compact_json(value))
    except UnwritableJsonError:
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
        return text.encode("utf-8", "backslashreplace") + b"\n"


def compact_json(value: Any) -> bytes:
    """``value`` in UTF-8 without any white space, by the faster of two encoders.

    Raises:
        UnwritableJsonError: it holds a lone surrogate, which JSON can escape and UTF-8 cannot hold.
    """
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError as error:
        raise UnwritableJsonError(str(error)) from error


def indented_json(compact: bytes) -> bytes:
    """The same JSON with an indent of two spaces and a newline at the end."""
    return msgspec.json.format(compact, indent=2) + b"\n"


def taken_text(rest: dict[str, Any], key: str) -> str:
    """The text under ``key``, taken out of ``rest``; empty, and left there, if it is no text."""
    value = rest.get(key)
    if not isinstance(value, str):
        return ""
    del rest[key]
    return value


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value
