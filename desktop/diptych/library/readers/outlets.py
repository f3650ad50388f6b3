"""Names of outlets and agencies: known ones, and what such names look like."""

from __future__ import annotations

import re

# Agencies, whose names also stand in credits and datelines, and outlets whose names have no word
# in them that gives them away.
_AGENCIES = (
    "AP|Associated Press|The Associated Press|AFP|Agence France-Presse|Reuters|Thomson Reuters|"
    "PA|PA Media|PA Wire|Press Association|UPI|United Press International|DPA|dpa|"
    "Deutsche Presse-Agentur|EFE|EPA|EPA-EFE|ANSA|TASS|Tass|ITAR-TASS|RIA Novosti|RIA|Sputnik|"
    "Interfax|Xinhua|Kyodo|Kyodo News|Yonhap|Anadolu|Anadolu Agency|AA|PTI|ANI|IANS|UNI|CFP|VCG|"
    "Bloomberg|Getty|Getty Images|AAP|APA|ATS|Belga|ANP|NTB|TT|Ritzau|STT|PAP|CTK|ČTK|MTI|Agerpres|"
    "BTA|Tanjug|HINA|STA|Ukrinform|UNIAN|BelTA|IRNA|ISNA|Fars|WAM|SPA|MENA|QNA|Petra|NAN|Lusa|"
    "Europa Press|Notimex|Canadian Press|The Canadian Press|Zuma|ZUMA Press|Shutterstock|Alamy|"
    "imago|Imago Images|picture alliance|Maxar|Maxar Technologies|Planet Labs|NurPhoto|LaPresse|"
    "SOPA Images|TNS|KCNA|Antara|Bernama|VNA|Polaris|Abaca|Rex|WireImage|Redux|Magnum|Depo Photos|"
    "Demotix|Handout|Pool|File|AP Photo|Reuters Photo"
)
_OUTLETS = (
    "BBC|BBC News|CNN|CNBC|CBS|CBS News|NBC|NBC News|ABC|ABC News|MSNBC|Fox News|NPR|PBS|VOA|"
    "Voice of America|RFE/RL|Al Jazeera|Aljazeera|Al Arabiya|CGTN|CCTV|RT|DW|Deutsche Welle|"
    "France 24|RFI|Euronews|Sky News|ITV|ITV News|LBC|GB News|Channel 4 News|The Guardian|Guardian|"
    "The Independent|Independent|Politico|POLITICO|Axios|Vox|Vice|BuzzFeed|HuffPost|Slate|Salon|"
    "The Hill|The Conversation|The Economist|The Atlantic|The New Yorker|Foreign Policy|"
    "Le Monde|Le Figaro|Libération|Der Spiegel|SPIEGEL|Die Zeit|FAZ|Süddeutsche Zeitung|"
    "Tagesschau|tagesschau.de|El País|El Mundo|ABC.es|La Repubblica|Corriere della Sera|NRC|"
    "De Standaard|Dagens Nyheter|Aftenposten|Haaretz|Ynet|i24NEWS|TRT World|Hürriyet|Dawn|NDTV|"
    "India Today|The Hindu|News18|WION|Scroll.in|The Wire|Firstpost|ThePrint|SCMP|CNA|"
    "Channel NewsAsia|The Straits Times|NHK|NHK World|Rappler|Global Times|China Daily|People's "
    "Daily|Meduza|Kommersant|Коммерсантъ|ТАСС|РИА Новости|Интерфакс|Українська правда|"
    "Ukrainska Pravda|Suspilne|Breitbart|Breitbart News|The Daily Beast|USA TODAY|USA Today|"
    "Newsweek|TIME|Time|Forbes|Fortune|Business Insider|Insider|MarketWatch|Quartz|Yahoo|"
    "Yahoo News|MSN|Telesur|teleSUR|Infobae|Clarín|Folha de S.Paulo|O Globo|G1|News24|"
    "AllAfrica|Punch|Vanguard"
)
AGENCIES = frozenset(_AGENCIES.split("|"))
KNOWN = AGENCIES | frozenset(_OUTLETS.split("|"))

_MEDIA_WORD = re.compile(
    r"\b(?:news(?:wire|room|agency|desk|paper)?|times|post|herald|journal|courier|gazette|tribune|"
    r"telegraph|chronicle|press|agency|agencia|agence|agentur|zeitung|monitor|observer|daily|"
    r"weekly|tv|television|radio|broadcast(?:ing|er)?|network|online|wire|record|standard|globe|"
    r"review|bulletin|dispatch|ledger|relay|examiner|inquirer|enquirer|argus|echo|express|media|"
    r"sentinel|mercury|advertiser|correspondent|reporter|messenger|mail|mirror|star|sun|today|"
    r"anzeiger|rundschau|nachrichten|tagblatt|tageblatt|allgemeine|presse|bote|kurier|merkur|"
    r"blatt|post|journal|diario|periódico|gaceta|heraldo|correo|prensa|noticias|notizie|corriere|"
    r"gazzetta|giornale|stampa|courrier|dépêche|nouvelles|krant|dagblad|gazeta|dziennik|kurier|"
    r"vesti|novosti|pravda|izvestia|вести|новости|правда|известия|газета|агентство|日报|时报|晚报|新闻|"
    r"通讯社|新聞|통신|신문)\b|(?:zeitung|presse|anzeiger|blatt|kurier|bote|nachrichten)$|"
    r"\.(?:com|org|net|news|co\.uk|de|fr|es|it|eu|ua|ru)$",
    re.IGNORECASE,
)
_JOBS = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|producer)s?\b", re.IGNORECASE
)
_SMALL = frozenset(
    "of the and for de la le les der die das und el los y du di del & - von in".split()
)
_AND_OTHERS = re.compile(
    r"(?:,| and| with| &| und| et| y| e)+\s+(?:news )?(?:agenc(?:y|ies)|agenturen|agences|agencias|"
    r"agenzie|wires?|wire (?:services|reports)|other agencies|staff)\b.*$",
    re.IGNORECASE,
)


def is_known(name: str) -> bool:
    """Whether ``name`` is an outlet or agency of the built-in list."""
    return name.strip() in KNOWN


def looks_like_outlet(name: str) -> bool:
    """Whether ``name`` is known, or is a proper name with a word that only media carry."""
    name = name.strip(" .:|-–—")
    if is_known(name):
        return True
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 50 or _JOBS.search(name):
        return False
    if not _MEDIA_WORD.search(name) or (len(words) == 1 and "." not in name and len(name) < 5):
        return False
    return all(
        word[0].isupper() or word.lower() in _SMALL or not word[0].isalpha() for word in words
    )


def is_capital_name(name: str) -> bool:
    """Whether ``name`` is one or two words in capitals, as broadcasters sign: “CGTN”."""
    return bool(re.fullmatch(r"[A-Z][A-Z0-9]{1,7}(?: [A-Z][A-Z0-9]{0,7})?", name))


def single_outlet(source: str) -> str:
    """The one outlet that a source line names, without "and agencies"; empty for several."""
    name = _AND_OTHERS.sub("", source).strip(" .")
    return "" if re.search(r"[,;/]| and | und | et ", name) else name
