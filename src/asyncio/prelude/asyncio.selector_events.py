# Connections between a program's own server and its own clients: sockets that are simulated, and over them the transports,
# turn for turn as CPython's selector loop has them. What a socket can do now is told to the loop as an event (loop._arrive),
# which it takes up at the beginning of its next turn, before the timers, as it does with what a selector says.

from contextvars import copy_context
from asyncio import CancelledError, SelectorEventLoop as BaseSelectorEventLoop, _label, gather, sleep
from asyncio.events import AbstractServer
from asyncio.protocols import BufferedProtocol
from asyncio.transports import Transport

_BUFFER_MAX = 2_500_000  # what a connection takes before its reader has read: about what Linux does on loopback
_READ_MAX = 256 * 1024
_HIGH_WATER = 64 * 1024

_listening = {}  # port: listening sockets
_ports_given = 0
_open_fds = set()


def _free_fd():
    fd = 6
    while fd in _open_fds:
        fd += 1
    _open_fds.add(fd)
    return fd


def _free_port():
    global _ports_given
    _ports_given += 1
    return 40000 + _ports_given


def _is_local(host):
    return host.startswith("127.") or host in ("0.0.0.0", "::", "::1", "localhost")


class _Watch:
    """What the loop calls when the socket can be read (or written), as long as it can."""

    def __init__(self, socket, is_possible):
        self.socket = socket
        self.is_possible = is_possible
        self.callback = None
        self.context = None
        self.event = None

    def begin(self, loop, callback):
        self.end()
        self.loop = loop
        self.callback = callback
        self.context = copy_context()
        self.look()

    def end(self):
        was_on = self.callback is not None
        self.callback = None
        if self.event is not None:
            self.event.cancel()
            self.event = None
        return was_on

    def look(self):
        if self.callback is not None and self.event is None and self.is_possible():
            self.event = self.loop._arrive(self.happen, self.context)

    def happen(self):
        self.event = None
        try:
            self.callback()
        finally:
            self.look()


class _Socket:
    family = 2
    type = 1
    proto = 6

    def __init__(self):
        self.fd = _free_fd()
        self.local = self.remote = None
        self.peer = None
        self.inbox = bytearray()
        self.backlog = None
        self.ended = self.closed = self.was_told = False
        self.error = None
        self.connected = False
        self.reading = _Watch(self, self.is_readable)
        self.writing = _Watch(self, self.is_writable)

    def is_readable(self):
        return bool(self.inbox or self.ended or self.error or self.backlog)

    def is_writable(self):
        return self.error is not None or (self.connected and (self.peer is None or len(self.peer.inbox) < _BUFFER_MAX))

    def bind(self, address):
        host, port = address
        if port == 0:
            port = _free_port()
        for other in _listening.get(port, ()):
            if other.local[0] == host or host == "0.0.0.0" or other.local[0] == "0.0.0.0":
                raise OSError(98, "Address already in use")
        self.local = (host, port)

    def listen(self):
        self.backlog = []
        _listening.setdefault(self.local[1], []).append(self)

    def connect(self, address):
        host, port = address
        for server in _listening.get(port, ()):
            if _is_local(host) and server.local[0] in (host, "0.0.0.0"):
                break
        else:
            self.error = ConnectionRefusedError(111, "Connection refused")
            return
        other = _Socket()
        self.local, self.remote = ("127.0.0.1", _free_port()), (host, port)
        other.local, other.remote = self.remote, self.local
        self.peer, other.peer = other, self
        self.connected = other.connected = True
        server.backlog.append(other)
        server.reading.look()

    def accept(self):
        return self.backlog.pop(0) if self.backlog else None

    def send(self, data):
        if self.error is not None:
            raise self.error
        if self.peer.closed:
            # The first write is lost on its way; the answer to it says that nobody is there.
            self.error = BrokenPipeError(32, "Broken pipe")
            return len(data)
        room = _BUFFER_MAX - len(self.peer.inbox)
        data = data[:room]
        self.peer.inbox.extend(data)
        self.peer.reading.look()
        return len(data)

    def receive(self, count):
        if self.inbox:
            data = bytes(self.inbox[:count])
            del self.inbox[:count]
            if self.peer is not None:
                self.peer.writing.look()
            return data
        if self.error is not None and not self.ended:
            raise self.error
        return b"" if self.ended else None

    def end_sending(self):
        if self.peer is not None:
            self.peer.ended = True
            self.peer.reading.look()

    def close(self):
        if self.closed:
            return
        self.closed = True
        _open_fds.discard(self.fd)
        self.reading.end()
        self.writing.end()
        if self.backlog is not None:
            _listening[self.local[1]].remove(self)
            for waiting in self.backlog:
                waiting.close()
        if self.peer is not None:
            if self.inbox:
                self.peer.error = ConnectionResetError(104, "Connection reset by peer")
                self.peer.inbox.clear()
                self.peer.reading.look()
            else:
                self.end_sending()


