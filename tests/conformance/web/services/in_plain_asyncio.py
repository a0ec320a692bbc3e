# A program without an application: httpx in asyncio.run, reaching the scenario's services.
import asyncio
import time

import httpx


async def main():
    start = time.perf_counter()
    async with httpx.AsyncClient() as client:
        tasks = [client.get(f"https://api.example.com/items/{i}") for i in range(3)]
        for response in await asyncio.gather(*tasks):
            print(response.status_code, response.text, response)
    print(f"{time.perf_counter() - start:.2f}")
    try:
        async with httpx.AsyncClient(timeout=0.5) as client:
            await client.get("https://api.example.com/items/2")
    except httpx.ReadTimeout as e:
        print(repr(e))


asyncio.run(main())
