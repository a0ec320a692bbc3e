# typing: Annotated, Optional and their like with parameters put in, and with too many.
from typing import *
T = TypeVar("T")
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(Annotated[List[T], "m"][int], Annotated[T, 1, 2][str].__metadata__, Annotated[Dict[str, T], "k"].__parameters__)
for s in (Optional, ClassVar, Final, Required, NotRequired, TypeGuard):
    t(lambda: s[int, str])
t(lambda: Optional[()])
print(Optional[int], ClassVar[int], Final[List[int]])
