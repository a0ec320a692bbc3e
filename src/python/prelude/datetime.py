"""datetime: dates and times of the proleptic Gregorian calendar, on the run's clock. The machine's zone is UTC.

Errors are in the words of CPython's C module (Modules/_datetimemodule.c)."""

import time as _time

from _prelude import named_in_full as _named_in_full, type_name as _type_name

from _iso_times import days_before_month as _days_before_month, days_before_year as _days_before_year, days_in_month as _days_in_month
from _iso_times import civil as _civil, iso_week_one as _iso_week_one, read_date as _read_date, read_time as _read_time

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_MISSING = object()
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _index(value):
    if type(value) is int:
        return value
    found = getattr(type(value), "__index__", None)
    if found is None:
        raise TypeError(f"'{_type_name(value)}' object cannot be interpreted as an integer")
    return found(value)


def _c_int(value):
    """What C reads as an int (getargs.c, format "i")."""
    value = _index(value)
    if -2147483648 <= value <= 2147483647:
        return value
    if not -9223372036854775808 <= value <= 9223372036854775807:
        raise OverflowError("Python int too large to convert to C long")
    raise OverflowError("signed integer is greater than maximum" if value > 0 else "signed integer is less than minimum")


def _part(kind, name):
    """A read-only attribute."""

    def get(self):
        return getattr(self, "_" + name)

    def set(self, value):
        raise AttributeError(f"attribute '{name}' of 'datetime.{kind}' objects is not writable")

    return property(get, set)


def _given(value, name, position):
    if value is _MISSING:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _c_int(value)


def _check_date(year, month, day):
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(zone)}'")


def _check_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


def _check_offset(offset, name):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{_type_name(offset)}'")
    if not -86400000000 < _total(offset) < 86400000000:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset._days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset._microseconds:
        text += f"{separator}{seconds:02d}"
        if offset._microseconds:
            text += f".{offset._microseconds:06d}"
    return text


def _unorderable(left, right, sign):
    raise TypeError(f"'{sign}' not supported between instances of '{_type_text(left)}' and '{_type_text(right)}'")


