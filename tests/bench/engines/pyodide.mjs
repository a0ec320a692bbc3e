// Pyodide, CPython compiled to WebAssembly, in Node, from its npm package and without the network.

import { loadPyodide, version } from "pyodide";
import { answer_paths } from "./answer.mjs";

let output = "";
const decoder = new TextDecoder();
const pyodide = await loadPyodide();
pyodide.setStdout({
  write: (bytes) => {
    output += decoder.decode(bytes, { stream: true });
    return bytes.length;
  },
});
const python = pyodide.runPython("import platform; platform.python_version()");
await answer_paths(`Pyodide ${version} (${python})`, (text) => {
  output = "";
  const globals = pyodide.toPy({ __name__: "__main__" });
  pyodide.runPython(text, { globals });
  pyodide.runPython("import sys; sys.stdout.flush()");
  globals.destroy();
  return output;
});
