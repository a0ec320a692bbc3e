# What every WebAssembly module of ours is linked with, the page's and the benchmark's: WAITER_WASM_OPTIONS.

# The same stack with every Emscripten: 3.1.27 renamed the setting and took the default from 5 MB to 64 kB, on which a deeply
# nested program does not parse.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(stack_setting TOTAL_STACK)
else()
  set(stack_setting STACK_SIZE)
endif()

set(WAITER_WASM_OPTIONS
  -s${stack_setting}=5242880
  -fno-exceptions
  -sDYNAMIC_EXECUTION=0     # no eval: the page runs under a strict Content-Security-Policy
  -sFILESYSTEM=0
  -sALLOW_MEMORY_GROWTH=1
  -sASSERTIONS=0)           # Emscripten's own; WAITER_ASSERT stays on
