"""What C makes and Python does not see into is refused by copy; what is remade from its parts is not."""
import copy, re, hashlib, collections, asyncio, contextvars, random, threading, queue, types, weakref, functools, operator, datetime, io, itertools, string, enum
async def coro(): pass
class A: pass
a = A()
things = {
 "pattern": re.compile("a"), "match": re.match("a", "a"), "md5": hashlib.md5(b"x"), "deque": collections.deque([1,[2]], 3), "counter": collections.Counter("aab"), "defaultdict": collections.defaultdict(list, {1:[2]}), "ordered": collections.OrderedDict(a=1),
 "var": contextvars.ContextVar("v"), "ctx": contextvars.copy_context(), "random": random.Random(3), "ns": types.SimpleNamespace(a=[1]), "mp": types.MappingProxyType({1:2}),
 "ref": weakref.ref(a), "partial": functools.partial(int, base=2), "attrgetter": operator.attrgetter("a"), "itemgetter": operator.itemgetter(1), "methodcaller": operator.methodcaller("x", 1), "sio": io.StringIO("abc"),
 "gen": (x for x in "a"), "cell": (lambda: a).__closure__, "alias": list[int], "union": int | str, "module": copy, "code": coro.__code__, "staticm": staticmethod(coro), "prop": property(coro), "slice": slice(1,2), "bmethod": [].append, "lru": functools.lru_cache(coro), "chainmap": collections.ChainMap({1:[2]}), "userdict": collections.UserDict({1:[2]}), "template": string.Template("$x"), "exc": ValueError(1,[2]), "eg": ExceptionGroup("m",[ValueError(1)]), "enum": enum.Enum("E","A B").A, "itself": copy.copy, "mvd": dict.fromkeys, "member": types.MemberDescriptorType, "tz": datetime.timezone.utc,
}
for n, x in things.items():
    for f in (copy.copy, copy.deepcopy):
        try:
            c = f(x)
            print(n, f.__name__, type(c).__name__, c is x)
        except Exception as e: print(n, f.__name__, type(e).__name__, e)
c = coro()
for f in (copy.copy, copy.deepcopy):
    for x in (c, asyncio.Lock(), asyncio.Event(), asyncio.Queue(), asyncio.Semaphore(2)):
        try: print(f.__name__, type(f(x)).__name__)
        except Exception as e: print(f.__name__, type(e).__name__, e)
c.close()
async def main():
    t = asyncio.create_task(asyncio.sleep(0)); fu = asyncio.get_running_loop().create_future()
    for x in (t, fu):
        try: print(copy.copy(x))
        except Exception as e: print(type(e).__name__, e)
    await t
asyncio.run(main())
import operator
caller = copy.copy(operator.methodcaller("split", "-", maxsplit=1))
print(caller("a-b-c"), copy.deepcopy(operator.methodcaller("upper"))("x"))
