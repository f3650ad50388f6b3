"""Names that stay the same for decades: countries, capitals, big cities, alliances.

Our own table, written down from general knowledge. It settles the kind of a name where the model
wavers from sentence to sentence, and joins the short and the full form of one name.
"""

from __future__ import annotations

from typing import Final

from diptych.model.reading import EntityKind

_COUNTRIES: Final = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia;
Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin;
Bhutan; Bolivia; Bosnia and Herzegovina, Bosnia; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso;
Burundi; Cambodia; Cameroon; Canada; Cape Verde; Central African Republic; Chad; Chile;
China, PRC, People's Republic of China; Colombia; Comoros; Costa Rica; Croatia; Cuba; Cyprus;
Czech Republic, Czechia; Democratic Republic of the Congo, DR Congo, DRC; Denmark; Djibouti;
Dominican Republic; East Timor, Timor-Leste; Ecuador; Egypt; El Salvador; Equatorial Guinea;
Eritrea; Estonia; Eswatini, Swaziland; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Germany;
Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland;
India; Indonesia; Iran, Islamic Republic of Iran; Iraq; Ireland; Israel; Italy;
Ivory Coast, Côte d'Ivoire; Jamaica; Japan; Kazakhstan; Kenya; Kiribati; Kosovo; Kuwait;
Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg;
Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius;
Mexico; Micronesia; Moldova; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar, Burma;
Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria;
North Korea, DPRK; North Macedonia; Norway; Oman; Pakistan; Palau; Palestine; Panama;
Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; Republic of the Congo;
Romania; Russia, Russian Federation; Rwanda; Saint Lucia; Samoa; San Marino; Saudi Arabia; Senegal;
Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia;
South Africa; South Korea, Republic of Korea; South Sudan; Spain; Sri Lanka; Sudan; Suriname;
Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanzania; Thailand; Togo; Tonga;
Trinidad and Tobago; Tunisia; Turkey, Türkiye; Turkmenistan; Tuvalu; Uganda; Ukraine;
United Arab Emirates, UAE, U.A.E.; United Kingdom, UK, U.K.;
United States, US, U.S., USA, U.S.A., United States of America; Uruguay; Uzbekistan; Vanuatu;
Vatican, Holy See; Venezuela; Vietnam; Yemen; Zambia; Zimbabwe; Scotland; Wales; England;
Northern Ireland; Britain, Great Britain; Soviet Union, USSR, U.S.S.R.; Yugoslavia; Hong Kong;
Macau; Puerto Rico; Greenland; Crimea; Gaza, Gaza Strip; West Bank; Tibet; Chechnya; Korea
"""

_PLACES: Final = """
Kabul; Tirana; Algiers; Luanda; Buenos Aires; Yerevan; Canberra; Vienna; Baku; Manama; Dhaka; Minsk;
Brussels; La Paz; Sarajevo; Gaborone; Brasilia; Sofia; Ouagadougou; Phnom Penh; Ottawa; N'Djamena;
Santiago; Beijing; Bogota, Bogotá; San Jose, San José; Zagreb; Havana; Nicosia; Prague; Kinshasa;
Copenhagen; Santo Domingo; Quito; Cairo; San Salvador; Asmara; Tallinn; Addis Ababa; Suva; Helsinki;
Paris; Libreville; Tbilisi; Berlin; Accra; Athens; Guatemala City; Conakry; Port-au-Prince;
Tegucigalpa; Budapest; Reykjavik; New Delhi; Delhi; Jakarta; Tehran, Teheran; Baghdad; Dublin;
Jerusalem; Tel Aviv; Rome; Abidjan; Kingston; Tokyo; Amman; Astana; Nairobi; Pristina; Bishkek;
Vientiane; Riga; Beirut; Monrovia; Tripoli; Vilnius; Antananarivo; Lilongwe; Kuala Lumpur; Bamako;
Valletta; Nouakchott; Mexico City; Chisinau; Ulaanbaatar; Podgorica; Rabat; Maputo; Naypyidaw;
Yangon; Windhoek; Kathmandu; Amsterdam; The Hague, Hague; Wellington; Managua; Niamey; Abuja; Lagos;
Pyongyang; Skopje; Oslo; Muscat; Islamabad; Karachi; Lahore; Ramallah; Panama City; Port Moresby;
Asuncion, Asunción; Lima; Manila; Warsaw; Lisbon; Doha; Bucharest; Moscow; Kigali; Riyadh; Dakar;
Belgrade; Freetown; Bratislava; Ljubljana; Mogadishu; Pretoria; Cape Town; Johannesburg; Seoul;
Juba; Madrid; Barcelona; Colombo; Khartoum; Stockholm; Bern; Geneva; Zurich; Damascus; Aleppo;
Taipei; Dushanbe; Dodoma; Dar es Salaam; Bangkok; Tunis; Ankara; Istanbul; Ashgabat; Kampala;
Kyiv, Kiev; Lviv; Kharkiv, Kharkov; Odesa, Odessa; Mariupol; Donetsk; Luhansk, Lugansk; Donbas,
Donbass; Abu Dhabi; Dubai; London; Manchester; Birmingham; Liverpool; Glasgow; Edinburgh; Cardiff;
Belfast; Washington, Washington D.C., Washington DC; New York,
New York City; Los Angeles; Chicago; San Francisco; Boston; Houston; Dallas; Philadelphia; Miami;
Atlanta; Seattle; Detroit; Denver; Phoenix; Las Vegas; Baltimore; Cleveland; New Orleans;
Montevideo; Tashkent; Caracas; Hanoi; Ho Chi Minh City; Sanaa; Lusaka; Harare; St Petersburg,
St. Petersburg; Shanghai; Guangzhou; Shenzhen; Wuhan; Mumbai, Bombay; Kolkata, Calcutta; Chennai;
Bangalore, Bengaluru; Hyderabad; Sydney; Melbourne; Brisbane; Perth; Toronto; Montreal; Vancouver;
Munich; Hamburg; Frankfurt; Cologne; Milan; Naples; Turin; Venice; Rio de Janeiro; Sao Paulo,
São Paulo; Europe; Asia; Africa; North America; South America; Latin America; Central America;
Antarctica; Middle East; Eastern Europe; Western Europe; Central Europe; Southeast Asia; South Asia;
Central Asia; West Africa; East Africa; North Africa; Balkans; Caucasus; Caribbean; Scandinavia;
Siberia; Black Sea; Baltic Sea; Red Sea; South China Sea; Mediterranean, Mediterranean Sea;
Atlantic, Atlantic Ocean; Pacific, Pacific Ocean; Persian Gulf; Arctic; Alabama; Alaska; Arizona;
Arkansas; California; Colorado; Connecticut; Delaware; Florida; Georgia; Hawaii; Idaho; Illinois;
Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota;
Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico;
North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina;
South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming
"""

_ORGANISATIONS: Final = """
NATO, North Atlantic Treaty Organization, North Atlantic Treaty Organisation; European Union, EU,
E.U.; United Nations, UN, U.N.; European Commission; European Parliament; European Council;
European Central Bank, ECB; African Union, AU; Arab League; OPEC; OSCE; ASEAN; ECOWAS; BRICS;
World Health Organization, World Health Organisation, WHO; International Monetary Fund, IMF;
World Bank; World Trade Organization, World Trade Organisation, WTO;
International Atomic Energy Agency, IAEA; International Criminal Court, ICC; UNICEF; UNESCO; UNHCR;
Red Cross; Interpol; Europol; FIFA; UEFA; White House; Kremlin; Pentagon; State Department;
Justice Department; Treasury Department; Congress; Senate; House of Representatives;
Supreme Court; Downing Street; Bundestag; Knesset; State Duma, Duma; Central Intelligence Agency,
CIA, C.I.A.; Federal Bureau of Investigation, FBI, F.B.I.; National Security Agency, NSA;
Security Council, UN Security Council; General Assembly, UN General Assembly; Islamic State, ISIS,
ISIL, Isis; Taliban; Hamas; Hezbollah, Hizbollah, Hizbullah; al-Qaeda, al-Qaida, Al-Qaeda, Al Qaeda;
Boko Haram; Al-Shabaab, al-Shabaab; Reuters; Associated Press, AP; Agence France-Presse, AFP;
Press Association; Al Jazeera; British Broadcasting Corporation, BBC; CNN; CBS; NBC; ABC; Fox News;
New York Times; Washington Post; Wall Street Journal; Guardian; Financial Times; Sky News; Xinhua;
CGTN; Tass, TASS; Interfax; Democratic Party; Republican Party; Labour Party; Conservative Party;
Gazprom; Google; Apple; Microsoft; Amazon; Facebook; Twitter; Tesla; Boeing; Airbus
"""

_AMBIGUOUS: Final = frozenset(
    # Also the names of persons, months of speech or common words: the sentence decides.
    "Georgia Jordan Chad Virginia Paris Sydney Santiago Sofia Lima Florence Guinea Perth Phoenix "
    "Kingston Wellington Houston Dallas Lincoln Turkey Guardian Apple Amazon Washington Hague "
    "Pacific Atlantic AP AU WHO Georgia Vienna Madison Tripoli Congress Senate Isis Maine".split()
)


def _rows(table: str) -> list[tuple[str, ...]]:
    rows = " ".join(table.split()).split(";")
    return [tuple(form.strip() for form in row.split(", ") if form.strip()) for row in rows]


def _known() -> dict[str, tuple[str, EntityKind]]:
    tables = (
        (_COUNTRIES, EntityKind.PLACE),
        (_PLACES, EntityKind.PLACE),
        (_ORGANISATIONS, EntityKind.ORGANISATION),
    )
    known: dict[str, tuple[str, EntityKind]] = {}
    for table, kind in tables:
        for row in _rows(table):
            for form in row:
                known.setdefault(form, (row[0], kind))
    return known


KNOWN: Final = _known()
"""From each form, as it is written, to the full form and the kind."""


def known_kind(form: str) -> EntityKind | None:
    """What ``form`` certainly is; None where it is unknown or may be something else too."""
    entry = KNOWN.get(form)
    return None if entry is None or form in _AMBIGUOUS else entry[1]


CERTAIN: Final = {form: kind for form in KNOWN if (kind := known_kind(form)) is not None}
"""The forms that are names wherever they stand, with their kind."""


def full_form(form: str) -> str:
    """The form under which ``form`` is listed, or ``form`` itself."""
    entry = KNOWN.get(form) or KNOWN.get(form.upper())
    return entry[0] if entry else form
