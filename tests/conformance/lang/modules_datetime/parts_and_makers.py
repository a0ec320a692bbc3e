# Ordinals, ISO weeks, tuples, combine, isoformat with a timespec, timestamps.
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
print(d.timetuple(),dt.utctimetuple(),a.utctimetuple(),d.toordinal(),d.weekday(),d.isoweekday(),d.isocalendar(),d.isocalendar().week,date.fromordinal(738000),date.fromisocalendar(2024,9,4),d.ctime(),dt.ctime())
t(date.fromisocalendar,2024,54,1)
t(date.fromisocalendar,2024,1,8)
t(date.fromordinal,0)
print(datetime.combine(d,time(1,2)),datetime.combine(d,time(1,2,tzinfo=tz)),a.timetz(),a.time(),a.date(),dt.isoformat(' ','minutes'),dt.isoformat(timespec='milliseconds'),a.isoformat(timespec='hours'),time(1,2,3,4).isoformat('seconds'))
t(dt.isoformat,timespec='x')
print(dt.timestamp(),a.timestamp(),datetime.fromtimestamp(0),datetime.fromtimestamp(1.5,tz),datetime.fromtimestamp(-1),datetime.utcfromtimestamp(1e9),date.fromtimestamp(86400*365),datetime.fromtimestamp(1700000000.123456),datetime.fromtimestamp(0.0000005),datetime.fromtimestamp(0.0000015))
t(datetime.fromtimestamp,1e20)
t(datetime.fromtimestamp,1e12)
t(datetime.fromtimestamp,'a')
t(datetime.fromtimestamp,float('nan'))
