from asyncio import iscoroutine, iscoroutinefunction
