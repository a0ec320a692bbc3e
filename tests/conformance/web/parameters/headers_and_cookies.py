# Header and cookie parameters; what the request object says of them.
from typing import List, Optional

from fastapi import Cookie, FastAPI, Header, Request, Response

app = FastAPI()


@app.get("/headers")
def headers(user_agent: Optional[str] = Header(default=None), x_token: List[str] = Header(default=[]), strange: str = Header(default="no", convert_underscores=False)):
    return {"agent": user_agent, "tokens": x_token, "strange": strange}


@app.get("/needed")
def needed(x_count: int = Header()):
    return x_count


@app.get("/cookies")
def cookies(ads_id: Optional[str] = Cookie(default=None), n: int = Cookie(default=0)):
    return {"ads_id": ads_id, "n": n}


@app.post("/set")
def set_cookie(response: Response):
    response.set_cookie("session", "abc", max_age=60, httponly=True)
    response.headers["X-Cat"] = "meow"
    response.status_code = 201
    return "set"


@app.get("/request")
async def request(request: Request):
    return {
        "method": request.method, "path": request.url.path, "query": dict(request.query_params), "client": request.client.host,
        "port": request.client.port, "host": request.headers["host"], "cookies": request.cookies, "base": str(request.base_url),
    }
