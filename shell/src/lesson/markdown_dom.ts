// Markdown's blocks as elements.

import { element } from "../page/dom.ts";
import type { Block, Inline } from "./markdown.ts";
import { blocks, inlines } from "./markdown.ts";

function inline_node(inline: Inline): Node {
  switch (inline.kind) {
    // A number and its unit stay on one line.
    case "text": return document.createTextNode(inline.text.replace(/(\d) (m?s)\b/g, "$1\u00a0$2"));
    case "code": return element("code", {}, inline.text);
    case "strong": return element("strong", {}, inline.text);
    case "emphasis": return element("em", {}, inline.text);
    case "link": return element("a", { href: inline.url, target: "_blank", rel: "noreferrer" }, inline.text);
  }
}

function block_node(block: Block): Node {
  switch (block.kind) {
    case "paragraph": return element("p", {}, ...block.inlines.map(inline_node));
    case "quote": return element("blockquote", {}, ...block.inlines.map(inline_node));
    case "list": return element(block.ordered ? "ol" : "ul", {},
      ...block.items.map((item) => element("li", {}, ...item.map(inline_node))));
    case "code": return element("pre", {}, element("code", {}, block.text));
  }
}

export function markdown_nodes(markdown: string): Node[] { return blocks(markdown).map(block_node); }

export function inline_nodes(text: string): Node[] { return inlines(text).map(inline_node); }
