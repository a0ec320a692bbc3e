# Redirects: the slash that is missing (307 keeps method and body), 303 makes a GET of a POST, a relative place, one elsewhere, and a
# circle that is left after twenty.
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse

app = FastAPI()
seen = []


@app.post("/items/")
async def create(request: Request):
    return {"body": (await request.body()).decode(), "type": request.headers.get("content-type")}


@app.post("/form")
async def form():
    return RedirectResponse("/thanks?from=form", status_code=303)


@app.api_route("/moved", methods=["GET", "POST", "PUT"])
async def moved():
    return RedirectResponse("/thanks", status_code=302)


@app.api_route("/thanks", methods=["GET", "POST", "PUT"])
async def thanks(request: Request):
    length = request.headers.get("content-length")
    return {"method": request.method, "query": str(request.query_params), "length": length, "host": request.headers["host"]}


@app.get("/deep/er/place")
async def relative():
    return RedirectResponse("other?x=1")


@app.get("/deep/er/other")
async def other(x: int):
    return x


@app.get("/away")
async def away():
    return RedirectResponse("https://example.com/there")


@app.get("/round/{n}")
async def circle(n: int):
    seen.append(n)
    return RedirectResponse(f"/round/{n + 1}")


@app.get("/seen")
async def how_often():
    return len(seen)
