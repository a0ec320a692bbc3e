# requests blocks whoever calls it: in async def the loop, in def one worker.
import requests
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/weather/{city}")
def weather(city: str):
    try:
        response = requests.get(f"https://weather.example.com/{city}", params={"units": "metric"}, timeout=2)
        response.raise_for_status()
        return {"url": response.url, "data": response.json(), "ok": response.ok}
    except requests.exceptions.HTTPError as e:
        raise HTTPException(status_code=e.response.status_code, detail=str(e))
    except requests.exceptions.Timeout as e:
        raise HTTPException(504, detail=str(e))
    except requests.exceptions.ConnectionError as e:
        raise HTTPException(502, detail=str(e).replace(" at 0x0", "").split(" object")[0])


@app.get("/bad/{city}")
async def bad(city: str):
    return requests.get(f"https://weather.example.com/{city}").json()


@app.get("/health")
async def health():
    return "ok"
