// Refuses the type `any`, unchecked double casts and forgotten console calls in src/. TypeScript's strict mode keeps
// implicit `any` out; this keeps the explicit one out as well, without a second tool chain.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = new URL("../src", import.meta.url).pathname;
const longest_file = 400;
let complaints = 0;

function complain(file, text, position, message) {
  const line = text.slice(0, position).split("\n").length;
  console.error(`${file}:${line}: ${message}`);
  complaints += 1;
}

function check(file) {
  const text = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) complain(file, text, node.getStart(), "`any`: say what it is, or `unknown`");
    if (ts.isAsExpression(node) && ts.isAsExpression(node.expression) && !ts.isConstTypeReference(node.type))
      complain(file, text, node.getStart(), "a double cast: write a check that narrows");
    if (ts.isCallExpression(node) && node.expression.getText().startsWith("console."))
      complain(file, text, node.getStart(), "console: say it on the page");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const lines = text.split("\n").length;
  if (lines > longest_file) complain(file, text, text.length, `${lines} lines: a file holds one thing, ${longest_file} lines at most`);
}

for (const entry of readdirSync(root, { recursive: true })) {
  if (String(entry).endsWith(".ts")) check(join(root, String(entry)));
}
if (complaints > 0) process.exit(1);
