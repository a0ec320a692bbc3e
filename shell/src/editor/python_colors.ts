// Python in the engine's palette: each kind of word has a role there (src/view/theme.h) and no colour here.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const color = (role: string): string => `var(--ow-${role})`;

export const python_colors = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.operatorKeyword,
          tags.self, tags.bool, tags.null], color: color("keyword") },
  { tag: [tags.string, tags.special(tags.string), tags.character, tags.escape], color: color("string") },
  { tag: [tags.number, tags.integer, tags.float, tags.standard(tags.typeName)], color: color("number") },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName),
          tags.function(tags.definition(tags.variableName)), tags.definition(tags.className), tags.className],
    color: color("function") },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: color("comment"), fontStyle: "italic" },
  { tag: [tags.operator, tags.punctuation, tags.separator], color: color("text") },
]));
