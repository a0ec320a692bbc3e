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


class Network:
    """What will arrive, at the server or at a client."""

    def __init__(self, clock, latency):
        self.clock = clock
        self.latency_ns = nanoseconds(latency)
        self.is_open = False  # nothing arrives before the application has started
        self._events = []
        self._made = 0

    def at(self, time_ns, client, action):
        self._made += 1
        heapq.heappush(self._events, (time_ns, client.index, self._made, client, action))

    def next_ns(self):
        self._drop_moot()
        return self._events[0][0] if self.is_open and self._events else NEVER

    def take_due(self):
        due = []
        while self.next_ns() <= self.clock.now_ns:
            due.append(heapq.heappop(self._events)[4])
        return due

    def _drop_moot(self):
        while self._events and self._events[0][3].over:
            heapq.heappop(self._events)


class Client:
    """What the scenario says of one client, and what it saw."""

    def __init__(self, index, plan, network):
        self.index, self.plan, self.network = index, plan, network
        self.clock = network.clock
        self.at_ns = nanoseconds(plan.get("at", 0.0))
        self.over = False  # it expects nothing more and does nothing more
        self.left_ns = None
        self.address = [HOST, FIRST_CLIENT_PORT + index]
        self.headers = [(b"host", f"{HOST}:{PORT}".encode())]
        self.body = b""

    def add_headers(self):
        given = {name.lower(): value for name, value in self.plan.get("headers", {}).items()}
        if "json" in self.plan:
            self.body = json.dumps(self.plan["json"], separators=(",", ":"), ensure_ascii=False).encode()
            given.setdefault("content-type", "application/json")
        elif "form" in self.plan:
            self.body = urllib.parse.urlencode(self.plan["form"]).encode()
            given.setdefault("content-type", "application/x-www-form-urlencoded")
        elif "body" in self.plan:
            self.body = self.plan["body"].encode()
        if self.body:
            given.setdefault("content-length", str(len(self.body)))
        self.headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in given.items()]

    def scope(self, kind, target):
        path, _, query = target.partition("?")
        return {
            "type": kind,
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "server": (HOST, PORT),
            "client": tuple(self.address),
            "scheme": "ws" if kind == "websocket" else "http",
            "root_path": "",
            "path": urllib.parse.unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": self.headers,
            "state": {},
        }

    def later(self, action, after_ns=None):
        self.network.at(self.clock.now_ns + (self.network.latency_ns if after_ns is None else after_ns), self, action)

    def has_left(self):
        return self.left_ns is not None and self.left_ns <= self.clock.now_ns

    def leaves_at_server_ns(self):
        return nanoseconds(self.plan["leaves"]) + self.network.latency_ns if "leaves" in self.plan else NEVER


class Request(Client):
    def start(self, server):
        self.server = server
        self.method, self.target = self.plan["request"].split(" ", 1)
        self.add_headers()
        self.sent = False
        self.status = self.content_type = self.done_ns = None
        self.received, self.length, self.streams, self.broken = [], None, False, False
        self.network.at(self.at_ns + self.network.latency_ns, self, self._arrives)
        self.disconnected = self.response_complete = self.response_started = False
        self.expected = None
        if "leaves" in self.plan:
            self.network.at(nanoseconds(self.plan["leaves"]), self, self._leaves)

    # --- the client's side ---

    def _leaves(self):
        self.left_ns = nanoseconds(self.plan["leaves"])
        if self.network.latency_ns:
            self.later(self._left)
        else:
            self._left()

    def _left(self):
        self.over = True
        self.disconnected = True
        if hasattr(self, "event"):
            self.event.set()

    def _sees(self, message, is_last):
        if self.left_ns is not None:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in message.get("headers", [])}
            self.content_type = headers.get("content-type")
            if "content-length" in headers:
                self.length = int(headers["content-length"])
            else:
                self.streams = True
            is_last = self.length == 0 or (self.method == "HEAD" and self.length is not None)
        elif body := message.get("body", b""):
            if self.method != "HEAD":
                self.received.append((self.clock.now_ns, body))
        if self.length is not None and self.method != "HEAD":
            is_last = sum(len(body) for _, body in self.received) >= self.length
        if is_last and self.done_ns is None:
            self.done_ns = self.clock.now_ns
            self.over = True

    def _sees_break(self):
        if self.left_ns is None and self.done_ns is None:
            self.broken = True
            self.over = True

    def _tell(self, message, is_last):
        if self.network.latency_ns:
            self.later(lambda: self._sees(message, is_last))
        else:
            self._sees(message, is_last)

    def transcript(self):
        seen = {"name": self.plan["name"], "request": self.plan["request"]}
        seen["sent"] = self.at_ns / SECOND_NS if self.at_ns <= self.clock.now_ns else None  # None: the world ended before
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

    def _arrives(self):
        if self.leaves_at_server_ns() <= self.clock.now_ns:
            return  # the server was busy, and when it looks the client is gone
        self.event = asyncio.Event()
        self.event.set()
        self.body_read = False
        scope = self.scope("http", self.target)
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
            self.later(self._sees_break) if self.network.latency_ns else self._sees_break()

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


