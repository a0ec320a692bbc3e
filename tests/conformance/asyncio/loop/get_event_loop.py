# get_event_loop in and outside of a loop; set_event_loop; policies.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.get_event_loop() is loop, asyncio.get_event_loop_policy().get_event_loop() is loop)


first = asyncio.get_event_loop()
print(first is asyncio.get_event_loop(), first.is_closed(), type(first).__name__)
first.run_until_complete(asyncio.sleep(1))
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
second = asyncio.new_event_loop()
asyncio.set_event_loop(second)
print(asyncio.get_event_loop() is second, isinstance(second, asyncio.AbstractEventLoop))
future = asyncio.Future()
print(future.get_loop() is second)
for wrong in (lambda: asyncio.set_event_loop(3), lambda: asyncio.set_event_loop_policy(3)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Policy(type(asyncio.get_event_loop_policy())):
    def new_event_loop(self):
        print("the policy makes a loop")
        return super().new_event_loop()


first.close()
second.close()
policy = Policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy))
