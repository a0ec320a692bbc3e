// Scopes. syntax/symbols_cases.inc holds the tables and the errors of CPython 3.11's symtable (syntax/make_cases.py).

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "parser_support.h"
#include "python/symbols.h"

using namespace waiter::python;

namespace {

std::string scope_text(const Scope& scope, int depth) {
  static constexpr const char* kKinds[] = {"module", "class", "function"};
  static constexpr const char* kPlaces[] = {"local", "cell", "free", "global", "builtin"};
  struct Word {
    int flag;
    const char* word;
  };
  static constexpr Word kWords[] = {
      {kDefGlobal, "global"}, {kDefLocal, "bound"},     {kDefParameter, "parameter"}, {kDefNonlocal, "nonlocal"},
      {kUse, "used"},         {kDefFreeClass, "class"}, {kDefImport, "import"},       {kDefAnnotation, "annotated"}};
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  const unsigned line = scope.kind == ScopeKind::kModule ? 0 : scope.node->span.line;
  std::string text =
      indent + kKinds[static_cast<int>(scope.kind)] + " " + std::string(scope.name) + " " + std::to_string(line) + "\n";
  std::vector<std::string> names;
  for (const Symbol& symbol : scope.symbols) {
    std::string row = indent + "- " + std::string(symbol.name) + " " + kPlaces[static_cast<int>(symbol.scope)];
    for (const Word& word : kWords) {
      if ((symbol.flags & word.flag) != 0) row += std::string(" ") + word.word;
    }
    names.push_back(row + "\n");
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) text += name;
  for (const Scope* child : scope.children) text += scope_text(*child, depth + 1);
  return text;
}

std::string symbols_of(std::string_view source) {
  Arena arena;
  const ParseResult parsed = parse(source, "test.py", arena);
  if (!parsed.diagnostics.empty()) return first_error(source);
  const SymbolResult result = analyse(*parsed.module, arena);
  if (result.diagnostics.empty()) return scope_text(*result.module, 0);
  const Diagnostic& error = result.diagnostics.front();
  const int end = error.span.end_line != 0 ? static_cast<int>(error.span.end_column) + 1 : 0;
  return error.message + " " + std::to_string(error.span.line) + ":" + std::to_string(error.span.column + 1) + "-" +
         std::to_string(end) + "\n";
}

}  // namespace

TEST_CASE("every name has the scope and the flags that CPython gives it, or the program CPython's error") {
  static const SourceCase kCases[] = {
#include "syntax/symbols_cases.inc"
  };
  for (const SourceCase& row : kCases) {
    CAPTURE(row.source);
    CHECK(symbols_of(row.source) == row.expected);
  }
}

TEST_CASE("a scope says what kind of function it is, and what its closure holds") {
  Arena arena;
  const ParseResult parsed = parse(
      "def f(a, *b, c, **d):\n"
      "    z = y = 1\n"
      "    async def g():\n"
      "        yield a, z, y\n"
      "        return\n"
      "class C:\n"
      "    def m(self): return super().m()\n",
      "test.py", arena);
  REQUIRE(parsed.diagnostics.empty());
  const SymbolResult result = analyse(*parsed.module, arena);
  const Scope* f = result.of(parsed.module->body[0]);
  REQUIRE(f != nullptr);
  CHECK(f->parameters == std::vector<std::string_view>{"a", "c", "b", "d"});
  CHECK(f->has_varargs);
  CHECK(f->has_varkeywords);
  CHECK_FALSE(f->is_coroutine);
  CHECK(f->cell_names == std::vector<std::string_view>{"a", "y", "z"});
  const Scope* g = f->children.at(0);
  CHECK(g->is_async_generator());
  CHECK_FALSE(g->returns_value);
  CHECK(g->is_nested);
  CHECK(g->free_names == std::vector<std::string_view>{"a", "y", "z"});
  const Scope* c = result.of(parsed.module->body[1]);
  CHECK(c->needs_class_cell);
  CHECK(c->children.at(0)->free_names == std::vector<std::string_view>{"__class__"});
}

TEST_CASE("private names are mangled as CPython mangles them") {
  Arena arena;
  CHECK(mangle("A", "__x", arena) == "_A__x");
  CHECK(mangle("__A", "__x", arena) == "_A__x");
  CHECK(mangle("A", "__x__", arena) == "__x__");
  CHECK(mangle("A", "_x", arena) == "_x");
  CHECK(mangle("___", "__x", arena) == "__x");
  CHECK(mangle("", "__x", arena) == "__x");
}

TEST_CASE("a tree of kTreeDepthMax is analysed, a deeper one is refused") {
  auto sum = [](int terms) { return "x" + repeat("+x", terms - 1); };
  // The statement is one level and the innermost name another.
  CHECK(symbols_of(sum(kTreeDepthMax - 1)).substr(0, 10) == "module top");
  CHECK(symbols_of(sum(kTreeDepthMax)).substr(0, 51) == "maximum recursion depth exceeded during compilation");
}
