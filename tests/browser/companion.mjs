// Starts the companion on a free port and finds out which.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

const start_ms_max = 10_000;

/** Resolves to {url, stop}; rejects with what the companion said if it does not start. */
export async function start_companion() {
  if (process.env.WAITER_URL) return { url: process.env.WAITER_URL, stop: () => {} };
  const waiter = `${repository}build/native/waiter`;
  const page = `${repository}build/page`;
  if (!existsSync(waiter) || !existsSync(`${page}/index.html`)) throw new Error("Nothing is built yet: run ./dev build.");
  const process_ = spawn(waiter, ["serve", "--port", "0", "--page", page], { stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => { process_.kill(); };
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(`The companion named no address in ${start_ms_max} ms: ${said}`)); }, start_ms_max);
    const listen = (bytes) => {
      said += bytes;
      const address = /http:\/\/[\w.[\]:]+:\d+/.exec(said);
      if (address !== null) {
        clearTimeout(timer);
        resolve(address[0]);
      }
    };
    process_.stdout.on("data", listen);
    process_.stderr.on("data", listen);
    process_.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The companion ended with ${code}: ${said}`));
    });
  }).catch((error) => {
    stop();
    throw error;
  });
  return { url, stop };
}
