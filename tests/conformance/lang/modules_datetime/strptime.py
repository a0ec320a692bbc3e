# strptime with every directive, and its complaints.
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
for s,f in [('2024-02-29','%Y-%m-%d'),('29/Feb/2024:13:05:09 +0530','%d/%b/%Y:%H:%M:%S %z'),('1 January 99','%d %B %y'),('12:30 PM','%I:%M %p'),('12:30 am','%I:%M %p'),('abc','%Y'),('2024x','%Y'),('2024','%Q'),('2024','%'),('60','%j'),('2024 60','%Y %j'),('Feb 29','%b %d'),('2024 09 4','%G %V %u'),('2024 9 Thu','%Y %W %a'),('2024 9 Thu','%Y %U %a'),('10:11:12.5','%H:%M:%S.%f'),('Z','%z'),('+05:30','%z'),('UTC','%Z'),('Thu Feb 29 13:05:09 2024','%c'),('2024-02-30','%Y-%m-%d'),('2024 9','%G %V')]:
    t(datetime.strptime,s,f)
print(T.strptime('2024-02-29','%Y-%m-%d'))
