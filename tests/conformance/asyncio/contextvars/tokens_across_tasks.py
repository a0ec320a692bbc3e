# A token belongs to the context in which it was made.
import asyncio
import contextvars

var = contextvars.ContextVar("var")


async def resets(token):
    try:
        var.reset(token)
    except ValueError as error:
        return str(error).split(" at 0x")[-1].split("> ")[-1]


async def main():
    token = var.set(1)
    print(await asyncio.create_task(resets(token)))
    print(token.old_value is contextvars.Token.MISSING, token.var is var)
    second = var.set(2)
    print(second.old_value)
    var.reset(second)
    print(var.get())
    var.reset(token)
    try:
        var.get()
    except LookupError as error:
        print(type(error).__name__)
    print(contextvars.copy_context().get(var, "nothing"), var in contextvars.copy_context())


asyncio.run(main())
