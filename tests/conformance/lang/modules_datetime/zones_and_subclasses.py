# Zones of one's own, comparison, hashing, subclasses, limits and rounding.
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
print(a.utcoffset(),a.tzname(),a.dst(),dt.utcoffset(),dt.tzname(),a.astimezone(timezone.utc),dt.astimezone(),dt.astimezone(tz),a.astimezone(timezone(timedelta(hours=-8),'PST')))
print(sorted([datetime(2020,5,1),datetime(2019,1,1)]),max(d,date(2025,1,1)),{d:1}[date(2024,2,29)],hash(a)==hash(a.astimezone(timezone.utc)),d in {d},isinstance(dt,date),tz==timezone(timedelta(hours=5,minutes=30)))
class Z(tzinfo):
    def utcoffset(self,dt): return timedelta(hours=1)
    def dst(self,dt): return timedelta(0)
    def tzname(self,dt): return 'Z1'
print(datetime(2020,1,1,tzinfo=Z()).isoformat(),datetime(2020,1,1,tzinfo=timezone.utc).astimezone(Z()))
t(tzinfo().utcoffset,None)
class MD(date):
    def hi(self): return 'hi'+str(self)
print(repr(MD(2020,1,1)),MD(2020,1,1).hi(),repr(MD(2020,1,1)+timedelta(1)),repr(MD.today()),repr(MD.fromisoformat('2020-01-01')))
print(D.MINYEAR,D.MAXYEAR,D.UTC,timedelta.min,timedelta.resolution,date.min,date.max,time.max,d.replace(day=1),dt.replace(hour=0,tzinfo=timezone.utc))
t(d.replace,month=13)
t(setattr,d,'year',5)
for x in (0.5,1.5,2.5,-0.5,1e-7,0.1+0.2):
    print(timedelta(microseconds=x),timedelta(seconds=x),timedelta(days=x))
