# What fromisoformat takes and refuses: dates, weeks, times, offsets.
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
for s in ['2024-02-29','20240229','2024-W09-4','2024W094','2024-W09','2024-2-29','2024-02-30','2024-02-29T10','','abc','2024-13-01','2024-02-29 10:11','2024-02-29T10:11:12','2024-02-29T10:11:12.5','2024-02-29T10:11:12.123456789','2024-02-29T101112','2024-02-29T10:11Z','2024-02-29T10:11:12+05:30','2024-02-29T10:11:12-0530','2024-02-29T10:11:12+05:30:15','2024-02-29T25:00','2024-02-29T10:1','2024-02-29x10:11','20240229T101112','2024-W09-4T10:11','2024-02-29T10:11:12,123','2024-02-29T','2024-02-29T10:11:12+','2024-02-29T10:11:12+25:00','2024-W54-1','2024-02-29T10:60']:
    t(date.fromisoformat,s);t(datetime.fromisoformat,s)
for s in ['10','10:11','101112','10:11:12.5','T10:11','10:11Z','10:11+01','24:00','10:','10:11:12.']:
    t(time.fromisoformat,s)
t(date.fromisoformat,5)
