// MicroPython compiled to WebAssembly, in Node.

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import { answer_paths } from "./answer.mjs";

let output = "";
const decoder = new TextDecoder();
const micropython = await loadMicroPython({
  heapsize: 256 * 1024 * 1024,
  linebuffer: false,
  stdout: (bytes) => { output += decoder.decode(bytes, { stream: true }); },
});
micropython.runPython("import gc, sys");
micropython.runPython("version = '.'.join(str(part) for part in sys.implementation[1][:3])");
await answer_paths(`MicroPython ${micropython.globals.get("version")}`, (text) => {
  output = "";
  micropython.globals.set("text", text);
  micropython.runPython("gc.collect()\nexec(text, {'__name__': '__main__'})");
  return output;
});
