# An HTTPException raised in an earlier dependency wins over validation errors; all errors of parameters come together.
from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()


def checks(a: int, fail: bool = False):
    if fail:
        raise HTTPException(status_code=418, detail={"why": ["teapot", 1]}, headers={"X-Pot": "short"})
    return a


@app.get("/{n}")
def endpoint(n: int, b: int, a: int = Depends(checks)):
    return [n, a, b]
