"""Site furniture: what a web page sets around an article and copying takes along."""

from __future__ import annotations

import re

from diptych.library.readers.page import LONG_PROSE, Page
from diptych.library.readers.sections import is_section
from diptych.model.article import BlockKind

LONGEST_LABEL = 120
"""Code points; longer lines are never furniture by their words alone."""

_BUTTONS = (
    r"download(?: (?:the )?(?:app|pdf|image|our app))?",
    (
        r"(?:share|save|print|e-?mail|tweet|pin(?: it)?|post|send|copy(?: link)?|link copied|bookmark|"
        r"like|listen|subscribe|sign ?(?:in|up)|log ?in|register|donate|menu|search|close|play|pause|"
        r"mute|unmute|loading|skip ad|gift|comments?|reply|follow|more|back|next|previous|top|home|"
        r"whatsapp|telegram|facebook|twitter|x|linkedin|reddit|pinterest|instagram|youtube|messenger|"
        r"flipboard|pocket|rss|vk|viber|line|wechat|weibo|teilen|drucken|merken|partager|imprimer|"
        r"compartir|imprimir|condividi|stampa|delen|поделиться|распечатать)"
        r"(?:[\s,|/·•]+(?:share|save|print|e-?mail|tweet|pin|copy link|facebook|twitter|x|whatsapp|"
        r"linkedin|telegram|reddit|more|comments?|link|via|on|this|to|article|options))*"
    ),
    r"share (?:this|on|via|article|story|full article|options).*",
    r"(?:save|print|email|copy|gift|send|report) (?:this )?(?:article|story|page|link|post)(?: link)?",
    r"(?:click|tap) (?:here|to) .*",
    (
        r"(?:view|leave|post|add|show|read|see|hide|load|write)(?: all| a| the| your| more| \d+)? "
        r"comments?(?: \(?\d+\)?)?"
    ),
    r"\(?\d+\)? ?(?:comments?|shares?|likes?|views?|retweets?|kommentare|commentaires)",
    r"comments? \(?\d+\)?",
    r"(?:jump|skip|go) to (?:main |the )?(?:content|navigation|comments|top|search|footer)",
    r"(?:back|return|scroll) to (?:top|home|homepage|news)",
    r"toggle (?:navigation|menu|search|dark mode)",
    r"text size.*|font size.*|a\s*a\s*a|a[-+](?:\s*a[-+])*",
    r"(?:show|hide|read|see|view|load|learn) (?:more|less|all|full (?:story|article|bio))",
)
_LABELS = (
    (
        r"advertisements?|sponsored(?: content| by .*| links)?|promoted(?: content)?|"
        r"paid (?:content|post)|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|广告|"
        r"(?:story|article) continues (?:below|after).*|continue reading(?: the main story)?|"
        r"scroll (?:down )?(?:to|for) .*|(?:after|below) (?:the )?(?:ad|advert|newsletter).*|"
        r"remove ads|report (?:this )?ad|close ad"
    ),
    (
        r"search trends?|trending(?: now| topics?| stories| searches)?|hot topics?|live(?: now| tv)?|"
        r"breaking(?: news)?|exclusive|watch(?: live| now)?|live updates?|on air|now playing|up next|"
        r"video|photos?|gallery|podcasts?|newsletters?|photo gallery|image|slideshow|in pictures"
    ),
    (
        r"\d+ ?[-–]?(?:min(?:ute)?s?)[. ]+read(?:ing time)?|reading time:? .*|"
        r"(?:estimated )?read(?:ing)? time.*|lesedauer.*|\d+ min(?:uten)? lesezeit|"
        r"(?:listen|hear) to (?:this )?(?:article|story|podcast).*|audio (?:version|article).*|"
        r"this article is (?:more than|over) .* old|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    ),
    (
        r"(?:video )?(?:duration|length|running time):? ?\d+:\d{2}(?::\d{2})?.*|"
        r"[▶►]?\s*\d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)?|media error.*|"
        r"(?:this )?video (?:can ?not|cannot|could not) be (?:played|loaded).*|"
        r"(?:to play this video )?you need to enable javascript.*|.*browser (?:does not|doesn['’]t) "
        r"support.*|please (?:enable|turn on) (?:javascript|cookies).*"
    ),
    r"[\W_]*|\d{1,3}|[ivx]{1,4}\.?|.",
)
_NOTICES = (
    (
        r"(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies.*|"
        r"(?:accept|reject|manage|allow)(?: all| my)?(?: cookies?| preferences| settings)?|"
        r"cookies? (?:policy|settings|preferences|notice).*|privacy (?:policy|notice|settings).*|"
        r"terms (?:of (?:use|service|sale)|and conditions|& conditions).*|by (?:continuing|signing up),? .*"
    ),
    (
        r"(?:sign|signed) up (?:for|to|now|here|today|and).*|subscribe (?:to|for|now|today|here).*|"
        r"get (?:our|the) .*(?:newsletter|inbox|app|alerts?|briefing).*|"
        r".*(?:delivered (?:straight |directly |right )?(?:to|into) your inbox|to your inbox).*|"
        r"join (?:our|us on|the) .*(?:channel|group|newsletter|whatsapp|telegram|conversation|community).*|"
        r"follow (?:us|@|.* on (?:twitter|facebook|instagram|x|google news|telegram|whatsapp|threads)).*|"
        r"like us on .*|download (?:the|our) .*app.*|enter your e-?mail.*|your e-?mail address.*|"
        r"already (?:a )?(?:subscriber|member|have an account).*|invalid e-?mail.*|"
        r"thank(?:s| you) for (?:signing up|subscribing|reading).*|support .* journalism.*"
    ),
    (
        r"(?:©|\(c\)|copyright)\s.*|(?:.* )?all rights reserved\.?|alle rechte vorbehalten\.?|"
        r"tous droits réservés\.?|todos los derechos reservados\.?"
    ),
    (
        r"(?:posted|published|filed|listed|categori[sz]ed|tagged|posted) (?:in|under|as):? .*|"
        r"(?:tags?|topics?|related topics?|keywords|categor(?:y|ies)|themen|schlagwörter|mots-clés|"
        r"etiquetas|теги|标签)\s?:.*"
    ),
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+",
    (
        r"(?:to )?(?:contact|reach|e-?mail) (?:the )?(?:author|reporter|editor|newsroom).*|"
        r"(?:do you )?(?:have|got) (?:a )?(?:story|tip|news)(?: tip)?\b.{0,80}\?.*|"
        r"(?:ends|end|###|-30-|\*\s*\*\s*\*)"
    ),
)
_POINTERS = (
    (
        r"(?:read|see|watch|read and see|view|don['’]t miss|also)(?: also| more| next| now| this| too| it)*"
        r"\s*[:|»>→–-]\s*\S.*"
    ),
    (
        r"(?:also read|read also|read more(?: here| on this story| about .{0,60})?|see also|"
        r"read the full (?:story|article)(?: here)?|read next|more from .{0,60}|"
        r"more (?:news|stories|articles|coverage)(?: (?:on|from|about) .{0,60})?|"
        r"see more(?: .{0,60})?|view all .{0,60}|all .{0,30} news|lesen sie auch.*|mehr zum thema.*|"
        r"lire aussi.*|à lire aussi.*|lea también.*|leggi anche.*|lees ook.*|читайте также.*|"
        r"читайте також.*|czytaj (?:także|też).*|延伸阅读.*)\s*[:…»>→.]*"
    ),
    (
        r"(?:related|more|also|background|analysis|opinion|explained|explainer|timeline|fact ?check|"
        r"in pictures|watch|video|live|podcast|listen|read)\s*:\s*\S.{0,100}"
    ),
)


def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(patterns)})[\s:»>→]*", re.IGNORECASE)


