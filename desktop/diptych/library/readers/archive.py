"""Web pages that a browser saved as one file (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import email.policy

from diptych.errors import ReadError


def page_in_archive(data: bytes, name: str) -> tuple[bytes, str]:
    """The page itself, and the encoding that the archive states for it or nothing.

    Raises:
        ReadError: there is no page in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content, part.get_content_charset() or ""
    raise ReadError("“{name}” holds no web page.", name=name)
