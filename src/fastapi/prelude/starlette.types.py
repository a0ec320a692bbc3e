"""The types of ASGI's callables, for annotations."""

from typing import Any, Awaitable, Callable, MutableMapping

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
Lifespan = Callable
StatelessLifespan = Callable
HTTPExceptionHandler = Callable
WebSocketExceptionHandler = Callable
ExceptionHandler = Callable