class TransportSocket:
    """What programs see of a socket."""

    def __init__(self, socket):
        self._socket = socket
        self.family, self.type, self.proto = socket.family, socket.type, socket.proto

    def getsockname(self):
        return self._socket.local

    def getpeername(self):
        if self._socket.remote is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._socket.remote

    def fileno(self):
        return -1 if self._socket.closed else self._socket.fd

    def setsockopt(self, *args):
        pass

    def getsockopt(self, *args):
        return 0

    def __repr__(self):
        text = f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family}, type={self.type}, proto={self.proto}"
        if not self._socket.closed:
            text += f", laddr={self._socket.local}"
            if self._socket.remote is not None:
                text += f", raddr={self._socket.remote}"
        return text + ">"


class _SelectorSocketTransport(Transport):
    def __init__(self, loop, socket, protocol, waiter=None, server=None):
        super().__init__({"socket": TransportSocket(socket), "sockname": socket.local, "peername": socket.remote})
        self._loop = loop
        self._sock = socket
        self._sock_fd = socket.fd
        self._server = server
        self._buffer = bytearray()
        self._conn_lost = 0
        self._closing = self._eof = self._paused = self._protocol_paused = False
        self._low_water, self._high_water = _HIGH_WATER // 4, _HIGH_WATER
        self.set_protocol(protocol)
        if server is not None:
            server._attach()
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed() and self._sock is not None:
            info.append("read=polling" if self._sock.reading.callback else "read=idle")
            info.append(f"write=<{'polling' if self._sock.writing.callback else 'idle'}, bufsize={len(self._buffer)}>")
        return f"<{' '.join(info)}>"

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._paused and not self._closing

    def _begin_reading(self):
        if not self._closing and not self._paused:
            self._sock.reading.begin(self._loop, self._read_ready)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._sock.reading.end()

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._begin_reading()

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data = self._sock.receive(_READ_MAX)
        except OSError as error:
            return self._fatal_error(error, "Fatal read error on socket transport")
        if data is None:
            return
        buffered = isinstance(self._protocol, BufferedProtocol)
        try:
            if not data:
                what = "eof_received"
                if self._protocol.eof_received():
                    self._sock.reading.end()
                else:
                    self.close()
            elif buffered:
                what = "buffer_updated"
                while data:
                    view = self._protocol.get_buffer(-1)
                    count = min(len(view), len(data))
                    view[:count] = data[:count]
                    self._protocol.buffer_updated(count)
                    data = data[count:]
            else:
                what = "data_received"
                self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if transport is None:
                connection.close()  # CPython's goes with the last that holds it
            self._fatal_error(error, f"Fatal error: protocol.{what}() call failed.")

    def write(self, data):
        if not isinstance(data, (bytes, bytearray)) and type(data).__name__ != "memoryview":
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._conn_lost:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                count = self._sock.send(data)
            except OSError as error:
                return self._fatal_error(error, "Fatal write error on socket transport")
            data = data[count:]
            if not data:
                return
            self._sock.writing.begin(self._loop, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            count = self._sock.send(self._buffer)
        except OSError as error:
            self._sock.writing.end()
            self._buffer.clear()
            return self._fatal_error(error, "Fatal write error on socket transport")
        del self._buffer[:count]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._sock.writing.end()
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.end_sending()

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.end_sending()

    def can_write_eof(self):
        return True

    def get_write_buffer_size(self):
        return len(self._buffer)

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high_water, self._low_water = high, low
        self._maybe_pause_protocol()

    def _maybe_pause_protocol(self):
        if len(self._buffer) > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell_protocol("pause_writing")

    def _maybe_resume_protocol(self):
        if self._protocol_paused and len(self._buffer) <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol("resume_writing")

    def _tell_protocol(self, method):
        try:
            getattr(self._protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"protocol.{method}() failed", "exception": error, "transport": self, "protocol": self._protocol})

    def abort(self):
        self._force_close(None)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._sock.reading.end()
        if not self._buffer:
            self._conn_lost += 1
            self._sock.writing.end()
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, error, message):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler(
                {"message": message, "exception": error, "transport": self, "protocol": self._protocol})
        self._force_close(error)

    def _force_close(self, error):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._sock.writing.end()
        if not self._closing:
            self._closing = True
            self._sock.reading.end()
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            if self._server is not None:
                self._server._detach()
                self._server = None


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


