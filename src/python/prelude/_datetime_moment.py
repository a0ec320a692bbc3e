"""The class datetime. It is made for the module that it completes, because each of the two needs the other's classes."""

import time as _time

from _prelude import type_name as _type_name

from _iso_times import civil, days_before_month, read_date, read_time


def make(names):
    date, time, timedelta, timezone, tzinfo_class = (names[name] for name in ("date", "time", "timedelta", "timezone", "tzinfo"))
    check_date, check_time, check_zone, check_offset, check_name = (
        names[name] for name in ("_check_date", "_check_time", "_check_zone", "_check_offset", "_check_name"))
    given, index, c_int, missing, total, zone_of = (names[name] for name in ("_given", "_index", "_c_int", "_MISSING", "_total", "_zone_of"))
    format_moment, clock_text, offset_text, class_text, argument_type = (
        names[name] for name in ("_format", "_clock_text", "_offset_text", "_class_text", "_argument_type"))
    part = names["_part"]
    day_names, month_names = names["_DAYS"], names["_MONTHS"]

    class datetime(date):
        __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")
        __module__ = "datetime"
        __qualname__ = "datetime"

        def __new__(cls, year=missing, month=missing, day=missing, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
            year, month, day = given(year, "year", 1), given(month, "month", 2), given(day, "day", 3)
            hour, minute, second, microsecond, fold = c_int(hour), c_int(minute), c_int(second), c_int(microsecond), c_int(fold)
            check_date(year, month, day)
            check_time(hour, minute, second, microsecond, fold)
            check_zone(tzinfo)
            made = object.__new__(cls)
            made._year, made._month, made._day = year, month, day
            made._hour, made._minute, made._second, made._microsecond = hour, minute, second, microsecond
            made._tzinfo, made._fold = tzinfo, fold
            return made

        # --- makers ---

        @classmethod
        def fromtimestamp(cls, timestamp, tz=None):
            check_zone(tz)
            if isinstance(timestamp, float) and timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            if isinstance(timestamp, float):
                numerator, denominator = timestamp.as_integer_ratio() if abs(timestamp) < 1e18 else (0, 1)
                if abs(timestamp) >= 1e18:
                    raise OverflowError("timestamp out of range for platform time_t")
                microseconds = names["_round_half_even"](numerator * 1000000, denominator)
            else:
                microseconds = index(timestamp) * 1000000
                if abs(microseconds) >= 2**63 * 1000000:
                    raise OverflowError("timestamp out of range for platform time_t")
            made = moment(cls, microseconds, tz)
            return made if tz is None else tz.fromutc(made)

        @classmethod
        def utcfromtimestamp(cls, timestamp):
            return cls.fromtimestamp(timestamp)

        @classmethod
        def now(cls, tz=None):
            check_zone(tz)
            made = moment(cls, _time.time_ns() // 1000, tz)
            return made if tz is None else tz.fromutc(made)

        @classmethod
        def today(cls):
            return cls.now()

        @classmethod
        def utcnow(cls):
            return cls.now()

        @classmethod
        def combine(cls, date, time, tzinfo=missing):
            if not isinstance(date, names["date"]):
                raise TypeError(f"combine() argument 1 must be datetime.date, not {argument_type(date)}")
            if not isinstance(time, names["time"]):
                raise TypeError(f"combine() argument 2 must be datetime.time, not {argument_type(time)}")
            return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                       time.tzinfo if tzinfo is missing else tzinfo, fold=time.fold)

        @classmethod
        def fromisoformat(cls, date_string):
            if not isinstance(date_string, str):
                raise TypeError("fromisoformat: argument must be str")
            found = read_moment(date_string)
            if found is None:
                raise ValueError(f"Invalid isoformat string: {date_string!r}")
            (year, month, day), (hour, minute, second, microsecond, offset) = found
            return cls(year, month, day, hour, minute, second, microsecond, zone_of(offset))

        @classmethod
        def strptime(cls, date_string, format):
            for at, each in ((1, date_string), (2, format)):
                if not isinstance(each, str):
                    raise TypeError(f"strptime() argument {at} must be str, not {argument_type(each)}")
            import _strptime

            return _strptime.datetime_of(cls, date_string, format)

        # --- parts ---

        hour = part("datetime", "hour")
        minute = part("datetime", "minute")
        second = part("datetime", "second")
        microsecond = part("datetime", "microsecond")
        tzinfo = part("datetime", "tzinfo")
        fold = part("datetime", "fold")

        def date(self):
            return date(self._year, self._month, self._day)

        def time(self):
            return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

        def timetz(self):
            return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

        def utcoffset(self):
            return None if self._tzinfo is None else check_offset(self._tzinfo.utcoffset(self), "utcoffset")

        def tzname(self):
            return None if self._tzinfo is None else check_name(self._tzinfo.tzname(self))

        def dst(self):
            return None if self._tzinfo is None else check_offset(self._tzinfo.dst(self), "dst")

        def timestamp(self):
            offset = self.utcoffset()
            microseconds = whole(self) - EPOCH - (0 if offset is None else total(offset))
            return microseconds / 1000000

        def timetuple(self):
            saving = self.dst()
            return struct(self, -1 if saving is None else 1 if saving else 0)

        def utctimetuple(self):
            offset = self.utcoffset()
            return struct(self - offset if offset else self, 0)

        def astimezone(self, tz=None):
            if tz is not None and not isinstance(tz, tzinfo_class):
                raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")
            zone = timezone(timedelta(0), "UTC") if tz is None else tz
            if self._tzinfo is zone:
                return self
            offset = self.utcoffset()
            utc = (self if offset is None else self - offset).replace(tzinfo=zone)
            return zone.fromutc(utc)

        def replace(self, year=missing, month=missing, day=missing, hour=missing, minute=missing, second=missing, microsecond=missing,
                    tzinfo=missing, *, fold=missing):
            return type(self)(self._year if year is missing else year, self._month if month is missing else month,
                              self._day if day is missing else day, self._hour if hour is missing else hour,
                              self._minute if minute is missing else minute, self._second if second is missing else second,
                              self._microsecond if microsecond is missing else microsecond, self._tzinfo if tzinfo is missing else tzinfo,
                              fold=self._fold if fold is missing else fold)

        # --- texts ---

        def isoformat(self, sep="T", timespec="auto"):
            if not isinstance(sep, str) or len(sep) != 1:
                raise TypeError(f"isoformat() argument 1 must be a unicode character, not {argument_type(sep)}")
            if not isinstance(timespec, str):
                raise TypeError(f"isoformat() argument 2 must be str, not {argument_type(timespec)}")
            return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                    f"{clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)}{offset_text(self.utcoffset())}")

        def __str__(self):
            return self.isoformat(sep=" ")

        def __repr__(self):
            parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
            if parts[-1] == 0:
                del parts[-1]
                if parts[-1] == 0:
                    del parts[-1]
            text = f"{class_text(self)}({', '.join(map(str, parts))}"
            if self._fold:
                text += ", fold=1"
            if self._tzinfo is not None:
                text += f", tzinfo={self._tzinfo!r}"
            return text + ")"

        def ctime(self):
            return (f"{day_names[self.weekday()]} {month_names[self._month - 1]} {self._day:2d} "
                    f"{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}")

        def strftime(self, format):
            if not isinstance(format, str):
                raise TypeError(f"strftime() argument 1 must be str, not {argument_type(format)}")
            return format_moment(self, format, struct(self, -1))

        # --- arithmetic ---

        def __add__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            return shifted(self, total(other))

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return shifted(self, -total(other))
            if not isinstance(other, datetime):
                return NotImplemented
            mine = its = None
            if self._tzinfo is not other._tzinfo:
                mine, its = self.utcoffset(), other.utcoffset()
            if (mine is None) != (its is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            difference = whole(self) - whole(other)
            if mine is not None:
                difference += total(its) - total(mine)
            return timedelta(microseconds=difference)

        def _compare(self, other, sign):
            if not isinstance(other, datetime):
                if isinstance(other, date):
                    if sign == "":
                        return 1
                    raise TypeError(f"can't compare {type(self).__module__}.{type(self).__name__} to {type(other).__module__}.{type(other).__name__}")
                return NotImplemented
            # datetime.c, datetime_richcompare: two of one zone are compared as they stand.
            mine = its = None
            has_other_zone = self._tzinfo is not other._tzinfo
            if has_other_zone:
                mine, its = self.utcoffset(), other.utcoffset()
            if (mine is None) != (its is None):
                if sign == "":
                    return 1
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            left, right = whole(self), whole(other)
            if mine is not None:
                left, right = left - total(mine), right - total(its)
            if sign == "" and left == right and has_other_zone and (depends_on_fold(self, mine) or depends_on_fold(other, its)):
                return 1  # PEP 495: a time that is there twice, or never, equals none of another zone
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
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            return hash((whole(self) - (0 if offset is None else total(offset)), offset is None))

    def depends_on_fold(self, offset):
        return offset is not None and self.replace(fold=1 - self._fold).utcoffset() != offset

    def whole(self):
        """In microseconds from the first day on, whatever the zone."""
        return ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60000000 + self._second * 1000000 + self._microsecond

    def moment(cls, microseconds, zone):
        days, rest = divmod(microseconds + EPOCH, 86400000000)
        if not 1 <= days <= 3652059:
            raise ValueError(f"year {civil(days)[0]} is out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return cls(*civil(days), minutes // 60, minutes % 60, second, microsecond, zone)

    def shifted(self, microseconds):
        days, rest = divmod(whole(self) + microseconds, 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, microsecond = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        return type(self)(*civil(days), minutes // 60, minutes % 60, second, microsecond, self._tzinfo)

    def struct(self, saving):
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  days_before_month(self._year, self._month) + self._day, saving))

    EPOCH = 719163 * 86400000000  # the first of January 1970

    def read_moment(text):
        for size in (10, 8, 7):
            if len(text) < size:
                continue
            day = read_date(text[:size], None)
            if day is None or size == 8 and text[4:5] == "-" and text[5:6] != "W":
                continue
            if len(text) == size:
                return day, (0, 0, 0, 0, None)
            clock = read_time(text[size + 1 :])
            if clock is not None:
                return day, clock
        return None

    datetime.min = datetime(1, 1, 1)
    datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
    datetime.resolution = timedelta.resolution
    for each in list(vars(datetime).values()):
        function = getattr(each, "__func__", each)
        if hasattr(function, "__code__"):
            function.__qualname__ = "datetime." + function.__name__  # it is not told that a function makes the class
    return datetime
