// The Share button: a link into the clipboard; where that is not allowed, into the address bar, and it says so.

import type { Notices } from "./notice.ts";
import type { SharedRun } from "./share.ts";
import { to_fragment } from "./share.ts";

export async function share_link(run: SharedRun | null, notices: Notices): Promise<void> {
  if (run === null) return;
  const fragment = await to_fragment(run);
  const link = new URL(fragment, window.location.href).href;
  // replaceState does not fire hashchange, so the page does not open its own link.
  window.history.replaceState(null, "", fragment);
  try {
    await navigator.clipboard.writeText(link);
    notices.say("The link is copied. It holds the lesson, your program, its clients and the playhead.");
  } catch {
    notices.say("The link is in the address bar. It holds the lesson, your program, its clients and the playhead.");
  }
}
