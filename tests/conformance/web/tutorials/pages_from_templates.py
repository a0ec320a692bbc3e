# Pages made from templates: a base that others extend, a list, a loop, filters, escaping, an include, links by name; a page of its own
# and a file for download.
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

app = FastAPI()
app.mount("/static", StaticFiles(directory="pages/static"), name="static")
templates = Jinja2Templates(directory="pages")
dishes = [{"name": "soup & bread", "price": 4.5}, {"name": "<pie>", "price": 7}]


@app.get("/", response_class=HTMLResponse)
async def home(request: Request, who: str = "guest"):
    return templates.TemplateResponse("menu.html", {"request": request, "who": who, "dishes": dishes})


@app.get("/dish/{number}", response_class=HTMLResponse)
async def dish(request: Request, number: int):
    if number >= len(dishes):
        return templates.TemplateResponse("missing.html", {"request": request, "number": number}, status_code=404)
    return templates.TemplateResponse("dish.html", {"request": request, "dish": dishes[number], "number": number})


@app.get("/plan")
async def plan():
    return FileResponse("pages/static/plan.txt", media_type="text/plain", filename="plan.txt")


@app.get("/lost")
async def lost():
    return FileResponse("pages/lost.txt")


@app.get("/no-template")
async def no_template(request: Request):
    return templates.TemplateResponse("nothing.html", {"request": request})