_ANYWHERE = _whole(_BUTTONS + _LABELS[:1] + _LABELS[2:] + _NOTICES + _POINTERS[1:2])
_ALONE = _whole(_LABELS[1:2] + _POINTERS[:1] + _POINTERS[2:])

_LIST_HEADS = re.compile(
    r"\W{0,3}(?:(?:the )?(?:latest|more|related|recommended|popular|trending|further|other|top)"
    r"(?: \w+){0,2} (?:news|stories|articles|headlines|videos?|posts?|reads?|coverage|content|"
    r"reading|links|topics?|from .{1,40}|on .{1,40})|"
    r"latest|related|recommended(?: (?:for you|reading))?|trending(?: now)?|"
    r"(?:most|more) (?:popular|read|viewed|shared|watched|commented|recent|on this.*|from .{1,40}|"
    r"in .{1,30}|stories|like this)|"
    r"top (?:stories|news|picks|headlines|videos?)|editor['’]?s['’]? (?:picks?|choice)|"
    r"(?:you )?(?:may|might) (?:also )?(?:like|be interested in|have missed)|what to read next|"
    r"read (?:more|next|also)|also (?:on|in|from|read|by) .{0,40}|around the (?:web|world)|"
    r"from (?:around|across) the web|in (?:this story|other news|case you missed it)|"
    r"don['’]t miss|must reads?|up next|keep reading|featured(?: \w+)?|sponsored(?: content)?|"
    r"(?:view |post |leave a |join the )?(?:comments?|discussion|conversation)|"
    r"about (?:the )?authors?|share this(?: .{0,30})?|follow us.*|"
    r"(?:article |story )?(?:tags|topics)|search trends|(?:explore|discover) more.*|"
    r"see more(?: .{0,40})?|mehr (?:zum thema|aus .*|nachrichten)|meistgelesen|"
    r"(?:lesen|hören|sehen) sie auch|das könnte sie (?:auch )?interessieren|(?:à )?lire aussi|"
    r"lea también|leggi anche|lees ook|читайте (?:также|також)|"
    r"(?:sur|dans) le même (?:sujet|thème)|les plus lus|lo más (?:leído|visto)|noticias relacionadas|"
    r"potrebbe interessarti|gerelateerd|новости по теме|другие новости|популярное|相关(?:新闻|阅读))"
    r"[\s:»>→]*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s(?:[/|·•-]|::)\s|\s*[>»›→]\s*")
