# asyncio.sleep() gives a coroutine object: driven by hand it yields; it can be closed, thrown into, and used once.
import asyncio
import inspect

print(inspect.iscoroutinefunction(asyncio.sleep), asyncio.iscoroutinefunction(asyncio.sleep), asyncio.sleep.__name__)
nap = asyncio.sleep(0, "rested")
print(inspect.iscoroutine(nap), asyncio.iscoroutine(nap), nap.__name__, nap.__qualname__)
print(nap.send(None))
try:
    nap.send(None)
except StopIteration as stop:
    print("result", stop.value)
try:
    nap.send(None)
except RuntimeError as error:
    print(error)

nap = asyncio.sleep(0)
try:
    nap.send(1)
except TypeError as error:
    print(error)
nap.send(None)
try:
    nap.throw(KeyError("x"))
except KeyError as error:
    print("thrown through", error)

nap = asyncio.sleep(0)
nap.send(None)
nap.close()
nap.close()
try:
    asyncio.sleep(1).send(None)
except RuntimeError as error:
    print(error)
asyncio.sleep(1).close()
