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
    aaron abdul abdullah adam adrian ahmed alan albert alberto alejandro aleksandar aleksandr
    aleksey alex alexander alexei alexey ali alistair allan allen alvaro amir amit anatoly
    anders andre andreas andrei andres andrew andriy andrzej angus anil anthony antonio antony
    antti arne arnold arthur arturo arun arvind arvydas ashok barack barry bashar bela ben
    benjamin bernard bernie bilal bill bjorn bob bogdan boris brad brandon brendan brett brian
    bruce bruno bryan carl carlos charles charlie chris christian christopher chuck colin craig
    dale damian daniel danny darren dave david dean denis dennis derek diego dieter dimitri
    dmitri dmitry dmytro dominic donald donatas douglas dragan duncan dylan ed eddie edgar
    eduardo edward emil emmanuel enrique eric erik ernest ethan eugene evan felipe felix
    fernando francis francisco francois frank frans fred frederick fritz fumio gabriel gareth
    gary gavin gene geoff geoffrey george gerald gerard gerhard gert gianni gilbert gintaras
    giorgio giovanni giuseppe glenn goran gordon graham greg gregory guillermo gunnar gustavo
    guy gyorgy haakon hamid hank hans harold harry hassan hector heinz helmut henrik henry
    herbert hiroshi horst howard hugh hugo hussein ian ibrahim igor imran ion istvan ivan jack
    jacob jacques jaime jake jakob james jamie jan janis janos jared jaroslaw jason javier jeff
    jeffrey jens jeremy jerome jerry jim jimmy jiri joachim joao joe joel johan johannes john
    johnny jon jonathan jorge jose josef joseph josh joshua juan juha julian julio justin karl
    keith ken kenji kenneth kevin khalid kjell klaus klemens kofi konstantin krzysztof kurt
    kwame kyle lance larry lars laszlo laurent lawrence lee leif leo leon leonard leonid lloyd
    lorenzo louis luca lucas luis lukas luke magnus mahmoud malcolm manuel marc marcel marco
    marcus marek mario mark markus martin mateusz matt matteo matthew maurice max maxim michael
    michel miguel mika mikael mike mikhail milan mircea mitch mitt mohamed mohammad mohammed
    muhammad murray mustafa narendra nathan nawaz neil nelson nenad nicholas nick nicolas nigel
    nikolai nils noah norman olaf olav ole oleg oleksandr oleksiy oliver omar oscar otto owen
    pablo patrick paul paulo pavel pedro pekka pete peter petro phil philip philippe pierre
    piotr rafael rahul rajesh ralph ramon randy rasmus raul ray raymond recep ricardo richard
    rick robert roberto robin rodrigo roger roland ron ronald ross roy rudolf rudy rupert
    russell ryan sadiq saeed salman sam samuel sanjay scott sean sebastian serge sergei sergey
    sergio seth shane shinzo simon sipho soren stanislav stanley stefan stephan stephen steve
    steven stewart stjepan stuart sven syed takeshi ted terry thabo theodore thomas tim timo
    timothy toby todd tom tomas tomasz tommy tony travis trevor tyler usman uwe vaclav vadim
    vadym valdis valentin vasily victor vijay viktor vincent vitali vladimir volodymyr wallace
    walter warren wayne werner wilhelm will william winston wojciech wolfgang xavier yoshihide
    yuri yusuf yves zachary zoltan zoran
    """.split()
)
_FEMALE_NAMES: Final = frozenset(
    """
    abigail adriana agnes agnieszka aisha akiko alexandra alice alicia alison allison amanda
    amber amelia aminata amy ana anastasia anastasiya andrea angela angelina anita anjali ann
    anna annabel annalena anne anneli annette antonia aoife ashley astrid audrey aylin ayse
    barbara beate beatrice becky bella bernadette beth betty beverly birgit brenda bridget
    brigitte caitlin camilla carmen carol carole caroline carolyn catherine cathy cecilia
    charlotte chelsea cheryl chloe christa christiane christina christine cindy claire clara
    claudia colleen condoleezza courtney cristina crystal cynthia dagmar daisy dana danielle
    daria darya dawn debbie deborah deepa denise diana diane dolores donna doris dorothy ebba
    edith eileen elaine eleanor elena elif elizabeth elke ella ellen elsa emily emma erica erika
    erin esther eva evelyn ewa fatima fatma fiona frances francesca frauke freja gabriela
    gabriele gabrielle gail georgina gertrude gina giorgia gisela gloria grace greta gudrun
    hannah harriet hazel heather heidi heike helen helena helga hillary holly ida ilona ilse
    ines ingrid irene iris isabel isabella iwona jacinda jacinta jackie jacqueline jadwiga jane
    janet janice jean jeanne jennifer jenny jessica jill jo joan joanna joanne johanna josephine
    joy joyce juanita judith judy julia juliana julie jutta kaja kamala karen karin karine kate
    katerina katharine katherine kathleen kathryn kathy katie katrin katrina kayleigh keiko
    kelly kerry kerstin kimberly kirsi kirsten kristalina kristen kristin kristina krystyna
    ksenia laura lauren layla leah leila lena leslie leyla liliana lillian lily linda lisa liv
    liz lois loretta lorraine louise lucia lucille lucy ludmila lydia lynn lyudmila madeleine
    magdalena maggie maja malgorzata manuela margaret margarita margot maria mariam marianne
    marie marilyn marina marion marjorie marlene martha martina mary maureen megan mei melania
    melanie melissa mercedes michelle mildred miriam molly monica monika nadia nancy naomi
    narges natalia natalie ngozi nicola nicole nina nora norma oksana olena olga olivia pamela
    patricia paula pauline penelope penny petra phyllis priscilla priti priya rachel rebecca
    renate renee rita roberta rosa rose rosemary roswitha roxana ruth sabine sally samantha
    sandra sanna sara sarah sharon sheila shirin shirley sigrid sigrun silke silvia simone sofia
    solveig sonia sophia sophie stacy stella stephanie sue sunita susan susanna svetlana
    svitlana sylvia sylvie tamara tania tara tatiana tatyana teresa thelma theresa tina tracy
    ulrike ursel ursula uta valerie vanessa vera veronica vicky victoria viktoriya viola violet
    virginia vivian waltraud wendy wilma yasmin yolanda yuki yulia yvette yvonne zeynep zoe
    zofia zuzana
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
