# API keys by header, query and cookie, HTTP Basic with its challenge, HTTP Bearer; what is missing and what is malformed.
import secrets

from fastapi import Depends, FastAPI, HTTPException, Security, status
from fastapi.security import APIKeyCookie, APIKeyHeader, APIKeyQuery, HTTPBasic, HTTPBasicCredentials

app = FastAPI()
security = HTTPBasic()
header = APIKeyHeader(name="X-API-Key")
query = APIKeyQuery(name="key", auto_error=False)
cookie = APIKeyCookie(name="session", auto_error=False)


def get_current_username(credentials: HTTPBasicCredentials = Depends(security)):
    right_name = secrets.compare_digest(credentials.username.encode("utf8"), b"stanleyjobson")
    right_password = secrets.compare_digest(credentials.password.encode("utf8"), b"swordfish")
    if not (right_name and right_password):
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Incorrect username or password", headers={"WWW-Authenticate": "Basic"})
    return credentials.username


@app.get("/users/me")
def read_current_user(username: str = Depends(get_current_username)):
    return {"username": username}


@app.get("/any")
async def any_key(q: str = Security(query), c: str = Security(cookie)):
    return {"query": q, "cookie": c}


@app.get("/query")
async def by_query(q: str = Security(query)):
    if q != "k":
        raise HTTPException(403, "wrong key")
    return q