class Server(AbstractServer):
    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for socket in self._sockets:
            socket.listen()
            socket.reading.begin(self._loop, lambda socket=socket: self._accept(socket))

    def _accept(self, socket):
        for _ in range(self._backlog):
            connection = socket.accept()
            if connection is None:
                return
            self._loop._quiet(True)
            self._loop.create_task(self._accept_connection2(connection))
            self._loop._quiet(False)

    async def _accept_connection2(self, connection):
        transport = None
        try:
            protocol = self._protocol_factory()
            waiter = self._loop.create_future()
            transport = _SelectorSocketTransport(self._loop, connection, protocol, waiter, self)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if transport is None:
                connection.close()  # CPython's goes with the last that holds it
            if self._loop.get_debug():
                self._loop.call_exception_handler(
                    {"message": "Error on transport creation for incoming connection", "exception": error})

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(TransportSocket(socket) for socket in self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for socket in sockets:
            socket.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    async def start_serving(self):
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        _label(self._serving_forever_fut, "a connection (serve_forever)")
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        _label(waiter, "the server to close")
        self._waiters.append(waiter)
        await waiter


Server.__module__ = "asyncio.base_events"


def _is_address(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


class gaierror(OSError):
    """socket.gaierror."""


gaierror.__module__ = "socket"


async def _resolve(loop, host, port):
    """The address of a host. A name is looked up by a thread of the loop's pool, which takes a turn or two."""
    if not port and isinstance(port, (str, bytes)) or port is None:
        port = 0
    if host is not None and _is_address(host):  # _ipaddr_info
        try:
            return host, int(port)
        except (TypeError, ValueError):
            pass
    answer = loop.create_future()
    loop.call_soon(answer.set_result, None)
    await answer
    port = _service(port)
    if host is None:
        return "0.0.0.0", port
    return "127.0.0.1" if _is_local(host) else host, port


def _service(port):
    """The port as getaddrinfo() takes it: a number of more than 16 bits is cut."""
    if isinstance(port, (str, bytes)):
        text = port if isinstance(port, str) else port.decode()
        if not (text.isascii() and text.isdigit()):
            raise gaierror(-8, "Servname not supported for ai_socktype")
        return int(text) % 0x10000
    if type(port) is not int:
        raise OSError("Int or String expected")
    if not -2**63 <= port < 2**63:
        raise OverflowError("Python int too large to convert to C long")
    if port < 0:
        raise gaierror(-8, "Servname not supported for ai_socktype")
    return port % 0x10000


def _check_port(port, call):
    if not 0 <= port <= 0xffff:
        raise OverflowError(f"{call}(): port must be 0-65535.")


def _refuse(**options):
    for name, value in options.items():
        if value is not None:
            raise NotImplementedError(f"One Waiter does not run connections with {name}= yet: a plain host and port is the usual way")


async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None,
                        reuse_address=None, reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    _refuse(ssl=ssl, sock=sock)
    if host is None and port is None:
        raise ValueError("Neither host/port nor sock were specified")
    if host == "":
        hosts = [None]
    elif host is None or isinstance(host, str):
        hosts = [host]
    else:
        hosts = host
    self._quiet(True)
    resolving = gather(*[_create_server_getaddrinfo(self, each, port) for each in hosts])
    self._quiet(False)
    sockets = []
    try:
        for address in dict.fromkeys(await resolving):
            socket = _Socket()
            sockets.append(socket)
            _check_port(address[1], "bind")
            try:
                socket.bind(address)
            except OSError as error:
                raise OSError(error.errno, f"error while attempting to bind on address {address!r}: {error.strerror.lower()}") from None
    except BaseException:
        for socket in sockets:
            socket.close()
        raise
    server = Server(self, sockets, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def _create_server_getaddrinfo(loop, host, port):
    return await _resolve(loop, host, port)


async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
                            server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
                            interleave=None):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    _refuse(ssl=ssl, sock=sock, local_addr=local_addr)
    if host is None and port is None:
        raise ValueError("host and port was not specified and no sock specified")
    address = await _resolve(self, host, port)
    socket = _Socket()
    try:
        await _sock_connect(self, socket, address)
    except BaseException:
        socket.close()
        raise
    try:
        protocol = protocol_factory()
    except BaseException:
        socket.close()
        raise
    waiter = self.create_future()
    transport = _SelectorSocketTransport(self, socket, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def _sock_connect(loop, socket, address):
    _check_port(address[1], "connect")
    future = loop.create_future()
    _label(future, f"a connection to {address[0]}:{address[1]}")

    def connected():
        if future.done():
            return
        if socket.error is not None:
            error, socket.error = socket.error, None
            future.set_exception(type(error)(error.errno, f"Connect call failed {address}"))
        else:
            future.set_result(None)

    socket.connect(address)
    socket.writing.begin(loop, connected)
    future.add_done_callback(lambda future: socket.writing.end())
    return await future


for _method in create_server, create_connection:
    _method.__qualname__ = "BaseEventLoop." + _method.__name__
