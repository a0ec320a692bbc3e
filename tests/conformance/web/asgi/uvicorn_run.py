# uvicorn.run(app) serves, and the program goes on after it.
import uvicorn


async def application(scope, receive, send):
    if scope["type"] != "http":
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


if __name__ == "__main__":
    print("before")
    uvicorn.run(application, host="0.0.0.0", port=8000)
    print("after")
