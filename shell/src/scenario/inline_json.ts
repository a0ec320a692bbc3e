// JSON for a field of a few lines: in one line if it is short, else indented.

export function inline_json(value: unknown): string {
  const line = JSON.stringify(value) ?? "";
  return line.length <= 60 ? line : JSON.stringify(value, null, 2);
}

/** A body as it is shown: JSON indented, anything else as it came. */
export function pretty_body(body: string, content_type: string): string {
  if (!/json/i.test(content_type)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
