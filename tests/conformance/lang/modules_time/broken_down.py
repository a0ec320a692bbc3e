# struct_time from seconds and back: fields by name and number, strftime's directives, strptime, and what they refuse.
import time

moment = time.gmtime(86400 * 365.25 * 10)
print(moment)
print(moment.tm_year, moment[1], moment.tm_wday, moment.tm_yday, len(moment), tuple(moment)[:3], moment[-1])
print(time.asctime(moment), time.gmtime(0) < moment, time.gmtime(0) == time.gmtime(0.9))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %A %a %B %b %d %y %p %I %U %w %W %% %e %D %T %R", moment))
print(repr(time.strftime("", moment)), time.strftime("no directive", moment))
print(time.strptime("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("Thu Jan  1 00:00:00 1970"))
for text, form in (("2023-02-29", "%Y-%m-%d"), ("x", "%Y"), ("2020", "%Q"), ("2020 ", "%Y"), ("20", "%"), ("", "%d")):
    try:
        print(time.strptime(text, form))
    except ValueError as error:
        print(error)
print(time.struct_time(range(9)))
for bad in ((1, 2), range(20), 5):
    try:
        time.struct_time(bad)
    except TypeError as error:
        print(error)
for bad in (((1, 2, 3),), (5,), ("x",)):
    try:
        print(time.asctime(*bad))
    except TypeError as error:
        print(error)
for bad in ((2020, 13, 1, 0, 0, 0, 0, 1, 0), (2020, 1, 32, 0, 0, 0, 0, 1, 0), (2020, 1, 1, 24, 0, 0, 0, 1, 0), (2020, 1, 1, 0, 0, 62, 0, 1, 0), (2020, 1, 1, 0, 0, 0, 0, 367, 0)):
    try:
        time.strftime("%Y", bad)
    except ValueError as error:
        print(error)
match moment:
    case time.struct_time(tm_year=year):
        print("matched", year)
