# OAuth2's bearer token and password form, HTTP Basic, an API key: what each says when it is missing.
import secrets

from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import APIKeyHeader, HTTPBasic, HTTPBasicCredentials, OAuth2PasswordBearer, OAuth2PasswordRequestForm

app = FastAPI()
bearer = OAuth2PasswordBearer(tokenUrl="token")
optional = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)
basic = HTTPBasic()


@app.post("/token")
async def token(form: OAuth2PasswordRequestForm = Depends()):
    if form.password != "secret":
        raise HTTPException(status_code=400, detail="Incorrect username or password")
    return {"access_token": form.username, "token_type": "bearer", "scopes": form.scopes}


@app.get("/me")
async def me(token: str = Depends(bearer)):
    return token


@app.get("/maybe")
async def maybe(token: str = Depends(optional)):
    return token


@app.get("/basic")
def basic_user(credentials: HTTPBasicCredentials = Depends(basic)):
    return [credentials.username, secrets.compare_digest(credentials.password, "pass")]
