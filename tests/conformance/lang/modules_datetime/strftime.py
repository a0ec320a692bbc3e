# Every directive of strftime for dates, times and aware datetimes.
import datetime as D
import time as T
from datetime import *


def t(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


d = date(2024, 2, 29)
dt = datetime(2024, 2, 29, 13, 5, 9, 123456)
tz = timezone(timedelta(hours=5, minutes=30))
a = dt.replace(tzinfo=tz)
for f in ['%Y-%m-%d %H:%M:%S','%a %A %b %B %d %e %j %U %W %w %u %V %G %y %p %I %f %z %Z %%','%c|%x|%X|%D|%F|%T','%q','%','x%']:
    for x in (d,dt,a,time(1,2,3,4)):
        t(x.strftime,f)
print(f"{dt:%H:%M} {d} {d:%d/%m}")
