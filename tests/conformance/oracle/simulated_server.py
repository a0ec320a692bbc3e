"""The simulated server: one ASGI application, the scenario's clients, a network on the virtual clock.

Holds the network (what arrives when), the connections as the application sees them (ASGI's receive and send, as uvicorn has
them) and as their clients do (the transcript's "clients"). It knows nothing of FastAPI: any ASGI application is served.

Choices, which the simulator makes too:
1. What arrives at one instant is handled before the timers of that instant, in the clients' order; each arrival is a handle of
   its own in the loop's ready queue. A request's handler is a task that this handle makes.
2. Sending never waits. What is sent to a client that is gone is dropped (HTTP) or raises OSError (WebSocket), as uvicorn does.
3. Nothing is left to do when nothing is ready, no timer is set, no thread has a time to wait for and nothing is under way on
   the network. Then the lifespan's shutdown runs, and the tasks that are left over are cancelled, as asyncio.run does.
"""

import asyncio
import heapq
import json
import math
import traceback
import urllib.parse

SECOND_NS = 1_000_000_000
NEVER = float("inf")
HOST, PORT = "127.0.0.1", 8000
FIRST_CLIENT_PORT = 50000


def nanoseconds(seconds):
    return round(seconds * SECOND_NS)


class ClientGone(OSError):
    """Sending to a WebSocket whose client has closed (uvicorn's ClientDisconnected)."""


