#pragma once
// The modules fastapi, starlette and pydantic: our own, written in Python (prelude/*.py), embedded at build time. An application made
// with them is an ASGI 3 application; who calls it, and from where its requests come, is for the floors above.

namespace waiter::fastapi {

/// Makes the modules importable. Before the first VM is made, or after: they are looked for when they are imported.
void install();

}  // namespace waiter::fastapi
