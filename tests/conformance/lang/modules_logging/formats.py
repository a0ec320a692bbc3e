# logging.Formatter: the three styles, dates on the run's clock, exceptions, stacks, records' attributes, and wrong formats.
import asyncio
import io
import logging
import sys


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


log = logging.getLogger("shop.orders")
log.propagate = False
log.setLevel(1)
handler = logging.StreamHandler(sys.stdout)
log.addHandler(handler)


def place(number):
    log.info("order %05d at %s", number, "table", extra={"who": "ann"})


formats = [
    ("%(message)s", None, "%"), ("%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(module)s|%(message)s", None, "%"),
    ("{levelname:>8} {message!r} {who}", None, "{"), ("$levelname ${message} $$", None, "$"), ("%(asctime)s %(message)s", None, "%"),
    ("%(asctime)s.%(msecs)03d %(message)s", "%H:%M:%S", "%"), ("{asctime} {msecs:.1f} {message}", "%d.%m.%Y", "{"),
    ("%(levelno)s %(threadName)s %(processName)s %(filename)s", None, "%"), ("%(created).1f %(args)s %(msg)s", None, "%"),
]


async def main():
    for text, date, style in formats:
        handler.setFormatter(logging.Formatter(text, date, style))
        place(7)
        await asyncio.sleep(61.25)
    handler.setFormatter(logging.Formatter("%(message)s %(user)s", defaults={"user": "nobody"}))
    log.info("defaults")
    log.info("defaults", extra={"user": "eve"})


asyncio.run(main())
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))


def fail():
    return [][3]


try:
    fail()
except IndexError as error:
    log.exception("it failed %d times", 2)
    log.warning("with the exception", exc_info=error)
    log.info("with the present one", exc_info=True)
log.info("without one", exc_info=True)
log.info("with the stack", stack_info=True)


class Loud(logging.Formatter):
    default_msec_format = None

    def formatException(self, ei):
        return f"<{ei[0].__name__}>"

    def format(self, record):
        record.msg = str(record.msg).upper()
        return super().format(record)


handler.setFormatter(Loud("%(asctime)s %(message)s"))
log.info("quiet")
try:
    fail()
except IndexError:
    log.exception("again")
for text, style in (("no field", "%"), ("%(x)z", "%"), ("{", "{"), ("{}", "{"), ("{a!z}", "{"), ("{a:>>x}", "{"), ("$", "$"), ("plain", "$"), ("", "%"), ("x", "&")):
    attempt(logging.Formatter, text, style=style) if text != "" else print(logging.Formatter(text, style=style)._fmt)
out = io.StringIO()
print(handler.setStream(out) is sys.stdout)
log.info("elsewhere")
print(repr(out.getvalue()))
record = logging.makeLogRecord({"msg": "a %s", "args": ("b",), "levelname": "X"})
print(record.getMessage(), logging.Formatter("%(levelname)s %(message)s").format(record), record.name, repr(logging.LogRecord("n", 10, "p.py", 3, "m", (), None)))
print(logging.BufferingFormatter(logging.Formatter("<%(message)s>")).format([record, record]))