class Chance:
    """The world's chance, as the simulator draws it: SplitMix64, a stream for each client."""

    MASK, STEP = (1 << 64) - 1, 0x9E3779B97F4A7C15

    def __init__(self, seed, stream):
        self.state = self.mix((seed + self.STEP) & self.MASK) ^ (stream * self.STEP & self.MASK)

    def mix(self, z):
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & self.MASK
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & self.MASK
        return z ^ (z >> 31)

    def share(self):
        self.state = (self.state + self.STEP) & self.MASK
        return (self.mix(self.state) >> 11) * 2.0**-53

    def between(self, least, most):
        """Nanoseconds, in whole microseconds above the least."""
        if most <= least:
            return least
        return least + int(self.share() * float((most - least) // 1000 + 1)) * 1000

    def until_next(self, rate):
        return math.floor(min(-math.log(1.0 - self.share()) / rate, 1e9) * 1e6) * 1000


class Network:
    """What is on its way, to the server or to a client; at one instant in the clients' order."""

    def __init__(self, clock, scenario):
        self.clock = clock
        given = scenario.get("network", {})
        self.latency_ns, self.jitter_ns = nanoseconds(given.get("latency", 0.0)), nanoseconds(given.get("jitter", 0.0))
        self.is_open = False  # nothing arrives before the application has started
        self.present_ns = None  # while a client acts: when
        self.browsers = {}
        self._events = []
        self._made = 0

    @property
    def moment_ns(self):
        """The present of the clients' side: what they do is never late because the loop is held up."""
        return self.clock.now_ns if self.present_ns is None else self.present_ns

    def at(self, time_ns, party, action, at_server=False):
        self._made += 1
        heapq.heappush(self._events, (time_ns, party.index, self._made, party, at_server, action))

    def next_ns(self):
        while self._events and self._events[0][3].over:
            heapq.heappop(self._events)
        return self._events[0][0] if self.is_open and self._events else NEVER

    def take_due(self):
        """What arrives at the server up to now; what the clients do and see has happened then."""
        due = []
        while self.next_ns() <= self.clock.now_ns:
            time_ns, _, _, _, at_server, action = heapq.heappop(self._events)
            if at_server:
                due.append(action)
            else:
                self.present_ns = time_ns
                action()
                self.present_ns = None
        return due


class Browser:
    """Six connections, which all clients of that browser share."""

    LIMIT = 6

    def __init__(self):
        self.open, self.waiting = 0, []

    def take(self, party, begin):
        if self.open < self.LIMIT:
            self.open += 1
            begin()
        else:
            self.waiting.append((party, begin))

    def give_back(self):
        self.open -= 1
        while self.waiting and self.open < self.LIMIT:
            party, begin = self.waiting.pop(0)
            if not party.over:
                self.open += 1
                begin()


class Line:
    """One connection of a client to the server: how long each way takes, how fast the client reads."""

    def __init__(self, index, plan, server, chance):
        self.index, self.plan, self.server, self.chance = index, plan, server, chance
        self.network, self.clock = server.network, server.clock
        self.over = False  # it expects nothing more and does nothing more
        self.latency_ns = nanoseconds(plan["latency"]) if "latency" in plan else self.network.latency_ns
        self.jitter_ns = nanoseconds(plan["jitter"]) if "jitter" in plan else self.network.jitter_ns
        self._last = {"server": 0, "client": 0}
        self._reader_free_ns = self._unread = 0
        self._is_full = False
        self._room = None

    def _is_instant(self):
        return self.latency_ns == 0 and self.jitter_ns == 0

    def _arrival(self, to):
        way = self.latency_ns + self.chance.between(0, self.jitter_ns)
        self._last[to] = max(self._last[to], self.network.moment_ns + way)
        return self._last[to]

    def to_server(self, action):
        when = self.network.moment_ns if self._is_instant() else self._arrival("server")
        self.network.at(when, self, action, at_server=True)

    def to_client(self, action):
        if self._is_instant():
            action()
        else:
            self.network.at(self._arrival("client"), self, action)

    def read_by_client(self, size, action):
        if "reads" not in self.plan:
            return self.to_client(action)
        most = self.plan.get("buffer", 65536)
        self._unread += size
        if self._unread > most:
            self._is_full = True
        begins = max(self.network.moment_ns if self._is_instant() else self._arrival("client"), self._reader_free_ns)
        self._reader_free_ns = begins + round(size / self.plan["reads"] * 1e9)

        def drains():
            self._is_full = self._unread > most // 4
            if not self._is_full:
                self.wake_sender()

        def reads():
            if "vanishes" in self.plan and nanoseconds(self.plan["vanishes"]) <= self.network.moment_ns:
                return
            self._unread -= size
            if self._is_full and self._unread <= most // 4:
                self.to_server(drains)
            action()

        self.network.at(self._reader_free_ns, self, reads)

    def is_full(self):
        return self._is_full and not self.over

    def wake_sender(self):
        if self._room is not None and not self._room.done():
            self._room.set_result(None)

    async def room(self):
        self._room = asyncio.get_running_loop().create_future()
        await self._room

    def scope(self, kind, target, headers):
        path, _, query = target.partition("?")
        return {
            "type": kind,
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "server": (HOST, PORT),
            "client": (HOST, FIRST_CLIENT_PORT + self.index),
            "scheme": "ws" if kind == "websocket" else "http",
            "root_path": "",
            "path": urllib.parse.unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": headers,
            "state": {},
        }

    def came_and_went(self):
        """The server was busy when it came, and when it looks the client is gone."""
        return "leaves" in self.plan and nanoseconds(self.plan["leaves"]) + self.latency_ns <= self.clock.now_ns

    def noticed_ns(self):
        return nanoseconds(self.plan["noticed"]) if "noticed" in self.plan else nanoseconds(self.plan["vanishes"]) + 40 * SECOND_NS


def headers_of(given, request=None):
    """The headers and the body."""
    headers = {"host": f"{HOST}:{PORT}", **{name.lower(): value for name, value in given.items()}}
    body = b""
    if request is not None:
        if "json" in request:
            body = json.dumps(request["json"], separators=(",", ":"), ensure_ascii=False).encode()
            headers.setdefault("content-type", "application/json")
        elif "form" in request:
            body = urllib.parse.urlencode(request["form"]).encode()
            headers.setdefault("content-type", "application/x-www-form-urlencoded")
        elif "body" in request:
            body = request["body"].encode()
        if body:
            headers.setdefault("content-length", str(len(body)))
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()], body


class Visitor:
    """A client that sends requests."""

    def __init__(self, index, plan, server):
        self.index, self.plan, self.server, self.network = index, plan, server, server.network
        self.over = False
        self.chance = Chance(server.seed, index)
        own = plan.get("headers", {})
        self.requests = []
        for request in plan.get("requests", [plan]):
            request = {"request": request} if isinstance(request, str) else request
            self.requests.append((*request["request"].split(" ", 1), *headers_of({**own, **request.get("headers", {})}, request)))
        self.browser = None
        if "browser" in plan:
            self.browser = self.network.browsers.setdefault(plan["browser"], Browser())
        self.attempts, self.next, self.under_way = [], 0, 0
        self.at_ns = nanoseconds(plan.get("at", 0.0))
        self.network.at(self.at_ns, self, self._go_on)
        if "leaves" in plan:
            self.network.at(nanoseconds(plan["leaves"]), self, lambda: self._goes(lambda attempt: attempt.leave()))
        if "vanishes" in plan:
            self.network.at(nanoseconds(plan["vanishes"]), self, lambda: self._goes(lambda attempt: attempt.vanish()))

    def _goes(self, how):
        self.next = len(self.requests)
        for attempt in list(self.attempts):
            if not attempt.is_open():
                continue
            if attempt.sent_ns is None:
                attempt.over = True
                continue
            how(attempt)
            self._give_back()
        self.over = True

    def _go_on(self):
        while self.next < len(self.requests) and self.under_way < self.plan.get("connections", 1):
            self.under_way += 1
            self.next += 1
            self._begin(Attempt(self, self.next - 1, *self.requests[self.next - 1]))

    def _begin(self, attempt):
        self.attempts.append(attempt)
        if self.browser is None:
            attempt.begin()
        else:
            self.browser.take(self, attempt.begin)

    def _give_back(self):
        if self.browser is not None:
            self.browser.give_back()

    def _redirected(self, attempt):
        if not self.plan.get("follow_redirects") or attempt.done_ns is None or attempt.status not in (301, 302, 303, 307, 308):
            return None
        if attempt.location is None or attempt.redirects >= 20:
            return None
        origin = f"http://{HOST}:{PORT}"
        target = urllib.parse.urljoin(origin + attempt.target, attempt.location)
        if not target.startswith(origin + "/"):
            return None
        method, headers, body = attempt.method, attempt.headers, attempt.own_body
        if (attempt.status == 303 and method not in ("GET", "HEAD")) or (attempt.status in (301, 302) and method == "POST"):
            method, body = "GET", b""
            headers = [header for header in headers if header[0] not in (b"content-type", b"content-length")]
        following = Attempt(self, attempt.planned, method, target.removeprefix(origin).partition("#")[0], headers, body)
        following.redirects, following.retries = attempt.redirects + 1, attempt.retries
        return following

    def _tries_again(self, attempt):
        retries = self.plan.get("retries", 0)
        if isinstance(retries, int):
            retries = {"times": retries}
        if attempt.retries >= retries["times"]:
            return None
        on = retries.get("on", [429, 500, 502, 503, 504, "broken", "timeout"])
        reason = "timeout" if attempt.timed_out else "broken" if attempt.broken else attempt.status
        if reason not in on:
            return None
        return round(nanoseconds(retries.get("delay", 0.0)) * float(retries.get("factor", 1)) ** attempt.retries)

    def finished(self, attempt):
        following = self._redirected(attempt)
        if following is not None:
            self._give_back()
            self._begin(following)
            return
        delay_ns = self._tries_again(attempt)
        if delay_ns is not None:
            self._give_back()

            def again():
                next_one = Attempt(self, attempt.planned, attempt.method, attempt.target, attempt.headers, attempt.own_body)
                next_one.redirects, next_one.retries = attempt.redirects, attempt.retries + 1
                self._begin(next_one)

            self.network.at(self.network.moment_ns + delay_ns, self, again)
            return
        self.under_way -= 1
        self._give_back()
        if self.next < len(self.requests):
            think = self.plan.get("think", 0.0)
            least, most = think if isinstance(think, list) else (think, think)
            pause_ns = self.chance.between(nanoseconds(least), nanoseconds(most))
            if pause_ns == 0:
                self._go_on()
            else:
                self.network.at(self.network.moment_ns + pause_ns, self, self._go_on)
        elif self.under_way == 0:
            self.over = True

    def transcript(self):
        seen = []
        for planned, request in enumerate(self.requests):
            attempts = [attempt for attempt in self.attempts if attempt.planned == planned]
            entries = [attempt.transcript() for attempt in attempts]
            if not entries:
                entry = {"name": self.plan["name"], "request": f"{request[0]} {request[1]}", "sent": None, "status": None}
                entries = [{**entry, "content_type": None, "body": "", "done": None}]
            is_first = planned == 0 and (not attempts or attempts[0].sent_ns is None)
            if is_first and self.at_ns <= self.server.clock.now_ns:
                entries[0]["sent"] = self.at_ns / SECOND_NS  # the application has not started yet
            seen += entries
        return seen


class Attempt(Line):
    """One request on its way, and what comes back."""

    def __init__(self, visitor, planned, method, target, headers, body):
        super().__init__(visitor.index, visitor.plan, visitor.server, visitor.chance)
        self.visitor, self.planned = visitor, planned
        self.method, self.target, self.headers, self.own_body, self.body = method, target, headers, body, body
        self.redirects = self.retries = 0
        self.sent_ns = self.left_ns = self.done_ns = self.status = self.content_type = self.location = self.length = None
        self.received, self.streams, self.broken, self.timed_out = [], False, False, False
        self.disconnected = self.response_complete = self.response_started = False
        self.expected = None

    # --- the client's side ---

    def is_open(self):
        return not self.over and self.left_ns is None

    def begin(self):
        self.sent_ns = self.network.moment_ns
        self.to_server(self._arrives)
        if "timeout" in self.plan:
            self.network.at(self.sent_ns + nanoseconds(self.plan["timeout"]), self, self._give_up)

    def _give_up(self):
        if self.is_open():
            self.timed_out = True
            self.leave()
            self.visitor.finished(self)

    def leave(self):
        self.left_ns = self.network.moment_ns
        self.to_server(self._left)

    def vanish(self):
        self.left_ns = self.network.moment_ns
        self.network.at(self.noticed_ns(), self, self._left, at_server=True)

    def _sees(self, message, is_last):
        if not self.is_open():
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in message.get("headers", [])}
            self.content_type, self.location = headers.get("content-type"), headers.get("location")
            if "content-length" in headers:
                self.length = int(headers["content-length"])
            else:
                self.streams = True
            is_last = self.length == 0 or (self.method == "HEAD" and self.length is not None)
        elif body := message.get("body", b""):
            if self.method != "HEAD":
                self.received.append((self.network.moment_ns, body))
        if self.length is not None and self.method != "HEAD":
            is_last = sum(len(body) for _, body in self.received) >= self.length
        if is_last:
            self.done_ns = self.network.moment_ns
            self.over = True
            self.visitor.finished(self)

    def _sees_break(self):
        if self.is_open():
            self.broken = self.over = True
            self.visitor.finished(self)

    def _tell(self, message, is_last):
        if message["type"] == "http.response.start":
            self.to_client(lambda: self._sees(message, False))
            return
        if is_last and "vanishes" in self.plan and self.left_ns is not None:
            self.over = True  # nobody need tell the server any more that nobody read it
        self.read_by_client(0 if self.method == "HEAD" else len(message.get("body", b"")), lambda: self._sees(message, is_last))

    def transcript(self):
        seen = {"name": self.plan["name"], "request": f"{self.method} {self.target}"}
        seen["sent"] = None if self.sent_ns is None else self.sent_ns / SECOND_NS
        seen["status"], seen["content_type"] = self.status, self.content_type
        seen["body"] = b"".join(body for _, body in self.received).decode("utf-8", "replace")
        seen["done"] = None if self.done_ns is None else self.done_ns / SECOND_NS
        if self.streams:
            seen["chunks"] = [{"t": when / SECOND_NS, "text": body.decode("utf-8", "replace")} for when, body in self.received]
        if self.left_ns is not None:
            seen["left"] = self.left_ns / SECOND_NS
        if self.broken:
            seen["broken"] = True
        return seen

    # --- the server's side ---

    def _left(self):
        self.over = True
        self.disconnected = True
        if hasattr(self, "event"):
            self.event.set()
        self.wake_sender()  # uvicorn's connection_lost has it in this order

    def _arrives(self):
        if self.left_ns is not None or self.came_and_went():
            return
        self.event = asyncio.Event()
        self.event.set()
        self.body_read = False
        scope = self.scope("http", self.target, self.headers)
        scope["method"] = self.method
        self.server.keep(self.server.loop.create_task(self._run(scope)))

    async def _run(self, scope):
        try:
            result = await self.server.app(scope, self.receive, self.send)
        except BaseException as error:
            if self.server.is_over():
                raise
            self.server.report(error)
            if not self.response_started:
                await self._send_500()
            else:
                self._break_off()
        else:
            if result is not None:
                self.server.complain(f"ASGI callable should return None, but returned '{result}'.")
                self._break_off()
            elif not self.response_started and not self.disconnected:
                self.server.complain("ASGI callable returned without starting response.")
                await self._send_500()
            elif not self.response_complete and not self.disconnected:
                self.server.complain("ASGI callable returned without completing response.")
                self._break_off()

    async def _send_500(self):
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        await self.send({"type": "http.response.start", "status": 500, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"Internal Server Error"})

    def _break_off(self):
        if not self.disconnected and not self.response_complete:
            self.response_complete = True
            self.to_client(self._sees_break)

    async def receive(self):
        if not self.disconnected and not self.response_complete:
            await self.event.wait()
            self.event.clear()
        if self.disconnected or self.response_complete:
            return {"type": "http.disconnect"}
        self.body_read = True
        body, self.body = self.body, b""
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message):
        while self.is_full() and not self.disconnected:
            await self.room()
        if self.disconnected:
            return
        kind = message["type"]
        if not self.response_started:
            if kind != "http.response.start":
                raise RuntimeError(f"Expected ASGI message 'http.response.start', but got '{kind}'.")
            self.response_started = True
            for name, value in message.get("headers", []):
                if name.lower() == b"content-length":
                    self.expected = int(value)
            self._tell(message, False)
        elif not self.response_complete:
            if kind != "http.response.body":
                raise RuntimeError(f"Expected ASGI message 'http.response.body', but got '{kind}'.")
            is_last = not message.get("more_body", False)
            body = message.get("body", b"")
            if self.expected is not None and self.method != "HEAD":
                if len(body) > self.expected:
                    raise RuntimeError("Response content longer than Content-Length")
                self.expected -= len(body)
                if is_last and self.expected > 0:
                    raise RuntimeError("Response content shorter than Content-Length")
            self._tell(message, is_last)
            if is_last:
                self.response_complete = True
                self.event.set()
        else:
            raise RuntimeError(f"Unexpected ASGI message '{kind}' sent, after response already completed.")


