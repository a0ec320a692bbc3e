"""Validators of the standard library's types: dates and times, UUIDs, decimals, paths. Imported only when a model names one."""

import sys as _sys

import pydantic._schema as _schema
from pydantic._errors import Invalid, invalid

_cache = {}


def validators():
    """type -> validator, for the types of those modules that the program has imported."""
    if "datetime" in _sys.modules and "datetime" not in _cache:
        import datetime

        _cache["datetime"] = {datetime.datetime: _datetime, datetime.date: _date, datetime.time: _time, datetime.timedelta: _timedelta}
    if "uuid" in _sys.modules and "uuid" not in _cache:
        import uuid

        _cache["uuid"] = {uuid.UUID: _uuid}
    if "decimal" in _sys.modules and "decimal" not in _cache:
        import decimal

        _cache["decimal"] = {decimal.Decimal: _decimal}
    if "pathlib" in _sys.modules and "pathlib" not in _cache:
        import pathlib

        _cache["pathlib"] = {pathlib.Path: _path, pathlib.PurePath: _path}
    found = {}
    for table in _cache.values():
        found.update(table)
    return found


# --- dates: speedate's grammar and words (the crate that pydantic-core reads dates with) ---


class _Malformed(Exception):
    pass


def _digits(text, at, count, problem):
    part = text[at : at + count]
    if len(part) < count:
        raise _Malformed("input is too short")
    if not (part.isascii() and part.isdigit()):
        raise _Malformed(problem)
    return int(part)


def _separator(text, at, wanted, problem):
    if at >= len(text):
        raise _Malformed("input is too short")
    if text[at] not in wanted:
        raise _Malformed(problem)


def _date_parts(text):
    year = _digits(text, 0, 4, "invalid character in year")
    _separator(text, 4, "-", "invalid date separator, expected `-`")
    month = _digits(text, 5, 2, "invalid character in month")
    _separator(text, 7, "-", "invalid date separator, expected `-`")
    day = _digits(text, 8, 2, "invalid character in day")
    if not 1 <= month <= 12:
        raise _Malformed("month value is outside expected range of 1-12")
    long = 31 if month in (1, 3, 5, 7, 8, 10, 12) else 30
    if month == 2:
        long = 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    if not 1 <= day <= long:
        raise _Malformed("day value is outside expected range")
    return year, month, day


def _time_parts(text, at):
    """hour, minute, second, microsecond, zone offset in seconds or None, from `at` to the text's end."""
    hour = _digits(text, at, 2, "invalid character in hour")
    _separator(text, at + 2, ":", "invalid time separator, expected `:`")
    minute = _digits(text, at + 3, 2, "invalid character in minute")
    if hour > 23:
        raise _Malformed("hour value is outside expected range of 0-23")
    if minute > 59:
        raise _Malformed("minute value is outside expected range of 0-59")
    at += 5
    second = microsecond = 0
    if text[at : at + 1] == ":":
        second = _digits(text, at + 1, 2, "invalid character in second")
        if second > 59:
            raise _Malformed("second value is outside expected range of 0-59")
        at += 3
        if text[at : at + 1] in (".", ",") and at < len(text):
            at += 1
            start = at
            while at < len(text) and text[at].isdigit():
                at += 1
            if at == start:
                raise _Malformed("second fraction value is shorter than 1 digit")
            if at - start > 9:
                raise _Malformed("second fraction value is more than 6 digits long")
            microsecond = int(text[start:at][:6].ljust(6, "0"))
    zone = None
    if at < len(text):
        sign = text[at]
        if sign in "Zz":
            zone, at = 0, at + 1
        elif sign in "+-":
            hours = _digits(text, at + 1, 2, "invalid timezone hour")
            at += 3
            if text[at : at + 1] == ":":
                at += 1
            minutes = _digits(text, at, 2, "invalid timezone minute")
            at += 2
            zone = (hours * 3600 + minutes * 60) * (-1 if sign == "-" else 1)
        else:
            raise _Malformed("invalid timezone sign")
        if at < len(text):
            raise _Malformed("unexpected extra characters at the end of the input")
    return hour, minute, second, microsecond, zone


