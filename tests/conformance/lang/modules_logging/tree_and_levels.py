# logging: names make a tree, records go up it, levels are inherited, disabled ones are silent; filters and adapters.
import io
import logging
import sys


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Kept(logging.Handler):
    def __init__(self, title, level=0):
        super().__init__(level)
        self.title = title

    def emit(self, record):
        print(f"{self.title}<- {record.levelname} {record.name}: {record.getMessage()}")


deep = logging.getLogger("a.b.c")
print(deep, deep.parent, logging.getLogger("a.b.c") is deep, type(logging.root.manager.loggerDict["a.b"]).__name__)
top = logging.getLogger("a")
print(deep.parent, top.parent, [name for name in sorted(logging.root.manager.loggerDict) if name[:2] in ("a", "a.")], logging.getLogger("ab").parent.name, top.getChild("b.c") is deep)
root = logging.getLogger()
root.addHandler(Kept("root"))
top.addHandler(Kept("a", logging.ERROR))
deep.addHandler(Kept("c"))
deep.debug("too low")
deep.warning("goes up %s", 3)
deep.error("to all %(x)d", {"x": 5})
top.setLevel("DEBUG")
print(deep.getEffectiveLevel(), deep.isEnabledFor(10), deep.level, top, root, deep.hasHandlers())
deep.debug("now heard")
deep.propagate = False
deep.info("only c")
deep.setLevel(35)
deep.warning("too low again")
deep.log(36, "a level of its own")
logging.addLevelName(36, "CHATTY")
deep.log(36, "with a name")
print(deep, logging.getLevelName(36), logging.getLevelName("CHATTY"), logging.getLevelName(99), logging.getLevelName("none"))
logging.disable(logging.INFO)
top.info("disabled")
top.warning("not disabled")
logging.disable(logging.NOTSET)
top.addFilter(lambda record: "secret" not in record.getMessage())
top.warning("a secret")
top.addFilter(logging.Filter("other"))
top.warning("filtered by name")
for name in ("a", "a.b", "ab", "b"):
    print(name, logging.Filter("a").filter(logging.makeLogRecord({"name": name})))
top.filters.clear()


class Tagged(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['tag']}] {msg}", kwargs


tagged = Tagged(top, {"tag": "t1"})
tagged.info("hello %s", "you")
print(tagged, tagged.isEnabledFor(5), tagged.name)
attempt(top.setLevel, "LOUD")
attempt(top.setLevel, 2.5)
attempt(logging.getLogger, 5)
attempt(top.log, "INFO", "x")
attempt(top.info, "x", extra={"message": 1})
attempt(top.info, "x", unknown=1)
attempt(logging.Handler().emit, None)
attempt(logging.setLoggerClass, Kept)
top.disabled = True
top.critical("nobody hears")
print(logging.NullHandler(), logging.StreamHandler(sys.stdout), logging.StreamHandler(io.StringIO()), Kept("x", 30), logging.getLevelNamesMapping())