class Socket(Line):
    """A client with a WebSocket."""

    def __init__(self, index, plan, server):
        super().__init__(index, plan, server, Chance(server.seed, index))
        self.headers, _ = headers_of(plan.get("headers", {}))
        self.accepted_ns = self.status = self.closed = self.closes_when_accepted = None
        self.received, self.before_accept = [], []
        self.state = "connecting"  # the server's: connecting, open, client closed, closed
        self.script, self.step, self.listens, self.gone = plan.get("script", []), 0, False, False
        self.network.at(nanoseconds(plan.get("at", 0.0)), self, lambda: self.to_server(self._arrives))
        if self.script and "at" in self.script[0]:
            for step in sorted(self.script, key=lambda step: step["at"]):
                self.network.at(nanoseconds(step["at"]), self, lambda step=step: self._says(step))
            self.script = []
        if "leaves" in plan:
            self.network.at(nanoseconds(plan["leaves"]), self, self._leaves)
        if "vanishes" in plan:
            self.network.at(nanoseconds(plan["vanishes"]), self, self._vanishes)

    # --- the client's side ---

    def _says(self, step):
        if self.closed is not None:
            return
        if "close" in step:
            if self.accepted_ns is None:
                self.closes_when_accepted = step["close"]
            else:
                self._close(step["close"])
            message = {"type": "websocket.disconnect", "code": step["close"], "reason": ""}
        elif "send_bytes" in step:
            message = {"type": "websocket.receive", "bytes": step["send_bytes"].encode()}
        else:
            text = step["send"] if "send" in step else json.dumps(step["send_json"], separators=(",", ":"), ensure_ascii=False)
            message = {"type": "websocket.receive", "text": text}
        self._to_server(message)

    def _leaves(self):
        if self.closed is None:
            self._close(1006)
            self._to_server({"type": "websocket.disconnect", "code": 1006, "reason": ""})

    def _vanishes(self):
        if self.closed is None:
            self._close(1006)
            self.gone = True
            message = {"type": "websocket.disconnect", "code": 1006, "reason": ""}
            self.network.at(self.noticed_ns(), self, lambda: self._hears(message), at_server=True)

    def _close(self, code):
        self.closed = {"t": self.network.moment_ns / SECOND_NS, "code": code, "by": "client"}

    def _to_server(self, message):
        self.to_server(lambda: self._hears(message))

    def _goes_on(self):
        """The next step of a script whose steps follow one another."""
        if self.step < len(self.script):
            if "hears" in self.script[self.step]:
                self.listens = True
            else:
                self._does_next()

    def _does_next(self):
        step = self.script[self.step]
        self.step += 1

        def does():
            self._says(step)
            self._goes_on()

        self.network.at(self.network.moment_ns + nanoseconds(step.get("after", 0.0)), self, does)

    def _sees(self, message):
        if self.closed is not None:
            return
        kind, now = message["type"], self.network.moment_ns
        if kind == "websocket.accept":
            self.accepted_ns = now
            if self.closes_when_accepted is not None:
                self._close(self.closes_when_accepted)
            self._goes_on()
        elif kind == "websocket.send":
            data = message.get("text")
            data = message["bytes"].decode("utf-8", "replace") if data is None else data
            self.received.append((now, data))
            if self.listens and self.script[self.step]["hears"] in data:
                self.listens = False
                self._does_next()
        else:
            self.status = message.get("status")
            self.closed = {"t": now / SECOND_NS, "code": message["code"], "by": "server"}
            self.over = True

    def _tell(self, message):
        kind = message["type"]
        if self.gone and kind == "websocket.close":
            self.over = True
        if kind == "websocket.accept" or "status" in message:
            self.to_client(lambda: self._sees(message))
            return
        data = message.get("text")
        size = 0 if kind == "websocket.close" else len(message["bytes"]) if data is None else len(data.encode())
        self.read_by_client(size, lambda: self._sees(message))

    def transcript(self):
        seen = {"name": self.plan["name"], "websocket": self.plan["websocket"]}
        seen["accepted"] = None if self.accepted_ns is None else self.accepted_ns / SECOND_NS
        if self.status is not None:
            seen["status"] = self.status
        seen["received"] = [{"t": when / SECOND_NS, "text": text} for when, text in self.received]
        seen["closed"] = self.closed
        return [seen]

    # --- the server's side ---

    def _arrives(self):
        if self.came_and_went():
            return
        self.queue = asyncio.Queue()
        self.queue.put_nowait({"type": "websocket.connect"})
        scope = self.scope("websocket", self.plan["websocket"], self.headers)
        asked = [value for name, value in self.headers if name == b"sec-websocket-protocol"]
        scope["subprotocols"] = [word.strip() for word in asked[0].decode().split(",")] if asked else []
        self.server.keep(self.server.loop.create_task(self._run(scope)))

    def _hears(self, message):
        if self.state == "closed":
            return
        if self.state == "connecting":
            self.before_accept.append(message)
            if message["type"] == "websocket.disconnect" and message["code"] == 1006 and hasattr(self, "queue"):
                self.state = "client closed"
                self.queue.put_nowait(message)
            return
        if message["type"] == "websocket.disconnect":
            self.state = "client closed"
            self.over = True
            self.wake_sender()
        self.queue.put_nowait(message)

    async def _run(self, scope):
        try:
            await self.server.app(scope, self.receive, self.send)
        except ClientGone:
            self._end(500, 1006)
        except BaseException as error:
            if self.server.is_over():
                raise
            self.server.report(error)
            self._end(500, 1006)
        else:
            if self.state == "connecting":
                self.server.complain("ASGI callable returned without sending handshake.")
            self._end(500, 1000)

    def _end(self, status, code):
        """The application is done with it, but never closed it."""
        if self.state == "connecting":
            self._refuse(status)
        elif self.state == "open":
            self.state = "closed"
            self._tell({"type": "websocket.close", "code": code})
        self.state = "closed"

    def _refuse(self, status):
        self.state = "closed"
        self._tell({"type": "websocket.close", "code": 1006, "status": status})

    async def receive(self):
        message = await self.queue.get()
        if message["type"] == "websocket.disconnect":
            self.state = "closed"
        return message

    async def send(self, message):
        kind = message["type"]
        if self.state == "connecting":
            if kind == "websocket.accept":
                self.state = "open"
                self._tell(message)
                early, self.before_accept = self.before_accept, []
                for held in early:
                    self._hears(held)
            elif kind == "websocket.close":
                self._refuse(403)
                self.queue.put_nowait({"type": "websocket.disconnect", "code": 1006, "reason": ""})
            else:
                raise RuntimeError(f"Expected ASGI message 'websocket.accept' or 'websocket.close', but got '{kind}'.")
        elif self.state == "open":
            if kind == "websocket.send":
                self._tell(message)
                while self.is_full():
                    await self.room()
                    if self.state == "client closed":
                        raise ClientGone
            elif kind == "websocket.close":
                self.state = "closed"
                code = message.get("code", 1000) or 1000
                self._tell({"type": "websocket.close", "code": code})
                self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": ""})
            else:
                raise RuntimeError(f"Expected ASGI message 'websocket.send' or 'websocket.close', but got '{kind}'.")
        elif self.state == "client closed":
            raise ClientGone
        else:
            raise RuntimeError(f"Unexpected ASGI message '{kind}', after sending 'websocket.close' or response already completed.")


