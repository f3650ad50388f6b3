"""The words of site furniture: one pattern a line, matched against whole lines, case ignored."""

from __future__ import annotations

import re

_BUTTONS = r"""
download(?: (?:the )?(?:app|pdf|image|our app))?
(?:share|save|print|e-?mail|tweet|pin(?: it)?|post|send|copy(?: link)?|link copied|bookmark|like)
(?:listen|subscribe|sign ?(?:in|up)|log ?in|register|donate|menu|search|close|play|pause|mute)
(?:loading|skip ad|gift|comments?|reply|follow|more|back|next|previous|top|home|video|photos?)
(?:whatsapp|telegram|facebook|twitter|x|linkedin|reddit|pinterest|instagram|youtube|messenger)
(?:flipboard|pocket|rss|vk|viber|line|wechat|weibo|teilen|drucken|merken|partager|imprimer)
(?:compartir|imprimir|condividi|stampa|delen|поделиться|распечатать)
(?:(?:share|save|print|e-?mail|tweet|facebook|twitter|x|whatsapp|linkedin|reddit|link)\W+){1,9}\w+
share (?:this|on|via|article|story|full article|options).*
(?:save|print|email|copy|gift|send|report) (?:this )?(?:article|story|page|link|post)(?: link)?
(?:click|tap) (?:here|to) .*
.{0,80}\bclick(?:ing)? here[.!]?
(?:view|leave|post|add|show|read|see|hide|load|write)(?: \w+)? comments?(?: \(?\d+\)?)?
\(?\d+\)? ?(?:comments?|shares?|likes?|views?|retweets?|kommentare|commentaires)
comments? \(?\d+\)?
(?:jump|skip|go) to (?:main |the )?(?:content|navigation|comments|top|search|footer)
(?:back|return|scroll) to (?:top|home|homepage|news)
toggle (?:navigation|menu|search|dark mode)
text size.*|font size.*|a\s*a\s*a|a[-+](?:\s*a[-+])*
(?:show|hide|read|see|view|load|learn) (?:more|less|all|full (?:story|article|bio))
"""
_ADVERTISEMENTS = r"""
advertisements?|sponsored(?: content| by .*| links)?|promoted(?: content)?|paid (?:content|post)
anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|广告
(?:story|article) continues (?:below|after).*|continue reading(?: the main story)?
scroll (?:down )?(?:to|for) .*|(?:after|below) (?:the )?(?:ad|advert|newsletter).*
remove ads|report (?:this )?ad|close ad
"""
_MEDIA = r"""
\d+ ?[-–]?(?:min(?:ute)?s?)[. ]+read(?:ing time)?|(?:estimated )?read(?:ing)? time.*
lesedauer.*|\d+ min(?:uten)? lesezeit|tempo de leitura.*|temps de lecture.*|tiempo de lectura.*
(?:listen|hear) to (?:this )?(?:article|story|podcast).*|audio (?:version|article).*
this article is (?:more than|over) .* old
\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago
(?:video )?(?:duration|length|running time):? ?\d+:\d{2}(?::\d{2})?.*
[▶►]?\s*\d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)?|media error.*
(?:this )?video (?:can ?not|cannot|could not) be (?:played|loaded).*
(?:to play this video )?you need to enable javascript.*
please (?:enable|turn on) (?:javascript|cookies).*
.*browser (?:does not|doesn['’]t) support.*
[\W_]*|\d{1,3}|[ivx]{1,4}\.?|.
"""
_NOTICES = r"""
(?:we|this (?:site|website|page)|our (?:site|website)) uses? cookies.*
(?:accept|reject|manage|allow)(?: all| my)?(?: cookies?| preferences| settings)?
cookies? (?:policy|settings|preferences|notice).*|privacy (?:policy|notice|settings).*
terms (?:of (?:use|service|sale)|and conditions|& conditions).*|by (?:continuing|signing up),? .*
(?:sign|signed) up(?::| for| to| now| here| today| and).*|subscribe (?:to|for|now|today|here).*
get (?:our|the) .*(?:newsletter|inbox|app|alerts?|briefing).*
.*(?:delivered (?:straight |directly |right )?(?:to|into) your inbox|(?:to|in) your inbox).*
newsletter\b.{0,60}|thanks for signing up.*|there was an error processing .*
(?:keep|have) an eye on your inbox.*
join (?:our|us on|the) .*(?:channel|group|newsletter|whatsapp|telegram|challenge).*
join (?:our|us on|the) .*(?:conversation|community).*
follow (?:us|@|.* on (?:twitter|facebook|instagram|x|google news|telegram|whatsapp|threads)).*
like (?:us on .*|this story\?.*)|download (?:the|our) .*app.*
(?:enter )?your e-?mail.*
already (?:a )?(?:subscriber|member|have an account).*|invalid e-?mail.*
thank(?:s| you) for (?:signing up|subscribing|reading).*|support .* journalism.*
(?:©|ⓒ|\(c\)|copyright)\s.*|(?:.* )?all rights reserved\.?|alle rechte vorbehalten\.?
tous droits réservés\.?|todos los derechos reservados\.?
(?:posted|published|filed|listed|categori[sz]ed|tagged) (?:in|under|as):? .*
(?:tags?|topics?|related topics?|keywords|categor(?:y|ies)|themen|schlagwörter|mots-clés)\s?:.*
(?:etiquetas|теги|标签)\s?:.*
(?:to )?(?:contact|reach|e-?mail) (?:the )?(?:author|reporter|editor|newsroom).*
(?:do you )?(?:have|got) (?:a )?(?:story|tip|news)(?: tip)?\b.{0,80}\?.*
(?:ends|end|###|-30-|\*\s*\*\s*\*)
"""
_POINTERS = r"""
(?:read|see|watch|view|don['’]t miss)(?: also| more| next| now| this| too| it)*\s*[:|»>→–-]\s*\S.*
also(?: read| see| on [\w.]+)?\s*[:|»>→–-]\s*\S.*|also on \w+\.\w{2,4} .*
(?:related|more|background|analysis|opinion|explained|explainer|fact ?check)\s*:\s*\S.{0,100}
(?:in pictures|watch|video|live|podcast|listen|read)\s*:\s*\S.{0,100}
search trends?|trending(?: now| topics?| stories| searches)?|hot topics?|live(?: now| tv)?
breaking(?: news)?|exclusive|watch(?: live| now)?|live updates?|on air|now playing|up next
podcasts?|newsletters?|(?:photo )?gallery|image|slideshow|in pictures
"""
_WHOLE_POINTERS = r"""
(?:also read|read also|read more(?: here| on this story| about .{0,60})?|see also|read next)
read the (?:full (?:story|article)|rest)(?: here)?|more from .{0,60}
more (?:news|stories|articles|coverage)(?: (?:on|from|about) .{0,60})?
see more(?: .{0,60})?|view all .{0,60}|all .{0,30} news
lesen sie auch.*|mehr zum thema.*|lire aussi.*|à lire aussi.*|lea también.*|leggi anche.*
lees ook.*|читайте также.*|читайте також.*|czytaj (?:także|też).*|延伸阅读.*
"""
_LIST_HEADS = r"""
(?:the )?(?:latest|more|related|recommended|popular|other|top)(?: \w+){0,2} (?:news|stories)
(?:the )?(?:latest|more|related|recommended|popular|other|top)(?: \w+){0,2} (?:articles|headlines)
(?:the )?(?:latest|more|related|recommended|popular|other|top)(?: \w+){0,2} (?:videos?|posts?)
(?:the )?(?:latest|more|related|further|other)(?: \w+){0,2} (?:coverage|content|reading|links)
(?:related|trending|popular|hot)(?: \w+)? topics?|(?:latest|more) (?:from|on) .{1,40}
latest|related|recommended(?: (?:for you|reading))?|trending(?: now)?
(?:most|more) (?:popular|read|viewed|shared|watched|commented|recent|on this.*|in .{1,30}|like this)
top (?:stories|news|picks|headlines|videos?)|editor['’]?s['’]? (?:picks?|choice)
(?:you )?(?:may|might) (?:also )?(?:like|be interested in|have missed)|what to read next
read (?:more|next|also)|also (?:on|in|from|read|by) .{0,40}|around the (?:web|world)
from (?:around|across) the web|in (?:this story|other news|case you missed it)
don['’]t miss|must reads?|up next|keep reading|featured(?: \w+)?|sponsored(?: content)?
(?:view |post |leave a |join the )?(?:comments?|discussion|conversation)
about (?:the )?authors?|share this(?: .{0,30})?|follow us.*
(?:article |story )?(?:tags|topics)|search trends|(?:explore|discover) more.*
see more(?: .{0,40})?|mehr (?:zum thema|aus .*|nachrichten)|meistgelesen
(?:lesen|hören|sehen) sie auch|das könnte sie (?:auch )?interessieren|(?:à )?lire aussi
(?:sur|dans) le même (?:sujet|thème)|les plus lus|lo más (?:leído|visto)|noticias relacionadas
lea también|leggi anche|lees ook|gerelateerd|potrebbe interessarti|читайте (?:также|також)
новости по теме|другие новости|популярное|相关(?:新闻|阅读)
"""


def _whole(*patterns: str) -> re.Pattern[str]:
    alternatives = "|".join(line for pattern in patterns for line in pattern.split("\n") if line)
    return re.compile(rf"\W{{0,3}}(?:{alternatives})[\s:»>→.…\])]*", re.IGNORECASE)


ANYWHERE = _whole(_BUTTONS, _ADVERTISEMENTS, _MEDIA, _NOTICES, _WHOLE_POINTERS)
"""Lines that are furniture wherever they stand."""

NOT_PROSE = _whole(_POINTERS)
"""Lines that are furniture unless they are sentences or questions."""

LIST_HEADS = _whole(_LIST_HEADS)
"""Headings of lists of other articles."""

ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+")
"""A line that is nothing but a web or mail address."""
