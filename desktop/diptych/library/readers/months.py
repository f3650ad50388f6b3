"""Names of months and days, and time zones, as news sites write them."""

from __future__ import annotations

# One row a language, January to December; alternatives of one month are joined by "/".
_ROWS = (
    # English
    (
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
        "september/sept/sep october/oct november/nov december/dec"
    ),
    # German
    (
        "januar/jänner/jan februar/feber/feb märz/mär april/apr mai juni/jun juli/jul august/aug "
        "september/sept/sep oktober/okt november/nov dezember/dez"
    ),
    # French
    (
        "janvier/janv février/févr/fevrier mars avril/avr mai juin juillet/juil août/aout "
        "septembre/sept octobre/oct novembre/nov décembre/déc/decembre"
    ),
    # Spanish
    (
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
        "septiembre/setiembre/sep octubre/oct noviembre/nov diciembre/dic"
    ),
    # Italian
    (
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
        "settembre/set ottobre/ott novembre/nov dicembre/dic"
    ),
    # Portuguese
    (
        "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
        "setembro/set outubro/out novembro/nov dezembro/dez"
    ),
    # Dutch
    (
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug "
        "september/sep oktober/okt november/nov december/dec"
    ),
    # Polish
    (
        "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec "
        "lipca/lipiec sierpnia/sierpień września/wrzesień października/październik "
        "listopada/listopad grudnia/grudzień"
    ),
    # Russian
    (
        "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг "
        "сентября/сен октября/окт ноября/ноя декабря/дек"
    ),
    # Ukrainian
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    # Greek
    (
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
        "οκτωβρίου νοεμβρίου δεκεμβρίου"
    ),
    # Arabic
    (
        "يناير فبراير مارس أبريل/ابريل/إبريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر "
        "أكتوبر/اكتوبر نوفمبر ديسمبر"
    ),
)

MONTHS: dict[str, int] = {
    name: number
    for row in _ROWS
    for number, names in enumerate(row.split(), start=1)
    for name in names.split("/")
}
"""Lower-case names and abbreviations, and the number of their month."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "понедельник вторник среда четверг пятница суббота воскресенье "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela".split()
)

ZONES = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wet": 0,
    "bst": 60,
    "cet": 60,
    "mez": 60,
    "cest": 120,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "jst": 540,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Minutes east of Greenwich. Abbreviations that mean several zones (CST, IST) are left out."""
