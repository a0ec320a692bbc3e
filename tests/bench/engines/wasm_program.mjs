// Calls waiter_bench (wasm.cpp) of the module that Emscripten made. It stands alone, because Chromium gets it as text.

export function program_runner(module) {
  return (text) => {
    const bytes = module.lengthBytesUTF8(text) + 1;
    const memory = module._malloc(bytes);
    module.stringToUTF8(text, memory, bytes);
    const output = module.UTF8ToString(module._waiter_bench(memory));
    module._free(memory);
    if (output.startsWith("!")) throw new Error(output.slice(1));
    return output;
  };
}
