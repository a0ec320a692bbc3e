# conformance: stderr
import asyncio

async def child():
    pass

def main():
    await child()
