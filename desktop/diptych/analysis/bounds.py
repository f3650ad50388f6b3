"""How two numbers for the same thing compare: by what each of them leaves open.

"About", "more than" and rounding make a number a range; two numbers conflict only where the ranges
have nothing in common. Ranges are wide on purpose: a conflict that is none costs a reader more
than one that is not shown.
"""

from __future__ import annotations

import math
from typing import Final

from diptych.model.figures import FigureRelation
from diptych.model.reading import Quantity

_UNITS: Final = """
length: metre 1, millimetre .001, centimetre .01, kilometre 1000, inch .0254, foot .3048,
    yard .9144, mile 1609.344, nautical mile 1852
mass: kilogram 1, gram .001, ounce .028349523, tonne 1000, ton 1000
time: second 1, minute 60, hour 3600, day 86400, week 604800
years: month 1, year 12, decade 120, century 1200
area: square metre 1, square kilometre 1e6, square mile 2589988.11, square foot .09290304,
    hectare 10000, acre 4046.8564
volume: litre 1, cubic metre 1000, gallon 3.785, barrel 158.987
speed: kilometre an hour 1, mile an hour 1.609344, knot 1.852
energy: kilowatt hour 1, terawatt hour 1e9
power: watt 1, kilowatt 1000, megawatt 1e6, gigawatt 1e9
data: byte 1, megabyte 1e6, gigabyte 1e9, terabyte 1e12
"""
# A ton is 907, 1,000 or 1,016 kilograms: taken for a tonne, since outlets write one for the other.

ROUNDING: Final = 0.025
"""The share by which a number without "about" may differ and still be a rounding."""
_ABOUT: Final = 0.05
_NEARLY: Final = 0.1
_POINTS: Final = frozenset({"exact", "about", "nearly"})
_SAME: Final = 1e-6


def _read(table: str) -> dict[str, tuple[str, float]]:
    factors = {}
    for line in table.replace(",\n    ", ", ").strip().splitlines():
        dimension, units = line.split(": ")
        for unit in units.split(", "):
            name, factor = unit.rsplit(" ", 1)
            factors[name] = dimension, float(factor)
    return factors


_FACTORS: Final = _read(_UNITS)


def dimension(quantity: Quantity) -> str:
    """What the unit measures: "length" for miles; else the unit, empty for a bare count."""
    return _FACTORS.get(quantity.unit, (quantity.unit, 1.0))[0]


def magnitude(quantity: Quantity) -> float:
    """The value in the first unit of its dimension."""
    return quantity.value * _FACTORS.get(quantity.unit, ("", 1.0))[1]


def figure_relation(left: Quantity, right: Quantity) -> FigureRelation:
    """How two quantities of one dimension compare; the same from either side."""
    ours, theirs = magnitude(left), magnitude(right)
    are_points = {left.qualifier, right.qualifier} <= _POINTS and left.upper == right.upper is None
    if math.isclose(ours, theirs, rel_tol=_SAME) and _top(left) == _top(right):
        if left.qualifier == right.qualifier:
            return FigureRelation.EQUAL
        return FigureRelation.ROUNDED if are_points else FigureRelation.COMPATIBLE
    if are_points and _rounds(left, right):
        return FigureRelation.ROUNDED
    low, high = _range(left)
    other_low, other_high = _range(right)
    if max(low, other_low) <= min(high, other_high):
        return FigureRelation.COMPATIBLE
    return FigureRelation.CONFLICTING


def _rounds(left: Quantity, right: Quantity) -> bool:
    """Whether the coarser number is the finer one rounded."""
    apart = abs(magnitude(left) - magnitude(right))
    step = max(_step(left), _step(right))
    if apart > step / 2:
        return False
    is_rough = any(one.qualifier != "exact" for one in (left, right) if _step(one) == step)
    return is_rough or apart <= ROUNDING * max(magnitude(left), magnitude(right))


def _range(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest value that the number allows."""
    value, top = magnitude(quantity), _top(quantity)
    match quantity.qualifier:
        case "more_than" | "at_least":
            return value * (1 - ROUNDING), math.inf
        case "up_to" | "at_most" | "less_than":
            return -math.inf, top * (1 + ROUNDING)
        case "about":
            slack = max(_step(quantity) / 2, _ABOUT * value)
            return value - slack, top + slack
        case "nearly":
            return value - max(_step(quantity), _NEARLY * value), top
        case _:
            return value, top


def _top(quantity: Quantity) -> float:
    factor = _FACTORS.get(quantity.unit, ("", 1.0))[1]
    return factor * (quantity.value if quantity.upper is None else quantity.upper)


def _step(quantity: Quantity) -> float:
    """The place of the number's last digit that is not 0: 100 for 4,500, a tenth for 2.4."""
    digits = f"{abs(quantity.value):.6f}".rstrip("0")
    whole, _, decimals = digits.partition(".")
    factor = _FACTORS.get(quantity.unit, ("", 1.0))[1]
    if decimals:
        return float(factor * 10.0 ** -len(decimals))
    return float(factor * 10.0 ** (len(whole) - len(whole.rstrip("0") or "1")))
