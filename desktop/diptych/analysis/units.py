"""Units of measure and currencies as news text writes them, each with one name."""

from __future__ import annotations

import re
from typing import Final

TIME_UNITS: Final = frozenset("second minute hour day week month year decade century".split())
LENGTHS: Final = frozenset(
    ["nautical mile", *"millimetre centimetre metre kilometre inch foot yard mile".split()]
)

# One line a unit: its name, then the other ways to write it. Tons and tonnes are two units, since
# a ton may be 907, 1,000 or 1,016 kg; so are the dollars of different countries.
_FORMS: Final = """
percent: % | per cent | pc | pct
percentage point: percentage points | percentage-point
second: seconds | sec | secs
minute: minutes | min | mins
hour: hours | hr | hrs
day: days
week: weeks
month: months
year: years | yr | yrs
decade: decades
century: centuries
millimetre: millimetres | millimeter | millimeters | mm
centimetre: centimetres | centimeter | centimeters | cm
metre: metres | meter | meters | m
kilometre: kilometres | kilometer | kilometers | km | kms
inch: inches
foot: feet | ft
yard: yards
mile: miles
nautical mile: nautical miles
square metre: square metres | square meter | square meters | sq m | m²
square kilometre: square kilometres | square kilometer | square kilometers | sq km | km²
square mile: square miles | sq miles
square foot: square feet | sq ft
hectare: hectares | ha
acre: acres
cubic metre: cubic metres | cubic meter | cubic meters | m³
litre: litres | liter | liters
gallon: gallons
barrel: barrels
gram: grams | gramme | grammes
kilogram: kilograms | kilogramme | kilogrammes | kilo | kilos | kg
ounce: ounces
tonne: tonnes | metric ton | metric tons
ton: tons
bushel: bushels
degree: degrees | °
degree Celsius: degrees Celsius | °C | degrees C
degree Fahrenheit: degrees Fahrenheit | °F | degrees F
kilometre an hour: kilometres an hour | kilometres per hour | kilometers per hour | km/h | kph | kmh
mile an hour: miles an hour | miles per hour | mph
knot: knots
watt: watts
kilowatt: kilowatts | kW
megawatt: megawatts | MW
gigawatt: gigawatts | GW
kilowatt hour: kilowatt hours | kWh
terawatt hour: terawatt hours | TWh
byte: bytes
megabyte: megabytes | MB
gigabyte: gigabytes | GB
terabyte: terabytes | TB
megaton: megatons
kiloton: kilotons
basis point: basis points
"""
_MONEY_AFTER: Final = """
dollar: dollars
US dollar: US dollars | U.S. dollars | USD
Canadian dollar: Canadian dollars | CAD
Australian dollar: Australian dollars | AUD
euro: euros | EUR
pound: pounds | pounds sterling | GBP | sterling
penny: pence | pennies | p
cent: cents
franc: francs | Swiss francs | CHF
yen: JPY
yuan: renminbi | CNY
rouble: roubles | ruble | rubles | RUB
hryvnia: hryvnias | hryvnya | UAH
rupee: rupees | INR
lira: liras | lire
krona: kronor | SEK
krone: kroner | NOK | DKK
zloty: zlotys | złoty
peso: pesos
shekel: shekels
dirham: dirhams
riyal: riyals
forint: forints
"""
_SIGNS: Final = {
    "$": "dollar",
    "US$": "US dollar",
    "US $": "US dollar",
    "C$": "Canadian dollar",
    "CA$": "Canadian dollar",
    "A$": "Australian dollar",
    "AU$": "Australian dollar",
    "NZ$": "New Zealand dollar",
    "HK$": "Hong Kong dollar",
    "S$": "Singapore dollar",
    "R$": "real",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "Rs": "rupee",
    "Rs.": "rupee",
    "₽": "rouble",
    "₴": "hryvnia",
    "₺": "lira",
    "₩": "won",
    "₪": "shekel",
}
_SYMBOL: Final = 2
"""Letters up to which a form is a symbol, whose case counts: "m" is a metre, "M" is not."""


def _read(table: str) -> dict[str, str]:
    """The unit's name by each way to write it."""
    forms: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, others = line.split(": ", 1)
        forms |= dict.fromkeys([name, *others.split(" | ")], name)
    return forms


_CURRENCIES: Final = _read(_MONEY_AFTER)
MONEY: Final = frozenset(_CURRENCIES.values()) | frozenset(_SIGNS.values())
_BY_FORM: Final = _read(_FORMS) | _CURRENCIES
_CODES: Final = {form: name for form, name in _CURRENCIES.items() if re.fullmatch("[A-Z]{3}", form)}
_BY_LOWER: Final = {form.lower(): name for form, name in _BY_FORM.items() if len(form) > _SYMBOL}


def _alternatives(forms: dict[str, str]) -> str:
    """A pattern of all forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_LONG: Final = {form: name for form, name in _BY_FORM.items() if len(form) > _SYMBOL}
_SHORT: Final = {form: name for form, name in _BY_FORM.items() if len(form) <= _SYMBOL}
AFTER: Final = re.compile(
    r"(?:\+|-odd|-plus)?"
    rf"(?:(?: ?- ?|[ \u00a0\u202f])?(?:(?P<long>(?i:{_alternatives(_LONG)}))"
    # "398p", and not "3 p".
    rf"|(?P<short>(?<=\d)p|(?!p(?!c))(?:{_alternatives(_SHORT)}))))"
    r"(?![^\W_])"
)
"""A unit after a number, with the space or hyphen before it."""
BEFORE: Final = re.compile(
    rf"(?:(?<![^\W\d_])(?P<code>{_alternatives(_CODES)})[ \u00a0]?"
    rf"|(?<![^\W\d_])(?P<sign>{_alternatives(_SIGNS)})[ \u00a0]?)$"
)
"""A currency that ends where a number begins."""


def unit_after(match: re.Match[str]) -> str:
    """The name of the unit that `AFTER` found."""
    long = match["long"]
    return _BY_LOWER[long.lower()] if long else _SHORT[match["short"]]


def unit_before(match: re.Match[str]) -> str:
    """The name of the currency that `BEFORE` found."""
    return _CODES[match["code"]] if match["code"] else _SIGNS[match["sign"]]