def _zone(offset):
    import datetime

    if offset is None:
        return None
    return datetime.timezone.utc if offset == 0 else datetime.timezone(datetime.timedelta(seconds=offset))


def _unix(value):
    import datetime

    seconds = value / 1000 if abs(value) > 2e10 else value  # beyond the year 2603 in seconds, milliseconds are meant
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def _number_in(text):
    try:
        return float(text)
    except ValueError:
        return None


def _is_refused(value):
    """Whether it is nothing to convert: a bool never is, and under strict rules JSON's texts alone are."""
    return isinstance(value, bool) or _schema.strict_of == "python" or _schema.strict_of is not None and not isinstance(value, str)


def _datetime(value):
    import datetime

    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date) and _schema.strict_of is None:
        return datetime.datetime(value.year, value.month, value.day)
    if _is_refused(value) or not isinstance(value, (str, bytes, int, float)):
        raise invalid("datetime_type", "Input should be a valid datetime", value)
    if isinstance(value, (int, float)):
        return _unix(value)
    text = (value.decode() if isinstance(value, bytes) else value).strip()
    number = _number_in(text)
    if number is not None:
        return _unix(number)
    try:
        year, month, day = _date_parts(text)
        if len(text) == 10:
            return datetime.datetime(year, month, day)
        _separator(text, 10, "Tt _", "invalid datetime separator, expected `T`, `t`, `_` or space")
        hour, minute, second, microsecond, zone = _time_parts(text, 11)
        return datetime.datetime(year, month, day, hour, minute, second, microsecond, _zone(zone))
    except _Malformed as problem:
        words = str(problem)
        if len(text) <= 10:
            raise invalid("datetime_from_date_parsing", f"Input should be a valid datetime or date, {words}", value, {"error": words}) from None
        raise invalid("datetime_parsing", f"Input should be a valid datetime, {words}", value, {"error": words}) from None


def _date(value):
    import datetime

    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            raise invalid("date_from_datetime_inexact", "Datetimes provided to dates should have zero time - e.g. be exact dates", value)
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if _is_refused(value) or not isinstance(value, (str, bytes, int, float)):
        raise invalid("date_type", "Input should be a valid date", value)
    text = (value.decode() if isinstance(value, bytes) else value).strip() if isinstance(value, (str, bytes)) else None
    try:
        if text is not None and len(text) == 10 and _number_in(text) is None:
            return datetime.date(*_date_parts(text))
        moment = _datetime(value)
    except _Malformed as problem:
        words = str(problem)
        raise invalid("date_from_datetime_parsing", f"Input should be a valid date or datetime, {words}", value, {"error": words}) from None
    except Invalid as error:
        words = error.lines[0]["ctx"]["error"]
        raise invalid("date_from_datetime_parsing", f"Input should be a valid date or datetime, {words}", value, {"error": words}) from None
    if (moment.hour, moment.minute, moment.second, moment.microsecond) != (0, 0, 0, 0):
        raise invalid("date_from_datetime_inexact", "Datetimes provided to dates should have zero time - e.g. be exact dates", value)
    return moment.date()


def _time(value):
    import datetime

    if isinstance(value, datetime.time):
        return value
    if _is_refused(value) or not isinstance(value, (str, bytes, int, float)):
        raise invalid("time_type", "Input should be in a valid time format", value)
    if isinstance(value, (int, float)):
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=value)).time()
    text = value.decode() if isinstance(value, bytes) else value
    try:
        hour, minute, second, microsecond, zone = _time_parts(text.strip(), 0)
    except _Malformed as problem:
        raise invalid("time_parsing", f"Input should be in a valid time format, {problem}", value, {"error": str(problem)}) from None
    return datetime.time(hour, minute, second, microsecond, _zone(zone))


