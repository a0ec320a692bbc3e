# A failed task holds its exception, that its traceback, and that the frames with their locals: they go with the task, the innermost first.
import asyncio
class D:
    def __init__(self,n): self.n=n
    def __del__(self): print('gone', self.n)
async def w(n):
    d = D(n)
    await asyncio.sleep(0)
    raise ValueError(n)
def sub():
    d = D('sub')
    next(iter(()))
async def v(n):
    d = D(n)
    sub()
async def outer(n):
    d = D('o%d' % n)
    await asyncio.gather(w(n), asyncio.sleep(0))
async def outer2(n):
    d = D('p%d' % n)
    await asyncio.gather(v(n), asyncio.sleep(0))
async def main():
    t = asyncio.create_task(w(1))
    try: await t
    except ValueError: pass
    print('caught 1'); del t; print('deleted 1')
    t = asyncio.create_task(outer(3))
    try: await t
    except ValueError: pass
    print('caught 3'); del t; print('deleted 3')
    t = asyncio.create_task(v(4))
    try: await t
    except RuntimeError: pass
    print('caught 4'); del t; print('deleted 4')
    t = asyncio.create_task(outer2(5))
    try: await t
    except RuntimeError: pass
    print('caught 5'); del t; print('deleted 5')
    try: await outer2(6)
    except RuntimeError: pass
    print('caught 6')
    r = await asyncio.gather(w(7), v(8), return_exceptions=True)
    print(r); del r
    print('main over')
asyncio.run(main())
print('end')