_RESUMES = 18
"""Words from which a line with a full stop can be running text again after a list of teasers."""


def claim_furniture(page: Page) -> None:
    """Claim every line that says by its own words that it is no part of the account."""
    for index in page.free():
        line = page.lines[index]
        if len(line.text) > LONGEST_LABEL:
            continue
        if (
            _ANYWHERE.fullmatch(line.text)
            or (not line.is_prose and _ALONE.fullmatch(line.text) and not line.text.endswith("?"))
            or _is_breadcrumb(line.text)
        ):
            page.claim(index, BlockKind.NOISE)


def claim_teasers(page: Page) -> None:
    """Claim lists of other articles: from their heading to where running text goes on, or the end.

    What stands in such a list may read like a sentence or two, but never like the article itself.
    """
    body = page.body
    index = body.start + 1
    while index < len(page.lines):
        line = page.lines[index]
        if line.words <= 8 and not line.is_prose and _LIST_HEADS.fullmatch(line.text):
            end = _end_of_teasers(page, index + 1)
            if end > index + 1 or end == len(page.lines):
                for claimed in range(index, end):
                    page.overrule(claimed, BlockKind.NOISE)
                index = end
                continue
        index += 1


def claim_menus(page: Page, title: int) -> None:
    """Claim what is left before the title, and a tail of labels after the last running text."""
    for index in page.free(0, title):
        page.claim(index, BlockKind.NOISE)
    body = page.body
    if sum(page.lines[index].is_prose for index in page.free()) < 3:
        return
    for index in page.free(body.stop):
        if not page.lines[index].ends and not page.lines[index].text[0].islower():
            page.claim(index, BlockKind.NOISE)


def _is_breadcrumb(text: str) -> bool:
    """Whether ``text`` is a path through a site's sections, such as "Home / News / World"."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    return len(parts) >= 2 and is_section(parts[0]) and is_section(parts[1])


def _end_of_teasers(page: Page, start: int) -> int:
    """The line at which running text goes on: two such lines, or a long one that ends the file."""
    waiting: int | None = None
    for index in range(start, len(page.lines)):
        line = page.lines[index]
        if page.kinds[index] is BlockKind.NOISE:
            continue
        if line.ends and line.words >= _RESUMES:
            if waiting is not None:
                return waiting
            waiting = index
        else:
            waiting = None
    if waiting is not None and page.lines[waiting].words >= LONG_PROSE:
        return waiting
    return len(page.lines)
