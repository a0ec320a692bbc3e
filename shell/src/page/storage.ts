// What the page keeps in this browser: programs, predictions, choices. Storage can be forbidden or full; then the page
// still works, it only forgets, and says so once.

const prefix = "waiter.";
let refused: (() => void) | null = null;

/** Called once, the first time that something could not be kept. */
export function on_refused(listener: () => void): void { refused = listener; }

export function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    window.localStorage.setItem(prefix + key, value);
  } catch {
    refused?.();
    refused = null;
  }
}

export function forget(key: string): void {
  try {
    window.localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept there, so there is nothing to forget.
  }
}
