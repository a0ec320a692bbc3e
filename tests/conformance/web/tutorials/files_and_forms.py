# Files and forms of several parts: a file with its name and type, several of one name, a form beside them, bytes, what is missing.
from typing import List, Optional

from fastapi import FastAPI, File, Form, UploadFile

app = FastAPI()


@app.post("/upload")
async def upload(file: UploadFile, note: str = Form("no note")):
    content = await file.read()
    await file.seek(0)
    again = await file.read(3)
    return {"name": file.filename, "type": file.content_type, "size": len(content), "begin": again.decode(), "note": note}


@app.post("/bytes")
async def as_bytes(file: bytes = File(...)):
    return len(file)


@app.post("/several")
async def several(files: List[UploadFile]):
    return [file.filename for file in files]


@app.post("/optional")
def optional(file: Optional[UploadFile] = File(None)):
    if file is None:
        return "none"
    return file.file.read().decode()


@app.post("/login")
async def login(username: str = Form(..., min_length=2), age: int = Form(...)):
    return {"username": username, "age": age}
