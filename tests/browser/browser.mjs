// Chromium with WebGL 2 in software, and nothing that talks to the world.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { repository } from "./companion.mjs";

// The one lock file is the page's; the tests use what it pins.
const { chromium } = createRequire(`${repository}shell/package.json`)("playwright-core");

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function launch_browser() {
  const executablePath = process.env.CHROMIUM || places.find((place) => existsSync(place));
  if (!executablePath) throw new Error("No Chromium was found: set CHROMIUM to its path.");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