def _type_text(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _round_half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or 2 * rest == denominator and quotient % 2 == 1:
        quotient += 1
    return quotient


# --- durations ---


class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and microseconds == 0 == milliseconds and minutes == 0 == hours and weeks == 0:
            return _duration(cls, (days * 86400 + seconds) * 1000000)
        whole, rest = 0, 0.0
        for name, value, size in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 1000000),
                                  ("minutes", minutes, 60000000), ("hours", hours, 3600000000), ("days", days, 86400000000),
                                  ("weeks", weeks, 604800000000)):
            if isinstance(value, int):
                whole += int(value) * size
            elif isinstance(value, float):
                if value != value:
                    raise ValueError("cannot convert float NaN to integer")
                if value in (float("inf"), float("-inf")):
                    raise OverflowError("cannot convert float infinity to integer")
                part = int(value)
                whole += part * size
                scaled = (value - part) * size
                rest_part = int(scaled)
                whole += rest_part
                rest += scaled - rest_part
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_type_name(value)}")
        if rest:
            extra = round(rest)
            if abs(rest - extra) == 0.5 and (whole + extra) % 2:  # half to even, of the whole sum
                extra += 1 if rest > extra else -1
            whole += extra
        return _duration(cls, whole)

    days = _part("timedelta", "days")
    seconds = _part("timedelta", "seconds")
    microseconds = _part("timedelta", "microseconds")

    def total_seconds(self):
        return _total(self) / 1000000

    def __repr__(self):
        parts = []
        for name in ("days", "seconds", "microseconds"):
            value = getattr(self, name)
            if value:
                parts.append(f"{name}={value}")
        return f"{_class_text(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        return _duration(timedelta, _total(self) + _total(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _duration(timedelta, _total(self) - _total(other)) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _duration(timedelta, _total(other) - _total(self)) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _duration(timedelta, -_total(self))

    def __pos__(self):
        return _duration(timedelta, _total(self))

    def __abs__(self):
        return _duration(timedelta, abs(_total(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return _duration(timedelta, _total(self) * int(other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return _duration(timedelta, _round_half_even(_total(self) * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _total(self) // _total(other)
        return _duration(timedelta, _total(self) // int(other)) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _total(self) / _total(other)
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            numerator, denominator = _total(self), int(other)
        elif isinstance(other, float):
            over, under = other.as_integer_ratio()
            if over == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            numerator, denominator = _total(self) * under, over
        else:
            return NotImplemented
        if denominator < 0:
            numerator, denominator = -numerator, -denominator
        return _duration(timedelta, _round_half_even(numerator, denominator))

    def __mod__(self, other):
        return _duration(timedelta, _total(self) % _total(other)) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(_total(self), _total(other))
        return quotient, _duration(timedelta, rest)

    def __eq__(self, other):
        return _total(self) == _total(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _total(self) < _total(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _total(self) <= _total(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _total(self) > _total(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _total(self) >= _total(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _total(duration):
    return (duration._days * 86400 + duration._seconds) * 1000000 + duration._microseconds


def _duration(cls, microseconds):
    seconds, rest = divmod(microseconds, 1000000)
    days, seconds = divmod(seconds, 86400)
    if not -999999999 <= days <= 999999999:
        if not -2147483648 <= days <= 2147483647:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    made = object.__new__(cls)
    made._days, made._seconds, made._microseconds = days, seconds, rest
    return made


def _class_text(value):
    cls = type(value)
    return cls.__name__ if cls.__module__ == "__main__" else f"{cls.__module__}.{cls.__qualname__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# --- zones ---


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=_MISSING, name=_MISSING):
        if offset is _MISSING:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_argument_type(offset)}")
        if name is _MISSING:
            if not offset:
                return timezone.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_argument_type(name)}")
        if not -86400000000 < _total(offset) < 86400000000:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}.")
        return _make_zone(cls, offset, name)

    def utcoffset(self, dt):
        _check_zone_argument(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        _check_zone_argument(dt, "tzname")
        if self._name is not None:
            return self._name
        return f"UTC{_offset_text(self._offset)}" if self._offset else "UTC"

    def dst(self, dt):
        _check_zone_argument(dt, "dst")
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_class_text(self)}({self._offset!r})"
        return f"{_class_text(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _argument_type(value):
    return "None" if value is None else _type_name(value)


def _check_zone_argument(dt, name):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_type_name(dt)}")


def _make_zone(cls, offset, name):
    made = object.__new__(cls)
    made._offset, made._name = offset, name
    return made


timezone.utc = UTC = _make_zone(timezone, timedelta(0), None)
timezone.min = _make_zone(timezone, -timedelta(hours=23, minutes=59), None)
timezone.max = _make_zone(timezone, timedelta(hours=23, minutes=59), None)


# --- dates ---


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        year, month, day = _given(year, "year", 1), _given(month, "month", 2), _given(day, "day", 3)
        _check_date(year, month, day)
        made = object.__new__(cls)
        made._year, made._month, made._day = year, month, day
        return made

    @classmethod
    def fromtimestamp(cls, timestamp):
        parts = _time.localtime(timestamp)
        if not 1 <= parts[0] <= 9999:
            raise ValueError(f"year {parts[0]} is out of range")
        return cls(parts[0], parts[1], parts[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal):
        ordinal = _c_int(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > 3652059:
            raise ValueError(f"year {_civil(3652060)[0]} is out of range" if ordinal < 3652425 else "year is out of range")
        return cls(*_civil(ordinal))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_read_date(date_string))
        except ValueError as error:
            wrong = error
        if _read_date(date_string, None) is None:
            wrong = ValueError(f"Invalid isoformat string: {date_string!r}")  # C's: it knows nothing of the other
        try:
            raise wrong
        finally:
            del wrong  # no circle with the traceback

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, week, day = _index(year), _index(week), _index(day)
        if not all([-2147483648 <= part <= 2147483647 for part in (year, week, day)]):
            raise ValueError("ISO calendar component out of range")
        if not 1 <= year <= 9999:
            raise ValueError(f"Year is out of range: {year}")
        first = _iso_week_one(year)
        if not 1 <= week <= 52 and not (week == 53 and first + 364 < _iso_week_one(year + 1)):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls.fromordinal(first + (week - 1) * 7 + day - 1)

    year = _part("date", "year")
    month = _part("date", "month")
    day = _part("date", "day")

    def toordinal(self):
        return _days_before_year(self._year) + _days_before_month(self._year, self._month) + self._day

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year, today = self._year, self.toordinal()
        first = _iso_week_one(year)
        if today < first:
            year -= 1
            first = _iso_week_one(year)
        elif today >= _iso_week_one(year + 1):
            year += 1
            first = _iso_week_one(year)
        week, day = divmod(today - first, 7)
        return IsoCalendarDate((year, week + 1, day + 1))

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, -1))

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING):
        return type(self)(self._year if year is _MISSING else year, self._month if month is _MISSING else month,
                          self._day if day is _MISSING else day)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_class_text(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_argument_type(format)}")
        return _format(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_argument_type(format)}")
        return self.strftime(format) if format else str(self)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _date_of(type(self), self.toordinal() + other._days)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _date_of(type(self), self.toordinal() - other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _compared(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._compared(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._compared(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._compared(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._compared(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._compared(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _date_of(cls, ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    return cls(*_civil(ordinal))


def _format(moment, format, parts):
    """strftime with what the C library's does not know: %f, %z, %Z."""
    made, at = [], 0
    while True:
        mark = format.find("%", at)
        if mark < 0 or mark + 1 >= len(format):
            made.append(format[at:])
            return _time.strftime("".join(made), parts)
        made.append(format[at:mark])
        letter = format[mark + 1]
        at = mark + 2
        if letter == "f":
            made.append(f"{getattr(moment, 'microsecond', 0):06d}")
        elif letter == "z":
            made.append(_offset_text(moment.utcoffset(), "") if hasattr(moment, "utcoffset") else "")
        elif letter == "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            made.append((name or "").replace("%", "%%"))
        else:
            made.append("%" + letter)


# --- times of day ---


class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond, fold = _c_int(hour), _c_int(minute), _c_int(second), _c_int(microsecond), _c_int(fold)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        made = object.__new__(cls)
        made._hour, made._minute, made._second, made._microsecond, made._tzinfo, made._fold = hour, minute, second, microsecond, tzinfo, fold
        return made

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _read_time(time_string[1:] if time_string[:1] == "T" else time_string)
        if found is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        hour, minute, second, microsecond, offset = found
        return cls(hour, minute, second, microsecond, _zone_of(offset))

    hour = _part("time", "hour")
    minute = _part("time", "minute")
    second = _part("time", "second")
    microsecond = _part("time", "microsecond")
    tzinfo = _part("time", "tzinfo")
    fold = _part("time", "fold")

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset(self._tzinfo.utcoffset(None), "utcoffset")

    def tzname(self):
        return None if self._tzinfo is None else _check_name(self._tzinfo.tzname(None))

    def dst(self):
        return None if self._tzinfo is None else _check_offset(self._tzinfo.dst(None), "dst")

    def isoformat(self, timespec="auto"):
        if not isinstance(timespec, str):
            raise TypeError(f"isoformat() argument 1 must be str, not {_argument_type(timespec)}")
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        text = f"{_class_text(self)}({self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
            if self._microsecond:
                text += f", {self._microsecond}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {_argument_type(format)}")
        return _format(self, format, _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_argument_type(format)}")
        return self.strftime(format) if format else str(self)

    def replace(self, hour=_MISSING, minute=_MISSING, second=_MISSING, microsecond=_MISSING, tzinfo=_MISSING, *, fold=_MISSING):
        return type(self)(self._hour if hour is _MISSING else hour, self._minute if minute is _MISSING else minute,
                          self._second if second is _MISSING else second, self._microsecond if microsecond is _MISSING else microsecond,
                          self._tzinfo if tzinfo is _MISSING else tzinfo, fold=self._fold if fold is _MISSING else fold)

    def _key(self, offset):
        """In microseconds, of UTC where the time knows its offset."""
        own = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return own if offset is None else own - _total(offset)

    def _compare(self, other, sign):
        """(-1, 0 or 1) or NotImplemented; the empty sign is ==."""
        if not isinstance(other, time):
            return NotImplemented
        mine = its = None
        if self._tzinfo is not other._tzinfo:
            mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            if sign == "":
                return 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        left, right = self._key(mine), other._key(its)
        return (left > right) - (left < right)

    def __eq__(self, other):
        order = self._compare(other, "")
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._compare(other, "<")
        return order if order is NotImplemented else order < 0

    def __le__(self, other):
        order = self._compare(other, "<=")
        return order if order is NotImplemented else order <= 0

    def __gt__(self, other):
        order = self._compare(other, ">")
        return order if order is NotImplemented else order > 0

    def __ge__(self, other):
        order = self._compare(other, ">=")
        return order if order is NotImplemented else order >= 0

    def __hash__(self):
        return hash((self._key(self.utcoffset()), self._tzinfo is None))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    raise ValueError("Unknown timespec value")


def _zone_of(offset):
    """offset: None, or (seconds, microseconds) from UTC."""
    if offset is None:
        return None
    return timezone.utc if offset == (0, 0) else timezone(timedelta(seconds=offset[0], microseconds=offset[1]))


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta.resolution

from _datetime_moment import make as _make_datetime

datetime = _make_datetime(globals())
for _class in (date, datetime, time, timedelta, timezone, tzinfo, IsoCalendarDate):
    _named_in_full(_class)
