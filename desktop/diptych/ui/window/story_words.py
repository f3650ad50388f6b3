"""What is known of a story, in the words of the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from diptych.model.story import Origins, RelatedPair, Side, StoryAnalysis, Verdict
from diptych.ui.styling.plain import in_a_row

translate = QCoreApplication.translate


def accounts_of(number: int) -> str:
    """How many accounts a story has; empty for one that stands alone."""
    return translate("Story", "%n accounts", None, number) if number > 1 else ""


def detail_of(analysis: StoryAnalysis) -> str:
    """Such as "5 accounts · 4 texts · 2–4 origins", without what only repeats a number."""
    accounts, texts = len(analysis.accounts), len(analysis.texts)
    if accounts < 2:
        return ""
    return in_a_row(
        (
            accounts_of(accounts),
            translate("Story", "%n texts", None, texts) if texts < accounts else "",
            _origins(analysis.origins) if analysis.origins.least < accounts else "",
        )
    )


def derived_from(analysis: StoryAnalysis, path: str, outlet_of: Callable[[str], str]) -> str:
    """Where the account at ``path`` likely comes from; empty where nothing speaks for that.

    Of several it is the one that holds most of it; a text outweighs a shared source.
    """
    sources = max(_sources(analysis, path), key=lambda one: one[:2], default=None)
    if sources is None:
        return ""
    _, share, verdict, other = sources
    template = {
        Verdict.COPY: translate("Story", "likely a copy of {outlet}, {share} %"),
        Verdict.REWORDED: translate("Story", "likely reworded from {outlet}, {share} %"),
        Verdict.SHARED_SOURCE: translate("Story", "likely one source with {outlet}"),
    }[verdict]
    return template.format(outlet=outlet_of(other), share=round(100 * share))


def _sources(analysis: StoryAnalysis, path: str) -> Iterator[tuple[bool, float, Verdict, str]]:
    """The accounts that the one at ``path`` has its text (first: True) or its source from."""
    for pair in analysis.pairs:
        derivation = pair.derivation
        if path not in (pair.left, pair.right) or derivation.verdict is Verdict.INDEPENDENT:
            continue
        other = pair.right if path == pair.left else pair.left
        is_text = derivation.verdict is not Verdict.SHARED_SOURCE
        if is_text and _origin(pair) == path:
            continue  # the other one was made from it
        yield is_text, derivation.share, derivation.verdict, other


def _origin(pair: RelatedPair) -> str:
    if pair.derivation.origin is None:
        return ""
    return pair.left if pair.derivation.origin is Side.LEFT else pair.right


def _origins(origins: Origins) -> str:
    if origins.least == origins.most:
        return translate("Story", "%n origins", None, origins.most)
    template = translate("Story", "{least}–{most} origins")
    return template.format(least=origins.least, most=origins.most)
