#pragma once
// The words of a program: what the lexer hands to the parser, one at a time.
//
// A token's columns count code points. A token without a place of its own (INDENT, DEDENT, end of file) has `placed`
// false; an error at it is shown where the lexer stands.

#include <cstdint>
#include <string_view>

#include "python/source.h"

namespace waiter::python {

// Punctuation, longest first where one begins another.
// clang-format off
#define WAITER_PUNCTUATION(X)                                                                                 \
  X(kDoubleStarEqual, "**=") X(kDoubleSlashEqual, "//=") X(kLeftShiftEqual, "<<=") X(kRightShiftEqual, ">>=")  \
  X(kEllipsis, "...")                                                                                         \
  X(kEqualEqual, "==") X(kNotEqual, "!=") X(kLessEqual, "<=") X(kGreaterEqual, ">=") X(kLeftShift, "<<")       \
  X(kRightShift, ">>") X(kDoubleStar, "**") X(kDoubleSlash, "//") X(kPlusEqual, "+=") X(kMinusEqual, "-=")     \
  X(kStarEqual, "*=") X(kSlashEqual, "/=") X(kPercentEqual, "%=") X(kAmpersandEqual, "&=") X(kBarEqual, "|=")  \
  X(kCaretEqual, "^=") X(kAtEqual, "@=") X(kArrow, "->") X(kColonEqual, ":=") X(kLessGreater, "<>")            \
  X(kLeftParen, "(") X(kRightParen, ")") X(kLeftBracket, "[") X(kRightBracket, "]") X(kLeftBrace, "{")         \
  X(kRightBrace, "}") X(kColon, ":") X(kComma, ",") X(kSemicolon, ";") X(kPlus, "+") X(kMinus, "-")            \
  X(kStar, "*") X(kSlash, "/") X(kBar, "|") X(kAmpersand, "&") X(kLess, "<") X(kGreater, ">") X(kEqual, "=")   \
  X(kDot, ".") X(kPercent, "%") X(kTilde, "~") X(kCaret, "^") X(kAt, "@")

#define WAITER_KEYWORDS(X)                                                                                    \
  X(kFalse, "False") X(kNone, "None") X(kTrue, "True") X(kAnd, "and") X(kAs, "as") X(kAssert, "assert")        \
  X(kAsync, "async") X(kAwait, "await") X(kBreak, "break") X(kClass, "class") X(kContinue, "continue")         \
  X(kDef, "def") X(kDel, "del") X(kElif, "elif") X(kElse, "else") X(kExcept, "except") X(kFinally, "finally")  \
  X(kFor, "for") X(kFrom, "from") X(kGlobal, "global") X(kIf, "if") X(kImport, "import") X(kIn, "in")          \
  X(kIs, "is") X(kLambda, "lambda") X(kNonlocal, "nonlocal") X(kNot, "not") X(kOr, "or") X(kPass, "pass")      \
  X(kRaise, "raise") X(kReturn, "return") X(kTry, "try") X(kWhile, "while") X(kWith, "with") X(kYield, "yield")
// clang-format on

enum class TokenKind : std::uint8_t {
  kEndMarker,
  kName,
  kNumber,
  kString,
  kNewline,
  kIndent,
  kDedent,
  kStray,  ///< a character that belongs to no token, such as '$' or '?'
  kError,  ///< the lexer has stopped; its error says why
#define WAITER_TOKEN_KIND(kind, text) kind,
  WAITER_PUNCTUATION(WAITER_TOKEN_KIND) WAITER_KEYWORDS(WAITER_TOKEN_KIND)
#undef WAITER_TOKEN_KIND
};

/// "NAME", "NEWLINE", "+=", "while", ...
std::string_view name_of(TokenKind kind);

/// The keyword that `name` is, or kName.
TokenKind keyword_kind(std::string_view name);

struct Token {
  TokenKind kind = TokenKind::kError;
  bool placed = true;
  int level = 0;  ///< brackets that are open after this token
  Span span;
  std::string_view text;  ///< a view into the lexer's source
};

}  // namespace waiter::python
