# conformance: stderr
# An exception in startup ends the program; nobody is served.
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        try:
            raise ConnectionError("no database")
        except ConnectionError:
            await send({"type": "lifespan.startup.failed", "message": "no database"})
            raise
