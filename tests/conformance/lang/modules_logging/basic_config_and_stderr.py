# conformance: stderr
# logging without a word of configuration, basicConfig with each keyword, errors in a handler, and the handler of last resort.
import io
import logging
import sys
import warnings

quiet = logging.getLogger("quiet")
quiet.warning("by the last resort %s", 1)
quiet.info("not shown")
logging.info("root is made ready by this")
logging.warning("and says this")
quiet.error("in the root's format")
logging.basicConfig(level=logging.DEBUG, format="ignored: root has a handler")
logging.debug("not shown")
logging.basicConfig(level="INFO", format="{levelname}/{message}", style="{", force=True)
logging.info("forced")
logging.basicConfig(stream=sys.stdout, force=True, datefmt="%Y", format="%(asctime)s %(message)s", level=5)
logging.log(5, "to stdout")
first, second = logging.StreamHandler(), logging.StreamHandler(sys.stdout)
second.setFormatter(logging.Formatter("own: %(message)s"))
logging.basicConfig(handlers=[first, second], force=True, format="shared: %(message)s")
logging.error("twice")
for kwargs in ({"stream": sys.stdout, "filename": "x"}, {"handlers": [], "stream": sys.stdout}, {"style": "?"}, {"unknown": 1}, {"level": "LOUD"}):
    try:
        logging.basicConfig(force=True, **kwargs)
    except ValueError as error:
        print(sorted(kwargs), error)
logging.basicConfig(force=True, level=logging.INFO)


def order(number):
    logging.info("too many", number)
    logging.info("%d is no number", "x")
    logging.warning("%(missing)s", {"a": 1})


order(3)
logging.raiseExceptions = False
logging.info("silently lost", 1)
logging.raiseExceptions = True
try:
    {}["k"]
except KeyError:
    logging.exception("told with its traceback")
logging.getLogger("deep.er").warning("from below", stacklevel=2)
logging.captureWarnings(True)
logging.getLogger("py.warnings").addHandler(logging.StreamHandler(sys.stdout))
warnings.warn("captured")
logging.captureWarnings(False)
warnings.warn("not captured")
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.terminator = "|"
handler.setLevel("ERROR")
logging.getLogger().addHandler(handler)
logging.warning("only on stderr")
logging.error("on both")
handler.close()
logging.shutdown()
print(repr(out.getvalue()))
logging.getLogger().handlers.clear()
logging.lastResort = None
quiet.warning("nobody at all")
quiet.warning("nobody at all, said once")
raise SystemExit("end")
