# What a WebSocket refuses: receiving before the accept, accepting twice, text where bytes were asked for, JSON that is
# none, receiving after the end, closing twice.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


def told(error):
    print(type(error).__name__, *[str(arg) for arg in error.args][:1])


@app.websocket("/early")
async def early(websocket: WebSocket):
    for act in (websocket.receive_text, websocket.receive_json):
        try:
            await act()
        except Exception as error:
            told(error)
    await websocket.accept()
    try:
        await websocket.accept()
    except Exception as error:
        told(error)
    await websocket.send_text("still here")
    await websocket.close(1001)
    for act in (websocket.close, lambda: websocket.send_text("x")):
        try:
            await act()
        except Exception as error:
            told(error)


@app.websocket("/kinds")
async def kinds(websocket: WebSocket):
    await websocket.accept()
    for receive in (websocket.receive_bytes, websocket.receive_text, websocket.receive_json, websocket.receive_json):
        try:
            print("got", repr(await receive()))
        except WebSocketDisconnect as gone:
            print("gone", gone.code)
            break
        except Exception as error:
            told(error)
    print(websocket.client_state.name, websocket.application_state.name)
    try:
        print(await websocket.receive_text())
    except Exception as error:
        print(type(error).__name__, getattr(error, "code", ""))
    try:
        print(await websocket.receive_text())
    except Exception as error:
        told(error)
