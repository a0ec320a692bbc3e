# conformance: stderr
# warnings on stderr: the place and its line, stacklevel, once a place, a showwarning of one's own, and coroutines never awaited.
import warnings


def old(level):
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=level)


def caller():
    old(2)


old(1)
for i in range(3):
    old(2)
caller()
warnings.warn("for users")
warnings.warn("hidden", PendingDeprecationWarning)
warnings.warn("far away", stacklevel=99)
warnings.simplefilter("always")
for i in range(2):
    warnings.warn("again and again", RuntimeWarning)
warnings.warn("two\nlines")


async def never():
    pass


never()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    never()
    warnings.warn("not seen")
with warnings.catch_warnings(record=True) as caught:
    never()
print([str(w.message) for w in caught])


def own(message, category, filename, lineno, file=None, line=None):
    print("own:", message, category.__name__, lineno)


with warnings.catch_warnings():
    warnings.showwarning = own
    warnings.warn("mine")
warnings.warn("theirs")
warnings.simplefilter("error")
try:
    warnings.warn("now an error", BytesWarning)
except BytesWarning as error:
    print("caught", error)
warnings.warn("and uncaught")
