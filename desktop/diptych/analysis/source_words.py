"""The nouns and names by which English news names its sources.

Closed lists of our own, in the singular and in lower case; who is in none of them is a person
without a name.
"""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = frozenset(
    """
    statement report letter document memo memorandum email e-mail message survey study poll review
    paper image photograph photo picture video footage recording transcript data figure statistic
    record list file filing ruling indictment verdict judgment warrant complaint affidavit
    communique communiqué declaration release website page post tweet note draft treaty text map
    chart log dossier assessment bulletin circular decree order bill census audit minutes notice
    article book memoir diary manifesto guideline
    """.split()
)
OUTLETS: Final = frozenset(
    """
    newspaper broadcaster magazine media outlet tabloid broadsheet daily weekly channel station
    television tv radio newswire wire press portal network
    """.split()
)
BODIES: Final = frozenset(
    """
    government ministry office company firm department agency authority authorities council
    committee commission court parliament senate house party union alliance coalition group team
    army military navy police coastguard guard force forces administration bank embassy consulate
    cabinet board bureau campaign church city country state regime delegation fund institute
    organisation organization operator university school hospital service movement militia command
    consortium corporation association federation club charity exchange foundation headquarters
    industry institution laboratory league legislature mission nation network opposition panel
    port regulator secretariat tribunal watchdog kremlin palace treasury presidency leadership
    side manufacturer maker airline carrier insurer supplier yard publisher lender retailer
    brigade battalion fleet duma congress assembly inquiry investigation intelligence monitor
    observatory
    """.split()
)
OFFICES: Final = frozenset(
    """
    president minister premier chancellor mayor king queen prince princess pope governor
    ambassador secretary chief commander chairman chairwoman chairperson chair executive head
    leader director captain judge bishop archbishop prosecutor patriarch sheikh emir sultan
    emperor speaker coach manager principal convenor treasurer envoy mediator coroner owner
    founder master
    """.split()
)
"""Offices that one person holds at a time: "the mayor" can be asked again, "the official" not."""
COUNTING: Final = frozenset(
    "one two three some many several most number group couple handful dozens hundreds any".split()
)
KNOWN_OUTLETS: Final = frozenset(
    """
    reuters afp agence france-presse ap bloomberg bbc cnn nbc cbs abc npr pbs itv msnbc cnbc cbc
    rte tass ria interfax xinhua cgtn ansa dpa efe kyodo yonhap anadolu politico axios buzzfeed
    vox al-jazeera aljazeera euronews ukrinform meduza bellingcat itar-tass upi pti ani belta irna
    """.split()
)
KNOWN_NAMES: Final = frozenset(
    """
    associated press|al jazeera|al arabiya|der spiegel|die zeit|die welt|le monde|le figaro|el país|
    el pais|la repubblica|the economist|the atlantic|the hill|the intercept|the independent|
    the conversation|wall street journal|sky news|fox news|deutsche welle|new yorker|
    agence france-presse|radio free europe|voice of america
    """.replace("\n", " ").split("|")
)
SHORT_NAMES: Final = frozenset(
    "times post journal guardian telegraph economist independent globe spiegel".split()
)
"""What outlets are called once their name was given: "the Times"."""
LAST_WORDS: Final = frozenset(
    """
    news times post herald tribune guardian gazette telegraph chronicle courier observer mail
    newspaper radio television tv broadcasting magazine rundschau zeitung star mirror ledger
    inquirer dispatch examiner bulletin today daily weekly reporter echo argus
    """.split()
)
PEOPLE: Final = OFFICES | frozenset(
    """
    official source spokesman spokeswoman spokesperson diplomat aide adviser advisor analyst
    expert witness resident insider lawyer officer scientist researcher economist observer
    """.split()
)