def _timedelta(value):
    import datetime

    if isinstance(value, datetime.timedelta):
        return value
    if _is_refused(value) or not isinstance(value, (str, bytes, int, float)):
        raise invalid("time_delta_type", "Input should be a valid timedelta", value)
    if isinstance(value, (int, float)):
        return datetime.timedelta(seconds=value)
    text = (value.decode() if isinstance(value, bytes) else value).strip()
    number = _number_in(text)
    if number is not None:
        return datetime.timedelta(seconds=number)
    found = _iso_duration(text) if text.lstrip("+-")[:1] == "P" else _clock_duration(text)
    if found is None:
        words = "input is too short" if len(text) < 2 else "invalid digit in duration"
        raise invalid("time_delta_parsing", f"Input should be a valid timedelta, {words}", value, {"error": words})
    return found


def _iso_duration(text):
    import datetime

    sign = -1 if text[0] == "-" else 1
    body = text.lstrip("+-")[1:]
    units = {"D": 86400, "W": 604800, "H": 3600, "S": 1}
    total, number, in_time = 0.0, "", False
    for character in body:
        if character == "T":
            in_time = True
        elif character.isdigit() or character in ".,":
            number += character.replace(",", ".")
        else:
            unit = {"M": 60} if in_time else {"M": 2592000, "Y": 31536000}
            size = units.get(character) or unit.get(character)
            if size is None or not number:
                return None
            total += float(number) * size
            number = ""
    return None if number else datetime.timedelta(seconds=sign * total)


def _clock_duration(text):
    import datetime

    days = 0
    rest = text
    if " " in text:
        first, _, rest = text.partition(" ")
        if rest.startswith("day"):
            rest = rest.partition(" ")[2] or "00:00"
        if not first.lstrip("+-").isdigit():
            return None
        days = int(first)
    parts = rest.lstrip("+-").split(":")
    if len(parts) not in (2, 3):
        return None
    try:
        hours, minutes, seconds = int(parts[0]), int(parts[1]), float(parts[2]) if len(parts) == 3 else 0.0
    except ValueError:
        return None
    sign = -1 if rest[:1] == "-" else 1
    return datetime.timedelta(days=days) + sign * datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)


# --- the others ---


def _uuid(value):
    import uuid

    if isinstance(value, uuid.UUID):
        return value
    if _schema.strict_of == "python":
        raise invalid("is_instance_of", "Input should be an instance of UUID", value, {"class": "UUID"})
    if not isinstance(value, (str, bytes)):
        raise invalid("uuid_type", "UUID input should be a string, bytes or UUID object", value)
    text = value.decode() if isinstance(value, bytes) else value
    words = _uuid_problem(text)
    if words is not None:
        raise invalid("uuid_parsing", f"Input should be a valid UUID, {words}", value, {"error": words})
    return uuid.UUID(text)


def _uuid_problem(text):
    """What the Rust crate uuid says of a text that is no UUID (its parser's error.rs)."""
    body = text
    if text.startswith("urn:uuid:"):
        body = text[9:]
    elif text[:1] == "{" and text[-1:] == "}":
        body = text[1:-1]
    offset = text.index(body) if body else 0
    for at, character in enumerate(body):
        if character not in "0123456789abcdefABCDEF-":
            return f"invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `{character}` at {offset + at + 1}"
    groups = body.split("-")
    if len(groups) == 1:
        if len(body) != 32:
            return f"invalid length: expected length 32 for simple format, found {len(body)}"
        return None
    if len(groups) != 5:
        return f"invalid group count: expected 5, found {len(groups)}"
    for number, (group, size) in enumerate(zip(groups, (8, 4, 4, 4, 12))):
        if len(group) != size:
            return f"invalid group length in group {number}: expected {size}, found {len(group)}"
    return None


def _decimal(value):
    import decimal

    if isinstance(value, decimal.Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise invalid("decimal_type", "Decimal input should be an integer, float, string or Decimal object", value)
    try:
        return decimal.Decimal(str(value))
    except decimal.InvalidOperation:
        raise invalid("decimal_parsing", "Input should be a valid decimal", value) from None


def _path(value):
    import pathlib

    if isinstance(value, pathlib.PurePath):
        return value
    if not isinstance(value, str):
        raise invalid("path_type", "Input is not a valid path", value)
    return pathlib.Path(value)
