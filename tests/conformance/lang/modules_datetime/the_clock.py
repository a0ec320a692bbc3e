# now, utcnow and today follow the run's clock.
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
print(datetime.now(),datetime.utcnow(),datetime.today(),date.today(),datetime.now(timezone.utc),datetime.now(tz))
T.sleep(1.25)
print(datetime.now(),datetime.now(timezone.utc).isoformat())
