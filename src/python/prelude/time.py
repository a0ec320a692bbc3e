# Calendar times of the module time. The machine's zone is UTC.

tzname = ("UTC", "UTC")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_NAMES = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    def __new__(cls, sequence, dict=None):
        if not hasattr(sequence, "__len__"):
            if not hasattr(sequence, "__iter__"):
                raise TypeError("constructor requires a sequence")
            sequence = tuple(sequence)
        if not 9 <= len(sequence) <= 11:
            limit = "least 9" if len(sequence) < 9 else "most 11"
            raise TypeError(f"time.struct_time() takes an at {limit}-sequence ({len(sequence)}-sequence given)")
        return tuple.__new__(cls, sequence[:9] if len(sequence) > 9 else sequence)

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        return "time.struct_time(" + ", ".join([f"{name}={value!r}" for name, value in zip(_NAMES, self)]) + ")"


def gmtime(seconds=None):
    return struct_time(_civil(time() if seconds is None else seconds))


localtime = gmtime


def mktime(t):
    year, month, day, hour, minute, second = t[:6]
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    shifted = year - (month <= 2)
    era = shifted // 400
    of_era = shifted - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    days = era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + day_of_year - 719468
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _checked(t, function):
    """The nine numbers of a broken-down time (timemodule.c, gettmarg and checktm)."""
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, yearday, saving = t
    if month == 0 or day == 0 or yearday == 0 or weekday > 6:
        t = (year, month or 1, day or 1, hour, minute, second, weekday % 7, yearday or 1, saving)
    for value, most, words in ((t[1] - 1, 11, "month"), (t[2] - 1, 30, "day of month"), (hour, 23, "hour"), (minute, 59, "minute"),
                               (second, 61, "seconds"), (weekday + 1, weekday + 1, "day of week"), (t[7] - 1, 365, "day of year")):
        if not 0 <= value <= most:
            raise ValueError(f"{words} out of range")
    return t


def asctime(t=None):
    t = localtime() if t is None else _checked(t, "asctime")
    return f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None):
    return asctime(localtime(seconds))


def _iso_week(t):
    year, yday, wday = t[0], t[7], t[6]
    week = (yday - 1 - wday + 10) // 7
    if week < 1:
        return _iso_week(localtime(mktime((year - 1, 12, 31, 0, 0, 0))))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if week == 53 and yday + (3 - wday) > (366 if leap else 365):
        return year + 1, 1
    return year, week


def _directive(c, t):
    if c == "a": return _DAYS[t[6]][:3]
    if c == "A": return _DAYS[t[6]]
    if c == "b" or c == "h": return _MONTHS[t[1] - 1][:3]
    if c == "B": return _MONTHS[t[1] - 1]
    if c == "c": return asctime(t)
    if c == "C": return f"{t[0] // 100:02d}"
    if c == "d": return f"{t[2]:02d}"
    if c == "D" or c == "x": return f"{t[1]:02d}/{t[2]:02d}/{t[0] % 100:02d}"
    if c == "e": return f"{t[2]:2d}"
    if c == "F": return f"{t[0]}-{t[1]:02d}-{t[2]:02d}"
    if c == "G": return str(_iso_week(t)[0])
    if c == "H": return f"{t[3]:02d}"
    if c == "I": return f"{(t[3] + 11) % 12 + 1:02d}"
    if c == "j": return f"{t[7]:03d}"
    if c == "m": return f"{t[1]:02d}"
    if c == "M": return f"{t[4]:02d}"
    if c == "n": return "\n"
    if c == "p": return "AM" if t[3] < 12 else "PM"
    if c == "r": return f"{(t[3] + 11) % 12 + 1:02d}:{t[4]:02d}:{t[5]:02d} {'AM' if t[3] < 12 else 'PM'}"
    if c == "R": return f"{t[3]:02d}:{t[4]:02d}"
    if c == "s": return str(int(mktime(t)))
    if c == "S": return f"{t[5]:02d}"
    if c == "t": return "\t"
    if c == "T" or c == "X": return f"{t[3]:02d}:{t[4]:02d}:{t[5]:02d}"
    if c == "u": return str(t[6] + 1)
    if c == "U": return f"{(t[7] + 6 - (t[6] + 1) % 7) // 7:02d}"
    if c == "V": return f"{_iso_week(t)[1]:02d}"
    if c == "w": return str((t[6] + 1) % 7)
    if c == "W": return f"{(t[7] + 6 - t[6]) // 7:02d}"
    if c == "y": return f"{t[0] % 100:02d}"
    if c == "Y": return str(t[0])
    if c == "z": return "+0000"
    if c == "Z": return "UTC"
    if c == "%": return "%"
    return "%" + c


def strftime(format, t=None):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    t = localtime() if t is None else _checked(t, "strftime")
    parts = []
    at = 0
    while True:
        mark = format.find("%", at)
        if mark < 0 or mark + 1 == len(format):
            parts.append(format[at:])
            return "".join(parts)
        parts.append(format[at:mark])
        parts.append(_directive(format[mark + 1], t))
        at = mark + 2


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    import _strptime

    return _strptime.struct_of(string, format)
