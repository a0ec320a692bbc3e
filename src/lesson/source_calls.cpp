#include "lesson/source_calls.h"

#include <map>
#include <string>
#include <vector>

#include "python/lexer.h"

namespace waiter::lesson {
namespace {

using python::Token;
using python::TokenKind;

bool is_name(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == TokenKind::kName;
}
bool is(const std::vector<Token>& tokens, std::size_t at, TokenKind kind) {
  return at < tokens.size() && tokens[at].kind == kind;
}

// Reads "a.b.c" and moves behind it.
std::string read_dotted(const std::vector<Token>& tokens, std::size_t& at) {
  std::string name;
  while (is_name(tokens, at)) {
    name += tokens[at++].text;
    if (!is(tokens, at, TokenKind::kDot) || !is_name(tokens, at + 1)) break;
    name += '.';
    ++at;
  }
  return name;
}

// What a name stands for: "gather" -> "asyncio.gather", "aio" -> "asyncio".
std::map<std::string, std::string, std::less<>> imported_names(const std::vector<Token>& tokens) {
  std::map<std::string, std::string, std::less<>> names;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool from = tokens[i].kind == TokenKind::kFrom;
    if (!from && tokens[i].kind != TokenKind::kImport) continue;
    std::size_t at = i + 1;
    std::string module;
    if (from) {
      module = read_dotted(tokens, at);
      if (module.empty() || !is(tokens, at, TokenKind::kImport)) continue;  // `yield from`, a relative import
      module += '.';
      ++at;
      if (is(tokens, at, TokenKind::kLeftParen)) ++at;
    }
    while (is_name(tokens, at)) {
      const std::string name = read_dotted(tokens, at);
      if (is(tokens, at, TokenKind::kAs) && is_name(tokens, at + 1)) {
        names[std::string(tokens[at + 1].text)] = module + name;
        at += 2;
      } else if (from) {
        names[name] = module + name;
      }
      if (!is(tokens, at, TokenKind::kComma)) break;
      ++at;
    }
    i = at - 1;
  }
  return names;
}

}  // namespace

bool source_calls(std::string_view source, std::string_view dotted_name) {
  python::Arena arena;
  python::Lexer lexer(python::normalise_source(source, arena));
  std::vector<Token> tokens;
  for (Token token = lexer.next(); token.kind != TokenKind::kEndMarker && token.kind != TokenKind::kError; token = lexer.next()) {
    tokens.push_back(token);
  }
  const auto imported = imported_names(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_name(tokens, i)) continue;
    const TokenKind before = i == 0 ? TokenKind::kNewline : tokens[i - 1].kind;
    const bool is_defined_here = before == TokenKind::kDef || before == TokenKind::kClass;
    const bool belongs_to_a_value = before == TokenKind::kDot;
    std::size_t at = i;
    std::string name = read_dotted(tokens, at);
    if (is(tokens, at, TokenKind::kLeftParen) && !is_defined_here && !belongs_to_a_value) {
      const std::size_t first_end = std::min(name.find('.'), name.size());
      if (const auto alias = imported.find(std::string_view(name).substr(0, first_end)); alias != imported.end()) {
        name = alias->second + name.substr(first_end);
      }
      if (name == dotted_name) return true;
    }
    i = at - 1;
  }
  return false;
}

}  // namespace waiter::lesson
