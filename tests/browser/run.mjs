// The built page in a real browser: `node tests/browser/run.mjs` after ./dev build. It starts the companion that was built, which
// serves the page, and Debian's Chromium with software WebGL. CHROMIUM names another browser, WAITER_URL a page that is
// already served. Needs Node 18 or newer.
//
// Test files say what a reader does and sees; how a browser is driven stands in reader.mjs.

import "./first_sight.test.mjs";
import "./editor.test.mjs";
import "./playhead.test.mjs";
import "./pointer.test.mjs";
import "./trouble.test.mjs";
import "./keeping.test.mjs";
import "./lesson.test.mjs";
import "./phone.test.mjs";
import "./clients.test.mjs";
import "./idle.test.mjs";