def expand(plans, seed):
    index = 0
    for plan in plans:
        number = plan.get("count", 1)
        chance, latest = Chance(seed, (1 << 32) + index), nanoseconds(plan.get("at", 0.0))
        for i in range(number):
            one = dict(plan)
            if "count" in plan:
                one["name"] = f"{plan['name']} {i + 1}"
            if "rate" in plan:
                latest += chance.until_next(plan["rate"])
                one["at"] = latest / SECOND_NS
            elif "every" in plan:
                one["at"] = (latest + i * nanoseconds(plan["every"])) / SECOND_NS
            yield one
        index += number


class Server:
    """The world around one run: made before the program begins; serves when the program asks for it or has come to its end."""

    def __init__(self, clock, scenario, stderr):
        self.clock, self.stderr = clock, stderr
        self.seed = scenario.get("seed", 0)
        self.network = Network(clock, scenario)
        self.until_ns = nanoseconds(scenario["until"]) if "until" in scenario else NEVER
        self.clients = []
        for index, plan in enumerate(expand(scenario.get("clients", []), self.seed)):
            self.clients.append((Socket if "websocket" in plan else Visitor)(index, plan, self))
        self.has_served = False
        self.idle = None  # the future that is waited for while there are clients to serve
        self._tasks = set()

    def transcript(self):
        return [entry for client in self.clients for entry in client.transcript()]

    def run(self, app):
        self.has_served = True
        self.app = app
        asyncio.run(self._serve())

    def keep(self, task):
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def is_over(self):
        """The clients' time is over: what is left is being cancelled."""
        return self.idle.done()

    def report(self, error):
        print("ERROR:    Exception in ASGI application", file=self.stderr)
        traceback.print_exception(type(error), error, error.__traceback__, file=self.stderr)

    def complain(self, sentence):
        print("ERROR:    " + sentence, file=self.stderr)

    def nothing_is_left(self):
        """Called when all threads would wait for ever: true if that was only the end of the clients' time."""
        if self.idle is None or self.idle.done():
            return False
        self.idle.set_result(None)
        self.loop._write_to_self()
        return True

    async def _serve(self):
        self.loop = asyncio.get_running_loop()
        self.loop._selector.network = self.network
        incoming, started, stopped = asyncio.Queue(), asyncio.Event(), asyncio.Event()
        failure = None
        is_dead = False

        async def send(message):
            nonlocal failure
            kind = message["type"]
            if kind in ("lifespan.startup.failed", "lifespan.shutdown.failed"):
                failure = message.get("message", "")
            (started if "startup" in kind else stopped).set()

        async def lifespan():
            nonlocal is_dead, failure
            scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": {}}
            try:
                await self.app(scope, incoming.get, send)
            except Exception as error:
                is_dead = True
                if failure is not None:
                    failure = error
            finally:
                started.set()
                stopped.set()

        task = self.loop.create_task(lifespan())
        incoming.put_nowait({"type": "lifespan.startup"})
        await started.wait()
        if failure is not None:
            await task
            raise failure if isinstance(failure, Exception) else RuntimeError(failure)
        self.idle = self.loop.create_future()
        self.network.is_open = True
        await self.idle
        self.network.is_open = False
        if not is_dead:
            incoming.put_nowait({"type": "lifespan.shutdown"})
            await stopped.wait()
            if failure is not None:
                await task
                raise failure if isinstance(failure, Exception) else RuntimeError(failure)
