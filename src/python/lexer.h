#pragma once
// Source text to tokens, one at a time, by the rules and in the order of CPython 3.11's tokenizer.
//
// 1. The source must be normalised first (normalise_source): lines end in '\n', the last one too, no byte order mark.
// 2. After an error every further token is kError and the error stays. Never throws, never recurses.
// 3. The parser's own errors sometimes stand "where the lexer is": position() says where, in CPython's counting.
// It knows no grammar: 'match', 'case' and '_' are names.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/arena.h"
#include "python/diagnostic.h"
#include "python/token.h"

namespace waiter::python {

/// Brackets within brackets: CPython's limit, so that a program that runs there runs here and no other.
inline constexpr int kBracketDepthMax = 200;
/// Blocks within blocks, the outermost included: CPython's limit.
inline constexpr int kIndentDepthMax = 100;

/// CR and CRLF become LF, a missing last LF is added, a byte order mark is dropped.
std::string_view normalise_source(std::string_view source, Arena& arena);

/// Where an error is, in CPython's numbers: offsets count from 1, and 0 or -1 for an end means that there is none.
struct ErrorPlace {
  int line = 1;
  int offset = 0;
  int end_line = 1;
  int end_offset = 0;
};

struct LexerError {
  DiagnosticType type = DiagnosticType::kSyntaxError;
  std::string message;
  ErrorPlace place;
  /// Within an f-string: what CPython shows instead of the line, and the place in that.
  std::string excerpt;
  ErrorPlace excerpt_place;
  bool shown_in_characters = false;  ///< see Diagnostic
};

class Lexer {
 public:
  /// Where the first line starts, for an expression within an f-string.
  struct Origin {
    int line = 1;
    int column = 0;
  };

  explicit Lexer(std::string_view source);
  Lexer(std::string_view source, Origin origin);

  Token next();

  /// Set once next() has returned kError.
  const std::optional<LexerError>& error() const { return error_; }
  /// The error is one that the lexer words by itself (CPython's `tok->done == E_ERROR`), not one about lines that end
  /// or are indented wrongly. Only such errors come before the parser's own.
  bool error_has_priority() const { return error_has_priority_; }
  bool at_end() const { return at_end_; }

  /// The line being read, and how many characters of it were read.
  int line() const { return line_ - 1 + origin_.line; }
  int column() const { return column_of(cursor_) + shift(); }

  /// The innermost bracket that is open. REQUIRES: has_open_bracket().
  struct OpenBracket {
    char bracket;
    int line;
    int column;
  };
  bool has_open_bracket() const { return !brackets_.empty(); }
  const OpenBracket& open_bracket() const { return brackets_.back(); }

  /// "'(' was never closed", at the innermost open bracket.
  LexerError unclosed_bracket() const;

 private:
  static constexpr int kEndOfFile = -1;
  enum class Indentation { kGoOn, kFailed };

  int read();
  void unread(int c);
  int peek_byte() const;
  int column_of(std::size_t offset) const;
  int shift() const { return line_ <= 1 ? origin_.column : 0; }

  Token finish(TokenKind kind, std::size_t start, std::size_t end);
  Token unplaced(TokenKind kind);
  Token fail(std::string message);
  Token fail_at(std::string message, int offset, int end_offset);
  Token fail_line(DiagnosticType type, std::string message, int offset, int end_offset);
  Token fail_end_of_file();

  Indentation measure_indentation(bool* is_blank);
  bool read_continuation();
  Token read_token(bool is_blank, bool* restart);
  Token read_name(int c, std::size_t start);
  bool check_identifier(std::size_t start);
  Token read_string(int quote, std::size_t start);
  Token read_punctuation(int c, std::size_t start);
  Token close_bracket(char bracket, std::size_t start);

  // lexer_number.cpp
  Token read_number(int c, std::size_t start);
  Token read_zero(std::size_t start);
  Token read_based(std::size_t start, int base, const char* kind);
  Token read_fraction(int c, std::size_t start);
  Token read_exponent(int e, std::size_t start);
  Token finish_number(int c, std::size_t start, const char* kind);
  bool read_decimal_tail(int* c);
  bool check_number_end(int c, const char* kind);
  bool lookahead(const char* rest);

  std::string_view source_;
  Origin origin_;
  std::size_t cursor_ = 0;
  std::size_t line_start_ = 0;
  std::size_t buffer_start_ = 0;  ///< CPython's tok->buf: some of its columns are counted from there
  bool in_token_ = false;         ///< CPython's tok->start: a token is being read, so its lines stay in the buffer
  int line_ = 0;
  int string_line_ = 0;  ///< where the string being read began
  std::size_t string_line_start_ = 0;
  bool at_end_ = false;
  bool at_line_start_ = true;
  bool is_blank_ = false;
  int pending_ = 0;  ///< INDENTs (positive) or DEDENTs (negative) to hand out
  std::vector<int> indents_{0};
  std::vector<int> alternative_indents_{0};  ///< with a tab as one column: must agree on what is deeper
  std::vector<OpenBracket> brackets_;
  std::optional<LexerError> error_;
  bool error_has_priority_ = false;
  mutable std::size_t counted_start_ = 0;  ///< column_of() goes on from where it last was
  mutable std::size_t counted_offset_ = 0;
  mutable int counted_column_ = 0;
};

}  // namespace waiter::python
