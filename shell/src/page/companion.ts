// Is the companion there? The page asks the server it came from, once at the start and when the reader comes back to the
// page, and shows a badge only if it answers. A page from a static host (https) has no companion to ask.

export async function companion_address(): Promise<string | null> {
  if (window.location.protocol !== "http:") return null;
  try {
    const response = await fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(2000) });
    const type = response.headers.get("content-type") ?? "";
    return response.ok && type.startsWith("application/json") ? window.location.host : null;
  } catch {
    return null;
  }
}

export function watch_companion(badge: HTMLElement, text: HTMLElement): void {
  const ask = async (): Promise<void> => {
    const address = await companion_address();
    badge.hidden = address === null;
    text.textContent = `companion · ${address ?? ""}`;
  };
  void ask();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void ask(); });
}
