// Calls what a module that Emscripten made has for a program's text. It stands alone, because Chromium gets it as text.

/** What the module's function, from a text to a text, gives. */
export function call_with_text(module, called, text) {
  const bytes = module.lengthBytesUTF8(text) + 1;
  const memory = module._malloc(bytes);
  module.stringToUTF8(text, memory, bytes);
  const answer = module.UTF8ToString(called(memory));
  module._free(memory);
  return answer;
}

/** waiter_bench (wasm.cpp); for a job, which is JSON, waiter_bench_application. */
export function program_runner(module) {
  const run = (text) => {
    const output = call_with_text(module, text.startsWith("{") ? module._waiter_bench_application : module._waiter_bench, text);
    if (output.startsWith("!")) throw new Error(output.slice(1));
    return output;
  };
  run.prepare = () => module._waiter_bench_prepare();
  return run;
}
