"""strptime: texts to dates by a format, for datetime and time. The locale is C's."""

import re as _re

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


def _names(names):
    return "|".join(sorted(names, key=len, reverse=True))


_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "G": r"(?P<G>\d\d\d\d)", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "Z": r"(?P<Z>utc|gmt)", "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
    "A": f"(?P<A>{_names(_DAYS)})", "a": f"(?P<a>{_names(day[:3] for day in _DAYS)})", "B": f"(?P<B>{_names(_MONTHS)})",
    "b": f"(?P<b>{_names(month[:3] for month in _MONTHS)})", "p": "(?P<p>am|pm)", "%": "%",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_compiled = {}


def _pattern(format):
    known = _compiled.get(format)
    if known is not None:
        return known
    escaped = _re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    escaped = _re.sub(r"\s+", r"\\s+", escaped)
    made, at = "", 0
    while True:
        mark = escaped.find("%", at)
        if mark < 0:
            made += escaped[at:]
            break
        made += escaped[at:mark]
        if mark + 1 >= len(escaped):
            raise ValueError(f"stray % in format '{format}'")
        letter = escaped[mark + 1]
        if letter in _WHOLE:
            made += _pattern(_WHOLE[letter]).pattern
        elif letter in _PATTERNS:
            made += _PATTERNS[letter]
        else:
            bad = "\\" if letter == "\\" else letter
            raise ValueError(f"'{bad}' is a bad directive in format '{format}'")
        at = mark + 2
    known = _compiled[format] = _re.compile(made, _re.IGNORECASE)
    return known


def _read(text, format):
    """(year, month, day, hour, minute, second, weekday, day of the year, microsecond, offset or None, zone's name or None)."""
    for at, each in enumerate((text, format)):
        if not isinstance(each, str):
            raise TypeError(f"strptime() argument {at} must be str, not {type(each)}")
    found = _pattern(format).match(text)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    said = {key: value for key, value in found.groupdict().items() if value is not None}
    year = iso_year = None
    month = day = 1
    hour = minute = second = microsecond = 0
    weekday = day_of_year = week = iso_week = offset = zone = None
    sunday_first = False
    for key, value in said.items():
        if key == "y":
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif key == "Y":
            year = int(value)
        elif key == "G":
            iso_year = int(value)
        elif key == "m":
            month = int(value)
        elif key == "B":
            month = _MONTHS.index(value.lower()) + 1
        elif key == "b":
            month = [name[:3] for name in _MONTHS].index(value.lower()) + 1
        elif key == "d":
            day = int(value)
        elif key == "H":
            hour = int(value)
        elif key == "I":
            hour = int(value) % 12
            if said.get("p", "").lower() == "pm":
                hour += 12
        elif key == "M":
            minute = int(value)
        elif key == "S":
            second = int(value)
        elif key == "f":
            microsecond = int(value.ljust(6, "0"))
        elif key == "A":
            weekday = _DAYS.index(value.lower())
        elif key == "a":
            weekday = [name[:3] for name in _DAYS].index(value.lower())
        elif key == "w":
            weekday = (int(value) - 1) % 7
        elif key == "u":
            weekday = int(value) - 1
        elif key == "j":
            day_of_year = int(value)
        elif key in ("U", "W"):
            week, sunday_first = int(value), key == "U"
        elif key == "V":
            iso_week = int(value)
        elif key == "z":
            offset = _offset(value, text)
        elif key == "Z":
            zone = value.upper()
    if iso_year is not None:
        if day_of_year is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    return _settle(year, iso_year, month, day, hour, minute, second, microsecond, weekday, day_of_year, week, iso_week, sunday_first, offset, zone)


def _settle(year, iso_year, month, day, hour, minute, second, microsecond, weekday, day_of_year, week, iso_week, sunday_first, offset, zone):
    from datetime import date

    leap_guess = year is None and month == 2 and day == 29
    if leap_guess:
        year = 1904
    elif year is None:
        year = 1900
    if day_of_year is None and weekday is not None:
        if week is not None:
            first = date(year, 1, 1).weekday()
            first, its = ((first + 1) % 7, (weekday + 1) % 7) if sunday_first else (first, weekday)
            before = (7 - first) % 7
            day_of_year = 1 + its - first if week == 0 else 1 + before + 7 * (week - 1) + its
        elif iso_week is not None:
            settled = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = settled.year, settled.month, settled.day
            day_of_year = settled.toordinal() - date(year, 1, 1).toordinal() + 1
        if day_of_year is not None and day_of_year <= 0:
            year -= 1
            day_of_year += date(year, 12, 31).toordinal() - date(year, 1, 1).toordinal() + 1
    if day_of_year is None:
        day_of_year = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        settled = date.fromordinal(day_of_year - 1 + date(year, 1, 1).toordinal())
        year, month, day = settled.year, settled.month, settled.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    return 1900 if leap_guess else year, month, day, hour, minute, second, weekday, day_of_year, microsecond, offset, zone


def _offset(value, text):
    """In microseconds."""
    if value == "Z":
        return 0
    if value[3] == ":":
        rest = value[:3] + value[4:]
        if len(rest) > 5:
            if rest[5] != ":":
                raise ValueError(f"Inconsistent use of : in {value}")
            rest = rest[:5] + rest[6:]
    else:
        rest = value
    seconds = int(rest[1:3]) * 3600 + int(rest[3:5]) * 60 + int(rest[5:7] or 0)
    offset = seconds * 1000000 + int(rest[8:].ljust(6, "0") or 0)
    return -offset if value[0] == "-" else offset


def datetime_of(cls, text, format):
    from datetime import timedelta, timezone

    parts = _read(text, format)
    zone = None
    if parts[9] is not None:
        offset = timedelta(microseconds=parts[9])
        zone = timezone(offset, parts[10]) if parts[10] else timezone(offset)
    return cls(*parts[:6], parts[8], zone) if zone is not None else cls(*parts[:6], parts[8])


def struct_of(text, format):
    import time

    parts = _read(text, format)
    return time.struct_time((*parts[:8], -1 if parts[10] is None else 0))
