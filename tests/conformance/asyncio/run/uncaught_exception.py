# conformance: stderr
# An exception that leaves main ends the program; its traceback names the program's frames from the call of run inwards.
import asyncio


async def cook(dish):
    await asyncio.sleep(1)
    if dish == "toast":
        raise ValueError(f"{dish} is burnt")
    return dish


async def serve(dishes):
    for dish in dishes:
        print("served", await cook(dish))


async def main():
    try:
        await serve(["soup", "toast", "pie"])
    finally:
        print("closing")


asyncio.run(main())
print("never printed")
