"""Checksums for what lies in SQLite, which has none of its own: a bit that turned is noticed."""

from __future__ import annotations

import zlib

_SIZE = 4


class BrokenSealError(Exception):
    """The bytes are not those that were sealed."""


def seal(data: bytes) -> bytes:
    """``data`` with its CRC-32 in front of it."""
    return zlib.crc32(data).to_bytes(_SIZE, "big") + data


def unseal(sealed: bytes) -> bytes:
    """The data that was sealed.

    Raises:
        BrokenSealError: it is not what it was.
    """
    data = sealed[_SIZE:]
    if seal(data) != sealed:
        raise BrokenSealError
    return data
