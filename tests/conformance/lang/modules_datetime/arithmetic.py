# Differences, sums, mixed comparisons and their errors; timedelta arithmetic.
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
print(dt-datetime(2023,1,1),d-date(2023,1,1),dt+timedelta(days=1.5),d+timedelta(hours=30),a-a.astimezone(timezone.utc),a==a.astimezone(timezone.utc))
t(lambda:dt<a)
t(lambda:dt==a)
t(lambda:dt-a)
t(lambda:d<dt)
t(lambda:dt<d)
t(lambda:d<5)
t(lambda:dt+5)
t(lambda:d-dt)
t(lambda:dt-d)
t(lambda:d==dt)
t(lambda:time(1)<time(1,tzinfo=tz))
t(lambda:timedelta(1)<5)
t(lambda:date.max+timedelta(1))
t(lambda:datetime.max+timedelta(1))
td=timedelta(days=1,hours=2,microseconds=7)
print(td*2,td/2,td//2,td*1.5,td/timedelta(hours=1),td//timedelta(hours=1),td%timedelta(hours=1),divmod(td,timedelta(hours=1)),-td,abs(-td),+td,td.total_seconds(),bool(timedelta()),td.days,td.seconds,td.microseconds,td/0.3,td*0.1)
t(lambda:td/0)
t(lambda:td//0)
t(lambda:td*'a')
t(lambda:td/timedelta())
t(lambda:td%timedelta())
