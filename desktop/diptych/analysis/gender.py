"""Whether an article would say "he" or "she" of somebody: by title, office or first name.

Only used to leave out persons that a pronoun cannot mean; an unknown name is never left out. The
table of first names is our own, of names that are common and hardly ever given to both.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from diptych.text.words import folded


class Gender(StrEnum):
    """What pronoun a person goes by in the text, as far as it can be told."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


_MALE_WORDS: Final = frozenset(
    "mr sir king prince duke lord father brother son husband spokesman chairman congressman pope "
    "imam rabbi sheikh baron emperor businessman councilman alderman".split()
)
_FEMALE_WORDS: Final = frozenset(
    "mrs ms miss dame queen princess duchess lady mother sister daughter wife spokeswoman "
    "chairwoman congresswoman baroness empress businesswoman councilwoman actress".split()
)
_MALE_NAMES: Final = frozenset(
    """
    aaron abdul abdullah adam adrian ahmed alan albert alberto aleksandr alejandro alex
    alexander alexei aleksey alexey ali alistair allan allen alvaro amir anatoly anders andre
    andreas andrei andres andrew andriy angus anthony antonio antony antonio arnold arthur
    arturo barack barry bashar ben benjamin bernard bernie bill bob boris brad brandon brendan
    brett brian bruce bruno bryan carl carlos charles charlie chris christian christopher chuck
    colin craig dale damian daniel danny darren dave david dean dennis denis derek diego dieter
    dimitri dmitri dmitry dmytro dominic donald douglas duncan dylan ed eddie edgar eduardo
    edward emmanuel enrique eric erik ernest ethan eugene evan felipe felix fernando francis
    francisco francois frank frans fred frederick fritz gabriel gareth gary gavin gene geoff
    geoffrey george gerald gerard gerhard gert gianni gilbert giorgio giovanni giuseppe glenn
    gordon graham greg gregory guillermo gustavo guy hamid hank hans harold harry hassan hector
    heinz helmut henrik henry herbert horst howard hugh hugo hussein ian ibrahim igor ivan jack
    jacob jacques jaime jake james jamie jan jared jason javier jeff jeffrey jens jeremy jerome
    jerry jim jimmy joachim joao joe joel johan johannes john johnny jon jonathan jorge jose
    josef joseph josh joshua juan julian julio justin karl keith ken kenneth kevin khalid klaus
    konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonid lloyd
    lorenzo louis luca lucas luis lukas luke mahmoud malcolm manuel marc marcel marco marcus
    mario mark markus martin matt matteo matthew maurice max maxim michael michel miguel mike
    mikhail mitch mitt mohamed mohammad mohammed muhammad murray mustafa nathan neil nelson
    nicholas nick nicolas nigel nikolai noah norman olaf oleg oleksandr oleksiy oliver omar
    oscar otto owen pablo patrick paul paulo pavel pedro pete peter petro phil philip philippe
    pierre piotr rafael ralph ramon randy raul ray raymond recep ricardo richard rick robert
    roberto robin rodrigo roger roland ron ronald ross roy rudolf rudy rupert russell ryan sadiq
    saeed salman sam samuel scott sean sebastian serge sergei sergey sergio seth shane simon
    stanley stefan stephan stephen steve steven stewart stuart sven syed ted terry theodore
    thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler uwe vadim vadym
    valentin vasily victor viktor vincent vitali vladimir volodymyr wallace walter warren wayne
    werner wilhelm will william winston wolfgang xavier yuri yusuf yves zachary
    """.split()
)
_FEMALE_NAMES: Final = frozenset(
    """
    abigail adriana agnes aisha alexandra alice alicia alison allison amanda amber amelia amy
    ana anastasia andrea angela angelina anita ann anna annabel anne annalena annette antonia
    aoife ashley astrid audrey barbara beatrice becky bella bernadette beth betty beverly brenda
    bridget brigitte caitlin camilla carmen carol carole caroline carolyn catherine cathy
    cecilia charlotte chelsea cheryl chloe christina christine christiane cindy claire clara
    claudia colleen condoleezza courtney cristina crystal cynthia daisy dana danielle dawn
    deborah debbie denise diana diane dolores donna doris dorothy edith eileen elaine eleanor
    elena elizabeth ella ellen elsa emily emma erica erika erin esther eva evelyn fatima fiona
    frances francesca gabriela gabrielle gail georgina gertrude gina giorgia gloria grace greta
    hannah harriet hazel heather heidi helen helena hillary holly ida ilse ines ingrid irene
    iris isabel isabella jacinda jackie jacqueline jane janet janice jean jeanne jennifer jenny
    jessica jill jo joan joanna joanne josephine joy joyce juanita judith judy julia juliana
    julie kaja kamala karen karin karine kate katerina katharine katherine kathleen kathryn
    kathy katie katrin kayleigh keiko kelly kerry kimberly kirsten kristalina kristen kristin
    kristina laura lauren layla leah leila lena leslie liliana lillian lily linda lisa liz lois
    loretta lorraine louise lucia lucille lucy lydia lynn madeleine maggie manuela margaret
    margarita maria mariam marianne marie marilyn marina marion marjorie martha martina mary
    maureen megan melanie melania melissa mercedes michelle mildred miriam molly monica monika
    nadia nancy naomi natalia natalie nicola nicole nina nora norma olena olga olivia pamela
    patricia paula pauline penelope penny petra phyllis priscilla priti rachel rebecca renee
    rita roberta rosa rose rosemary roxana ruth sabine sally samantha sandra sanna sara sarah
    sharon sheila shirley silvia simone sofia sonia sophia sophie stacy stella stephanie sue
    susan susanna svetlana sylvia sylvie tamara tania tara tatiana tatyana teresa thelma theresa
    tina tracy ursula valerie vanessa vera veronica vicky victoria violet virginia vivian wendy
    wilma yasmin yolanda yulia yvonne zoe
    """.split()
)


def gender_of(name: str, words: Iterable[str] = ()) -> Gender:
    """What is told by the titles and offices in ``words``, else by the first name."""
    known = {word.strip(".").lower() for word in words}
    if known & _MALE_WORDS and not known & _FEMALE_WORDS:
        return Gender.MALE
    if known & _FEMALE_WORDS and not known & _MALE_WORDS:
        return Gender.FEMALE
    parts = name.split()
    first = folded(parts[0]) if len(parts) > 1 else ""
    if first in _MALE_NAMES:
        return Gender.MALE
    return Gender.FEMALE if first in _FEMALE_NAMES else Gender.UNKNOWN