class Socket(Client):
    def start(self, server):
        self.server = server
        self.add_headers()
        self.accepted_ns = self.status = self.closed = self.closes_when_accepted = None
        self.received, self.before_accept = [], []
        self.state = "connecting"  # the server's: connecting, open, client closed, closed
        self.network.at(self.at_ns + self.network.latency_ns, self, self._arrives)
        for step in sorted(self.plan.get("script", []), key=lambda step: step["at"]):
            self.network.at(nanoseconds(step["at"]), self, lambda step=step: self._says(step))
        if "leaves" in self.plan:
            self.network.at(nanoseconds(self.plan["leaves"]), self, self._vanishes)

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

    def _vanishes(self):
        if self.closed is None:
            self.left_ns = self.clock.now_ns
            self._close(1006)
            self._to_server({"type": "websocket.disconnect", "code": 1006, "reason": ""})

    def _close(self, code):
        self.closed = {"t": self.clock.now_ns / SECOND_NS, "code": code, "by": "client"}

    def _to_server(self, message):
        if self.network.latency_ns:
            self.later(lambda: self._hears(message))
        else:
            self._hears(message)

    def _sees(self, message):
        if self.closed is not None:
            return
        kind, now = message["type"], self.clock.now_ns
        if kind == "websocket.accept":
            self.accepted_ns = now
            if self.closes_when_accepted is not None:
                self._close(self.closes_when_accepted)
        elif kind == "websocket.send":
            data = message.get("text")
            self.received.append((now, message["bytes"].decode("utf-8", "replace") if data is None else data))
        else:
            self.status = message.get("status")
            self.closed = {"t": now / SECOND_NS, "code": message["code"], "by": "server"}
            self.over = True

    def _tell(self, message):
        if self.network.latency_ns:
            self.later(lambda: self._sees(message))
        else:
            self._sees(message)

    def transcript(self):
        seen = {"name": self.plan["name"], "websocket": self.plan["websocket"]}
        seen["accepted"] = None if self.accepted_ns is None else self.accepted_ns / SECOND_NS
        if self.status is not None:
            seen["status"] = self.status
        seen["received"] = [{"t": when / SECOND_NS, "text": text} for when, text in self.received]
        seen["closed"] = self.closed
        return seen

    # --- the server's side ---

    def _arrives(self):
        if self.leaves_at_server_ns() <= self.clock.now_ns:
            return
        self.queue = asyncio.Queue()
        self.queue.put_nowait({"type": "websocket.connect"})
        scope = self.scope("websocket", self.plan["websocket"])
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


def expand(plans):
    for plan in plans:
        if "count" not in plan:
            yield plan
            continue
        for i in range(plan["count"]):
            one = dict(plan, name=f"{plan['name']} {i + 1}")
            one["at"] = (nanoseconds(plan.get("at", 0.0)) + i * nanoseconds(plan.get("every", 0.0))) / SECOND_NS
            yield one


class Server:
    """The world around one run: made before the program begins; serves when the program asks for it or has come to its end."""

    def __init__(self, clock, scenario, stderr):
        self.clock, self.stderr = clock, stderr
        self.network = Network(clock, scenario.get("network", {}).get("latency", 0.0))
        self.until_ns = nanoseconds(scenario["until"]) if "until" in scenario else NEVER
        self.clients = []
        for index, plan in enumerate(expand(scenario.get("clients", []))):
            self.clients.append((Request if "request" in plan else Socket)(index, plan, self.network))
            self.clients[-1].start(self)
        self.has_served = False
        self.idle = None  # the future that is waited for while there are clients to serve
        self._tasks = set()

    def transcript(self):
        return [client.transcript() for client in self.clients]

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
