"""Names that stand in starlette.websockets."""

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
