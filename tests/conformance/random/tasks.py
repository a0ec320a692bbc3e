"""Random asyncio programs: tasks that sleep, wait for locks, events, queues and one another, are cancelled and time out.

What a program prints says who did what, and when; nothing in it hangs on the order of a set or on an address. All delays are of a
small grid, so that much falls due at the same instant: the order of such things is what is tested.
"""

import random

DELAYS = ("0", "0", "0", "0.1", "0.1", "0.2", "0.3", "0.5", "1", "-1")
PAUSES = ("0", "0.1", "0.1", "0.2", "0.3", "0.5", "1")  # of time.sleep(): never negative
HEAD = '''import asyncio
import contextlib
import contextvars
import itertools
import time

var = contextvars.ContextVar("var", default="-")
numbers = itertools.count()
made = []


def log(*words):
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    print(f"{loop.time():g}", task.get_name() if task else "-", *words)


def told(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}{[told(each) for each in error.exceptions]}"
    return f"{type(error).__name__}{error.args}"


def state(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    error = future.exception()
    return told(error) if error is not None else f"result {future.result()}"


def start(coroutine, name=None):
    if next(numbers) > 30:
        coroutine.close()
        coroutine = asyncio.sleep(0, "too many")
    task = asyncio.create_task(coroutine, name=name)
    made.append(task)
    return task


def work(pause, number):
    before = time.monotonic()
    time.sleep(pause)
    if number == 7:
        raise ValueError("seven")
    return f"thread {number} {var.get()} {time.monotonic() - before:g}"


@contextlib.asynccontextmanager
async def room(name, pause):
    log("enters", name)
    await asyncio.sleep(pause)
    try:
        yield name
    except KeyError as error:
        log("room keeps", error.args)
    finally:
        log("leaves", name)
        await asyncio.sleep(pause)


def heard(what):
    return lambda future: log("hears", what, state(future))
'''


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.workers = self.random.randint(2, 4)
        self.budget = self.random.randint(25, 70)
        self.names = 0

    # --- small choices ---

    def chance(self, share):
        return self.random.random() < share

    def delay(self):
        return self.random.choice(DELAYS)

    def name(self, start):
        self.names += 1
        return f"{start}{self.names}"

    def worker(self, above):
        """A call of a worker whose number is higher: calls never go round in circles."""
        if above >= self.workers - 1:
            return f"asyncio.sleep({self.delay()}, {self.random.randint(0, 9)})"
        return f"worker{self.random.randint(above + 1, self.workers - 1)}()"

    def awaitable(self, above):
        kind = self.random.randint(0, 9)
        if kind == 7:
            return f"asyncio.to_thread(work, {self.random.choice(PAUSES)}, {self.random.randint(0, 9)})"
        if kind == 8:
            return self.random.choice(["lock.acquire()", "condition.acquire()", "queue.join()", "barrier.wait()", "collected(2, 0.1)"])
        if kind == 9 or kind <= 2:
            return self.worker(above)
        if kind == 3:
            return f"asyncio.sleep({self.delay()}, {self.random.randint(0, 9)})"
        if kind == 4:
            return "event.wait()"
        if kind == 5:
            return "queue.get()"
        return f"queue.put({self.random.randint(0, 9)})"

    def task(self):
        return f"made[{self.random.randint(0, 5)} % len(made)]"

    # --- statements ---

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def block(self, depth, above, in_group=None):
        for _ in range(self.random.randint(1, 3)):
            self.statement(depth, above, in_group)

    def statement(self, depth, above, in_group=None):
        self.budget -= 1
        if self.budget < 0 or depth > 6:
            return self.put(depth, f"await asyncio.sleep({self.delay()})")
        kinds = [
            (14, self.sleep), (8, self.note), (6, self.locked), (4, self.semaphore), (5, self.queue), (4, self.event), (7, self.start),
            (6, self.cancel), (5, self.await_task), (4, self.gather), (4, self.wait), (5, self.wait_for), (5, self.timeout),
            (3, self.group), (3, self.shield), (3, self.raises), (6, self.guarded), (2, self.callback), (2, self.condition),
            (2, self.barrier), (2, self.context), (2, self.generator), (2, self.as_completed), (1, self.future), (1, self.uncancel),
            (2, self.loop), (2, self.direct), (1, self.acquire), (2, self.thread), (2, self.room), (2, self.exit_stack), (2, self.driven),
            (2, self.comprehension), (2, self.own_context), (1, self.of_task), (2, self.group_split), (1, self.timeout_at), (1, self.bounded),
        ]
        if in_group:
            kinds.append((10, lambda d, a: self.put(d, f"made.append({in_group}.create_task({self.worker(a)}))")))
        total = sum(weight for weight, _ in kinds)
        at = self.random.uniform(0, total)
        for weight, kind in kinds:
            at -= weight
            if at <= 0:
                break
        kind(depth, above)

    def sleep(self, depth, above):
        self.put(depth, f"await asyncio.sleep({self.delay()})")

    def note(self, depth, above):
        what = self.random.choice(["var.get()", "queue.qsize()", "lock.locked()", "event.is_set()", "semaphore.locked()", f"state({self.task()})",
                                   "len(asyncio.all_tasks())", "asyncio.current_task().cancelling()"])
        self.put(depth, f"log({self.name('note ')!r}, {what})")

    def locked(self, depth, above):
        self.put(depth, f"async with {self.random.choice(['lock', 'lock', 'other_lock'])}:")
        self.put(depth + 1, f"log({self.name('has lock ')!r})")
        self.block(depth + 1, above)

    def semaphore(self, depth, above):
        self.put(depth, "async with semaphore:")
        self.put(depth + 1, f"log({self.name('has semaphore ')!r})")
        self.block(depth + 1, above)

    def acquire(self, depth, above):
        which = self.random.choice(["lock", "semaphore"])
        self.put(depth, f"if not {which}.locked():")
        self.put(depth + 1, f"log(await {which}.acquire())")
        self.put(depth + 1, f"await asyncio.sleep({self.delay()})")
        self.put(depth + 1, f"{which}.release()")

    def queue(self, depth, above):
        kind = self.random.randint(0, 4)
        if kind == 0:
            self.put(depth, f"await queue.put({self.random.randint(0, 9)})")
        elif kind == 1:
            self.put(depth, "log('got', await queue.get())")
        elif kind == 2:
            self.put(depth, "try:")
            self.put(depth + 1, "log('got at once', queue.get_nowait())")
            self.put(depth, "except asyncio.QueueEmpty:")
            self.put(depth + 1, "log('empty')")
        elif kind == 3:
            self.put(depth, "if not queue.full():")
            self.put(depth + 1, f"queue.put_nowait({self.random.randint(0, 9)})")
        else:
            self.put(depth, "try:")
            self.put(depth + 1, "queue.task_done()")
            self.put(depth, "except ValueError as error:")
            self.put(depth + 1, "log(error)")

    def event(self, depth, above):
        self.put(depth, self.random.choice(["event.set()", "event.set()", "event.clear()", "log('event', await event.wait())", "event.set(); event.clear()"]))

    def start(self, depth, above):
        name = f", {self.name('n')!r}" if self.chance(0.2) else ""
        self.put(depth, f"{self.random.choice(['task = ', ''])}start({self.awaitable(above)}{name})")

    def cancel(self, depth, above):
        message = repr(self.name("why ")) if self.chance(0.4) else ""
        task = self.task()
        if self.chance(0.3):
            self.put(depth, f"asyncio.get_running_loop().call_later({self.delay()}, {task}.cancel{', ' + message if message else ''})")
        else:
            self.put(depth, f"log('cancel', {task}.cancel({message}))")

    def await_task(self, depth, above):
        task = self.task()
        self.put(depth, f"task = {task}")
        self.put(depth, "if task is not asyncio.current_task():")
        self.put(depth + 1, "log('result', await task)")

    def direct(self, depth, above):
        self.put(depth, f"log('value', await {self.worker(above)})")

    def gather(self, depth, above):
        things = ", ".join(self.awaitable(above) for _ in range(self.random.randint(1, 3)))
        flag = ", return_exceptions=True" if self.chance(0.4) else ""
        if self.chance(0.25):
            self.put(depth, f"future = asyncio.gather({things}{flag})")
            self.put(depth, f"await asyncio.sleep({self.delay()})")
            self.put(depth, "log('cancel gather', future.cancel())")
            self.put(depth, "results = await future")
        else:
            self.put(depth, f"results = await asyncio.gather({things}{flag})")
        self.put(depth, "log('gathered', [told(each) if isinstance(each, BaseException) else each for each in results])")

    def wait(self, depth, above):
        mode = self.random.choice(["ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"])
        timeout = f", timeout={self.delay()}" if self.chance(0.5) else ""
        self.put(depth, f"waited = [start({self.awaitable(above)}) for _ in range({self.random.randint(1, 3)})]")
        self.put(depth, f"done, pending = await asyncio.wait(waited{timeout}, return_when=asyncio.{mode})")
        self.put(depth, "log('waited', [state(each) for each in waited], len(done), len(pending))")

    def wait_for(self, depth, above):
        what = self.random.choice([self.awaitable(above), self.awaitable(above), f"asyncio.shield({self.task()})", "queue.join()"])
        self.put(depth, "try:")
        self.put(depth + 1, f"log('in time', await asyncio.wait_for({what}, {self.random.choice(DELAYS + ('None',))}))")
        self.put(depth, "except TimeoutError as error:")
        self.put(depth + 1, "log('timed out', told(error.__cause__) if error.__cause__ else None)")

    def timeout(self, depth, above):
        name = self.name("t")
        guarded = self.chance(0.7)
        if guarded:
            self.put(depth, "try:")
        self.put(depth + guarded, f"async with asyncio.timeout({self.random.choice(DELAYS + ('None',))}) as {name}:")
        self.block(depth + guarded + 1, above)
        if self.chance(0.2):
            self.put(depth + guarded + 1, f"{name}.reschedule(asyncio.get_running_loop().time() + {self.delay()})")
            self.block(depth + guarded + 1, above)
        if guarded:
            self.put(depth, "except TimeoutError:")
            self.put(depth + 1, f"log('timeout', {name}.expired())")

    def group(self, depth, above):
        name = self.name("g")
        guarded = self.chance(0.7)
        if guarded:
            self.put(depth, "try:")
        self.put(depth + guarded, f"async with asyncio.TaskGroup() as {name}:")
        self.put(depth + guarded + 1, f"made.append({name}.create_task({self.worker(above)}))")
        self.block(depth + guarded + 1, above, name)
        if guarded:
            self.put(depth, "except BaseExceptionGroup as error:")
            self.put(depth + 1, "log('group', told(error))")

    def shield(self, depth, above):
        self.put(depth, "try:")
        self.put(depth + 1, f"log('shielded', await asyncio.shield(start({self.awaitable(above)})))")
        self.put(depth, "except asyncio.CancelledError as error:")
        self.put(depth + 1, "log('shield broken', error.args)")
        if self.chance(0.6):
            self.put(depth + 1, "raise")

    def raises(self, depth, above):
        error = self.random.choice(["ValueError", "KeyError", "ValueError", "asyncio.CancelledError", "TimeoutError"])
        self.put(depth, f"if {self.random.choice(['queue.qsize() % 2', 'lock.locked()', 'True', 'event.is_set()'])}:")
        self.put(depth + 1, f"raise {error}({self.random.randint(0, 99)})")

    def guarded(self, depth, above):
        self.put(depth, "try:")
        self.block(depth + 1, above)
        kind = self.random.randint(0, 4)
        if kind <= 1:
            self.put(depth, "except asyncio.CancelledError as error:")
            self.put(depth + 1, "log('cancelled', error.args, asyncio.current_task().cancelling())")
            if self.chance(0.5):
                self.block(depth + 1, above)
            if self.chance(0.75):
                self.put(depth + 1, "raise")
        elif kind == 2:
            self.put(depth, "except (ValueError, KeyError) as error:")
            self.put(depth + 1, "log('caught', told(error))")
        if kind >= 3:
            self.put(depth, "finally:")
            self.put(depth + 1, f"log({self.name('finally ')!r})")
            if self.chance(0.4):
                self.block(depth + 1, above)

    def callback(self, depth, above):
        kind = self.random.randint(0, 3)
        if kind == 0:
            self.put(depth, f"{self.task()}.add_done_callback(heard({self.name('c')!r}))")
        elif kind == 1:
            self.put(depth, f"asyncio.get_running_loop().call_soon(log, {self.name('soon ')!r})")
        elif kind == 2:
            self.put(depth, f"handle = asyncio.get_running_loop().call_later({self.delay()}, log, {self.name('later ')!r})")
            if self.chance(0.3):
                self.put(depth, "handle.cancel()")
        else:
            self.put(depth, f"asyncio.get_running_loop().call_later({self.delay()}, event.set)")

    def condition(self, depth, above):
        self.put(depth, "async with condition:")
        kind = self.random.randint(0, 3)
        if kind == 0:
            self.put(depth + 1, "log('condition', await condition.wait())")
        elif kind == 1:
            self.put(depth + 1, f"condition.notify({self.random.randint(1, 2)})")
        elif kind == 2:
            self.put(depth + 1, "condition.notify_all()")
        else:
            self.put(depth + 1, "log('condition', await condition.wait_for(event.is_set))")
        if self.chance(0.5):
            self.block(depth + 1, above)

    def barrier(self, depth, above):
        self.put(depth, "try:")
        self.put(depth + 1, self.random.choice(["log('barrier', await barrier.wait())", "await barrier.reset()", "log('barrier', barrier.n_waiting)"]))
        self.put(depth, "except asyncio.BrokenBarrierError as error:")
        self.put(depth + 1, "log('broken', error.args)")

    def context(self, depth, above):
        self.put(depth, self.random.choice([f"var.set({self.name('v')!r})", "log('var', var.get())"]))

    def generator(self, depth, above):
        self.put(depth, f"async for item in ticks({self.random.randint(1, 3)}, {self.delay()}):")
        self.put(depth + 1, "log('tick', item)")
        if self.chance(0.5):
            self.block(depth + 1, above)
        if self.chance(0.4):
            self.put(depth + 1, "break")

    def as_completed(self, depth, above):
        timeout = f", timeout={self.delay()}" if self.chance(0.4) else ""
        things = ", ".join(self.awaitable(above) for _ in range(self.random.randint(1, 3)))
        self.put(depth, f"for each in asyncio.as_completed([{things}]{timeout}):")
        self.put(depth + 1, "try:")
        self.put(depth + 2, "log('completed', await each)")
        self.put(depth + 1, "except (ValueError, KeyError, TimeoutError) as error:")
        self.put(depth + 2, "log('completed with', told(error))")

    def future(self, depth, above):
        self.put(depth, "future = asyncio.get_running_loop().create_future()")
        self.put(depth, f"asyncio.get_running_loop().call_later({self.delay()}, future.{self.random.choice(['set_result, 1', 'cancel', 'set_exception, ValueError(7)'])})")
        self.put(depth, "log('future', await future)")

    def thread(self, depth, above):
        call = f"work, {self.random.choice(PAUSES)}, {self.random.randint(0, 9)}"
        if self.chance(0.5):
            self.put(depth, f"log('thread', await asyncio.to_thread({call}))")
        else:
            self.put(depth, f"log('pool', await asyncio.get_running_loop().run_in_executor(None, {call}))")

    def room(self, depth, above):
        self.put(depth, f"async with room({self.name('r')!r}, {self.delay()}) as name:")
        self.block(depth + 1, above)

    def exit_stack(self, depth, above):
        self.put(depth, "async with contextlib.AsyncExitStack() as stack:")
        for _ in range(self.random.randint(1, 3)):
            self.put(depth + 1, self.random.choice([
                f"await stack.enter_async_context(room({self.name('r')!r}, {self.delay()}))", f"stack.callback(log, {self.name('back ')!r})",
                f"stack.push_async_callback(asyncio.sleep, {self.delay()})", "stack.enter_context(contextlib.suppress(ValueError))", "await stack.enter_async_context(lock)",
                "await stack.enter_async_context(asyncio.timeout(0.5))"]))
        self.block(depth + 1, above)

    def driven(self, depth, above):
        name = self.name("made")
        self.put(depth, f"{name} = ticks({self.random.randint(1, 3)}, {self.delay()})")
        self.put(depth, "try:")
        for _ in range(self.random.randint(1, 3)):
            self.put(depth + 1, self.random.choice([
                f"log('next', await anext({name}))", f"log('next', await anext({name}, 'none'))", f"log('sent', await {name}.asend(None))",
                f"log('thrown', await {name}.athrow(ValueError('in')))", f"await {name}.aclose()", f"start({name}.aclose())", f"log('first', await asyncio.wait_for(anext({name}), {self.delay()}))"]))
        self.put(depth, "except (ValueError, StopAsyncIteration, RuntimeError, TimeoutError) as error:")
        self.put(depth + 1, "log('generator says', told(error))")
        if self.chance(0.5):
            self.put(depth, f"await {name}.aclose()")

    def comprehension(self, depth, above):
        self.put(depth, self.random.choice([
            f"log([item async for item in ticks(3, {self.delay()}) if item != 1])", f"log([await each for each in [{self.worker(above)}, {self.worker(above)}]])",
            f"log({{item: await asyncio.sleep({self.delay()}, item) async for item in ticks(2, {self.delay()})}})", "log(await collected(2, 0))"]))

    def own_context(self, depth, above):
        name = self.name("context")
        self.put(depth, f"{name} = contextvars.copy_context()")
        self.put(depth, f"{name}.run(var.set, {self.name('v')!r})")
        self.put(depth, f"made.append(asyncio.create_task({self.worker(above)}, context={name}))")
        self.put(depth, f"log(var.get(), {name}[var])")

    def of_task(self, depth, above):
        self.put(depth, self.random.choice([
            f"{self.task()}.set_name({self.name('named')!r})", f"log({self.task()}.get_name())", f"{self.task()}.remove_done_callback(heard)", f"log({self.task()}.get_coro().__name__)",
            f"asyncio.get_running_loop().call_at({self.delay()}, log, {self.name('at ')!r})", "log(asyncio.iscoroutinefunction(main), asyncio.isfuture(made[0]))", "asyncio.current_task().cancel()"]))

    def group_split(self, depth, above):
        name = self.name("g")
        self.put(depth, "try:")
        self.put(depth + 1, f"async with asyncio.TaskGroup() as {name}:")
        for _ in range(self.random.randint(1, 3)):
            self.put(depth + 2, f"made.append({name}.create_task({self.worker(above)}))")
        self.put(depth, "except* ValueError as error:")
        self.put(depth + 1, "log('values', told(error))")
        self.put(depth, "except* (KeyError, TimeoutError) as error:")
        self.put(depth + 1, "log('others', told(error))")

    def timeout_at(self, depth, above):
        self.put(depth, "try:")
        self.put(depth + 1, f"async with asyncio.timeout_at(asyncio.get_running_loop().time() + {self.delay()}) as limit:")
        self.put(depth + 2, "log(limit.when(), limit.expired())")
        self.block(depth + 2, above)
        self.put(depth, "except TimeoutError as error:")
        self.put(depth + 1, "log('timed out at', limit.expired(), repr(error.__cause__))")

    def bounded(self, depth, above):
        self.put(depth, "try:")
        self.put(depth + 1, self.random.choice(["bound.release()", "await bound.acquire()", "lock.release()", "semaphore.release()", "condition.notify()"]))
        self.put(depth, "except (ValueError, RuntimeError) as error:")
        self.put(depth + 1, "log('refused', error)")

    def uncancel(self, depth, above):
        self.put(depth, "log('uncancel', asyncio.current_task().uncancel())")

    def loop(self, depth, above):
        self.put(depth, f"for _ in range({self.random.randint(2, 3)}):")
        self.block(depth + 1, above)

    # --- the whole ---

    def text(self):
        kind = self.random.choice(["Queue(1)", "Queue(2)", "Queue()", "LifoQueue(2)", "PriorityQueue(1)"])
        self.lines.append(HEAD)
        self.lines.append('''
async def ticks(count, pause):
    try:
        for n in range(count):
            yield n
            await asyncio.sleep(pause)
    finally:
        log("ticks end")
        await asyncio.sleep(pause)
        log("ticks ended")


async def collected(count, pause):
    return [item async for item in ticks(count, pause)]

''')
        for number in range(self.workers):
            self.lines.append(f"\nasync def worker{number}():")
            self.put(1, f"log('worker{number} begins')")
            for _ in range(self.random.randint(2, 5)):
                self.statement(1, number)
            self.put(1, f"log('worker{number} ends')")
            self.put(1, f"return {number}\n")
        self.budget = max(self.budget, 12)
        self.lines.append("\nasync def main():")
        self.put(1, "global lock, other_lock, event, queue, semaphore, condition, barrier, bound")
        self.put(1, "bound = asyncio.BoundedSemaphore(1)")
        if self.chance(0.2):
            self.put(1, "asyncio.get_running_loop().set_exception_handler(lambda loop, context: log('handler', context['message'].split(':')[0], told(context.get('exception', Exception()))))")
        self.put(1, f"lock, other_lock, event, queue = asyncio.Lock(), asyncio.Lock(), asyncio.Event(), asyncio.{kind}")
        self.put(1, f"semaphore, condition, barrier = asyncio.Semaphore({self.random.randint(1, 2)}), asyncio.Condition(), asyncio.Barrier({self.random.randint(2, 3)})")
        self.put(1, "start(asyncio.sleep(0.25, 'first'))")
        for _ in range(self.random.randint(1, 3)):
            self.put(1, f"start({self.worker(-1)})")
        for _ in range(self.random.randint(2, 6)):
            self.statement(1, -1)
        if self.chance(0.8):
            self.put(1, f"await asyncio.sleep({self.random.choice(['0.3', '1', '2', '5'])})")
        self.put(1, "log('main ends', [state(task) for task in made])\n\n")
        run = self.random.choice(["asyncio.run(main())", "asyncio.run(main())", "with asyncio.Runner() as runner:\n        print(runner.run(main()), runner.run(collected(1, 0)))"])
        self.lines.append(f"try:\n    {run}\nexcept BaseException as error:\n    print('main raised', told(error))")
        self.lines.append("print('end', [task.cancelled() for task in made])")
        return "\n".join(self.lines) + "\n"


def generate(seed):
    return Program(seed).text()
