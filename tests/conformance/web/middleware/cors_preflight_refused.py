# Preflights that are refused, each with its reason; plain requests from elsewhere are answered, without the header.
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://good.example"], allow_origin_regex=r"https://.*\.good\.example",
                   allow_methods=["GET", "PUT"], allow_headers=["X-Token"], expose_headers=["X-Left"], max_age=60)


@app.api_route("/thing", methods=["GET", "PUT", "DELETE"])
async def thing():
    return "thing"
