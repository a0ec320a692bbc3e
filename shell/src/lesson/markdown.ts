// The little Markdown that lessons are written in: paragraphs, lists, quotes, fenced code; and within a line `code`,
// **strong**, *emphasis* and [links](https://...). Parsed to plain values, so that it is tested without a page and so that no text
// can become markup.

export type Inline =
  | { kind: "text" | "code" | "strong" | "emphasis"; text: string }
  | { kind: "link"; text: string; url: string };

export type Block =
  | { kind: "paragraph" | "quote"; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "code"; text: string };

const inline_pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/g;

export function inlines(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(inline_pattern)) {
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    const [, code, strong, emphasis, link, url] = match;
    if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (strong !== undefined) parts.push({ kind: "strong", text: strong });
    else if (emphasis !== undefined) parts.push({ kind: "emphasis", text: emphasis });
    else if (link !== undefined && url !== undefined) parts.push({ kind: "link", text: link, url });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

const bullet = /^\s*[-*]\s+/;
const numeral = /^\s*\d+[.)]\s+/;

function text_block(lines: readonly string[]): Block {
  const first = lines[0] ?? "";
  const item = bullet.test(first) ? bullet : numeral.test(first) ? numeral : null;
  if (item !== null) {
    const items: string[] = [];
    for (const line of lines) {
      if (item.test(line)) items.push(line.replace(item, ""));
      else items.push(`${items.pop() ?? ""} ${line.trim()}`);  // an item that goes on in the next line
    }
    return { kind: "list", ordered: item === numeral, items: items.map(inlines) };
  }
  if (lines.every((line) => line.startsWith(">")))
    return { kind: "quote", inlines: inlines(lines.map((line) => line.replace(/^>\s?/, "")).join(" ")) };
  return { kind: "paragraph", inlines: inlines(lines.map((line) => line.trim()).join(" ")) };
}

export function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let lines: string[] = [];
  let code: string[] | null = null;
  const close = (): void => {
    if (lines.length > 0) found.push(text_block(lines));
    lines = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith("```")) {
      if (code === null) {
        close();
        code = [];
      } else {
        found.push({ kind: "code", text: code.join("\n") });
        code = null;
      }
    } else if (code !== null) code.push(line);
    else if (line.trim() === "") close();
    else lines.push(line);
  }
  if (code !== null) found.push({ kind: "code", text: code.join("\n") });  // a fence that was left open
  close();
  return found;
}
