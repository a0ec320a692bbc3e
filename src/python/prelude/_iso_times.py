"""The calendar's arithmetic, and ISO 8601 texts, for datetime. Numbers and texts only; it knows no date object."""

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LONG = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_before_year(year):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LONG[month]


def days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and is_leap(year))


def civil(ordinal):
    """(year, month, day) of the day with this number, 1 being the first of January of the year 1."""
    ordinal -= 1
    eras, ordinal = divmod(ordinal, 146097)
    centuries, ordinal = divmod(ordinal, 36524)
    fours, ordinal = divmod(ordinal, 1461)
    ones, ordinal = divmod(ordinal, 365)
    year = eras * 400 + centuries * 100 + fours * 4 + ones + 1
    if ones == 4 or centuries == 4:
        return year - 1, 12, 31
    month = ordinal // 32 + 1
    while month < 12 and days_before_month(year, month + 1) <= ordinal:
        month += 1
    return year, month, ordinal - days_before_month(year, month) + 1


def iso_week_one(year):
    """The number of the Monday on which the ISO year begins."""
    first = days_before_year(year) + 1
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _number(text):
    return int(text) if text.isascii() and text.isdigit() else None


def read_date(text, otherwise=ValueError):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]; a ValueError, or None if `otherwise` is None."""
    found = _read_date(text)
    if found is None and otherwise is not None:
        raise otherwise(text)
    return found


def _read_date(text):
    if len(text) not in (7, 8, 10):
        return None
    year = _number(text[:4])
    if year is None:
        return None
    dashed = text[4] == "-"
    at = 5 if dashed else 4
    if text[at] == "W":
        week = _number(text[at + 1 : at + 3])
        rest = text[at + 3 :]
        day = 1
        if rest:
            if dashed != (rest[0] == "-"):
                return None
            day = _number(rest[1:] if dashed else rest)
            if len(rest) != (2 if dashed else 1):
                return None
        if week is None or day is None or not 1 <= year <= 9999 or not 1 <= day <= 7:
            return None
        first = iso_week_one(year)
        if not 1 <= week <= 52 and not (week == 53 and first + 364 < iso_week_one(year + 1)):
            return None
        return civil(first + (week - 1) * 7 + day - 1)
    if len(text) != (10 if dashed else 8):
        return None
    month = _number(text[at : at + 2])
    if dashed and text[7] != "-":
        return None
    day = _number(text[8:] if dashed else text[6:])
    return None if month is None or day is None else (year, month, day)


def _read_clock(text):
    """(hour, minute, second, microsecond) of HH[:MM[:SS[.ffffff]]] or without colons, or None."""
    numbers, at, colons = [], 0, None
    while len(numbers) < 3:
        number = _number(text[at : at + 2]) if len(text) >= at + 2 else None
        if number is None:
            return None
        numbers.append(number)
        at += 2
        if at == len(text):
            return (*numbers, *([0] * (3 - len(numbers))), 0)
        if len(numbers) == 3:
            break
        if colons is None:
            colons = text[at] == ":"
        if colons:
            if text[at] != ":":
                return None
            at += 1
    if text[at] not in ".,":
        return None
    digits = text[at + 1 :]
    if not digits or not digits.isascii() or not digits.isdigit():
        return None
    return (*numbers, int(digits[:6].ljust(6, "0")))


def read_time(text):
    """(hour, minute, second, microsecond, offset) with an offset of None or (seconds, microseconds); None: no such time."""
    zone = -1
    for at, character in enumerate(text):
        if character in "+-Z":
            zone = at
            break
    clock = _read_clock(text if zone < 0 else text[:zone])
    if clock is None:
        return None
    offset = None
    if zone >= 0:
        rest = text[zone + 1 :]
        if text[zone] == "Z":
            if rest:
                return None
            offset = (0, 0)
        else:
            parts = _read_clock(rest)
            if parts is None:
                return None
            sign = -1 if text[zone] == "-" else 1
            offset = (sign * ((parts[0] * 60 + parts[1]) * 60 + parts[2]), sign * parts[3])
    return (*clock, offset)
