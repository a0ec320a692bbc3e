# Reprs, and what the constructors refuse.
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
for x in (d,dt,a,tz,timedelta(1,2,3),timedelta(-1),timedelta(hours=-1.5),time(1,2),time(1,2,3,4,tz),timezone.utc,datetime.min,datetime.max,timedelta.max,time(0,tzinfo=timezone.utc),timezone(timedelta(0),'X'),datetime(2020,1,1),datetime(2020,1,1,0,0,1),timedelta()):
    print(repr(x),str(x))
t(date,2024,13,1)
t(date,2023,2,29)
t(date,0,1,1)
t(date,10000,1,1)
t(date,'a',1,1)
t(date)
t(date,2020)
t(datetime,2020,1,1,24)
t(datetime,2020,1,1,0,60)
t(datetime,2020,1,1,0,0,60)
t(datetime,2020,1,1,0,0,0,10**6)
t(datetime,2020,1,1,tzinfo=5)
t(time,25)
t(timedelta,'a')
t(timedelta,10**9)
t(timezone,5)
t(timezone,timedelta(1))
t(timezone,timedelta(hours=1),5)
t(timedelta,float('nan'))
t(datetime,2020,1,1,fold=2)
t(date,2020,1.5,1)
