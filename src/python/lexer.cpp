#include "python/lexer.h"

#include <cstdio>
#include <cstring>

#include "python/text/unicode.h"

namespace waiter::python {

namespace {

constexpr int kTabSize = 8;

bool is_name_start(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
}
bool is_digit(int c) {
  return c >= '0' && c <= '9';
}
bool is_name_part(int c) {
  return is_name_start(c) || is_digit(c);
}

std::string printed(char32_t c, std::string_view character) {
  char number[16];
  std::snprintf(number, sizeof number, "%04X", static_cast<unsigned>(c));
  if (!text::is_printable(c)) return std::string("invalid non-printable character U+") + number;
  return "invalid character '" + std::string(character) + "' (U+" + number + ")";
}

}  // namespace

std::string_view normalise_source(std::string_view source, Arena& arena) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.substr(0, kByteOrderMark.size()) == kByteOrderMark) source.remove_prefix(kByteOrderMark.size());
  std::string clean;
  clean.reserve(source.size() + 1);
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '\r') {
      clean += source[i];
      continue;
    }
    clean += '\n';
    if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
  }
  if (!clean.empty() && clean.back() != '\n') clean += '\n';
  return arena.copy(std::string_view(clean));
}

Lexer::Lexer(std::string_view source) : Lexer(source, Origin()) {}

Lexer::Lexer(std::string_view source, Origin origin) : source_(source), origin_(origin) {}

// --- characters ---

// One byte. A new line is entered when its first byte is asked for, so that at the end of the file the line is still
// the last one: error positions depend on it.
int Lexer::read() {
  if (cursor_ >= source_.size()) {
    at_end_ = true;
    return kEndOfFile;
  }
  if (cursor_ == 0 || source_[cursor_ - 1] == '\n') {
    if (line_start_ != cursor_ || line_ == 0) {
      ++line_;
      line_start_ = cursor_;
      if (!in_token_) buffer_start_ = cursor_;
    }
  }
  return static_cast<unsigned char>(source_[cursor_++]);
}

void Lexer::unread(int c) {
  if (c != kEndOfFile) --cursor_;
}

int Lexer::peek_byte() const {
  return cursor_ < source_.size() ? static_cast<unsigned char>(source_[cursor_]) : kEndOfFile;
}

int Lexer::column_of(std::size_t offset) const {
  if (counted_start_ != line_start_ || offset < counted_offset_) {
    counted_start_ = line_start_;
    counted_offset_ = line_start_;
    counted_column_ = 0;
  }
  for (; counted_offset_ < offset; ++counted_offset_) {
    if ((static_cast<unsigned char>(source_[counted_offset_]) & 0xC0) != 0x80) ++counted_column_;
  }
  return counted_column_;
}

// --- tokens and errors ---

Token Lexer::finish(TokenKind kind, std::size_t start, std::size_t end) {
  in_token_ = false;
  Token token;
  token.kind = kind;
  token.level = static_cast<int>(brackets_.size());
  token.text = source_.substr(start, end - start);
  int end_shift = shift();
  token.span.end_line = static_cast<std::uint32_t>(line());
  if (kind == TokenKind::kString && string_line_start_ != line_start_) {
    std::string_view before = source_.substr(string_line_start_, start - string_line_start_);
    int shift = string_line_ == 1 ? origin_.column : 0;
    token.span.line = static_cast<std::uint32_t>(string_line_ - 1 + origin_.line);
    token.span.column = static_cast<std::uint32_t>(static_cast<int>(text::count_code_points(before)) + shift);
  } else {
    token.span.line = token.span.end_line;
    token.span.column = static_cast<std::uint32_t>(column_of(start) + end_shift);
  }
  // After the start, so that column_of() goes on from there and a long line is counted once.
  token.span.end_column = static_cast<std::uint32_t>(column_of(end) + end_shift);
  return token;
}

Token Lexer::unplaced(TokenKind kind) {
  in_token_ = false;
  Token token;
  token.kind = kind;
  token.placed = false;
  token.level = static_cast<int>(brackets_.size());
  token.span.line = token.span.end_line = static_cast<std::uint32_t>(line());
  return token;
}

Token Lexer::fail_at(std::string message, int offset, int end_offset) {
  if (!error_) {
    error_ = LexerError{DiagnosticType::kSyntaxError,
                        std::move(message),
                        {line(), offset + shift(), line(), end_offset + shift()},
                        {},
                        {}};
    error_has_priority_ = error_->shown_in_characters = true;
  }
  return unplaced(TokenKind::kError);
}

Token Lexer::fail(std::string message) {
  int offset = column_of(cursor_);
  return fail_at(std::move(message), offset, offset);
}

Token Lexer::fail_line(DiagnosticType type, std::string message, int offset, int end_offset) {
  if (!error_) error_ = LexerError{type, std::move(message), {line(), offset + shift(), line(), end_offset}, {}, {}};
  return unplaced(TokenKind::kError);
}

LexerError Lexer::unclosed_bracket() const {
  const OpenBracket& open = brackets_.back();
  return {DiagnosticType::kSyntaxError,
          std::string("'") + open.bracket + "' was never closed",
          {open.line, open.column + 1, open.line, 0},
          {},
          {}};
}

Token Lexer::fail_end_of_file() {
  if (!brackets_.empty()) {
    if (!error_) error_ = unclosed_bracket();
    return unplaced(TokenKind::kError);
  }
  return fail_line(DiagnosticType::kSyntaxError, "unexpected EOF while parsing", column_of(cursor_), -1);
}

// --- lines ---

bool Lexer::read_continuation() {
  int c = read();
  if (c != '\n') {
    int offset = static_cast<int>(text::count_code_points(source_.substr(buffer_start_, cursor_ - buffer_start_)));
    fail_line(DiagnosticType::kSyntaxError, "unexpected character after line continuation character", offset, 0);
    return false;
  }
  c = read();
  if (c == kEndOfFile) {
    fail_end_of_file();
    return false;
  }
  unread(c);
  return true;
}

Lexer::Indentation Lexer::measure_indentation(bool* is_blank) {
  int column = 0;
  int alternative = 0;
  int continued = 0;
  at_line_start_ = false;
  int c = 0;
  for (;;) {
    c = read();
    if (c == ' ') {
      ++column;
      ++alternative;
    } else if (c == '\t') {
      column = (column / kTabSize + 1) * kTabSize;
      ++alternative;
    } else if (c == '\f') {
      column = alternative = 0;
    } else if (c == '\\') {
      // Indentation cannot be split over lines by a backslash: that of the first line counts.
      if (continued == 0) continued = column;
      if (!read_continuation()) return Indentation::kFailed;
    } else {
      break;
    }
  }
  unread(c);
  *is_blank = c == '#' || c == '\n';
  if (*is_blank || !brackets_.empty()) return Indentation::kGoOn;
  if (continued != 0) column = alternative = continued;
  auto tab_error = [&] {
    // CPython goes to the end of the line before it reports.
    fail_line(DiagnosticType::kTabError, "inconsistent use of tabs and spaces in indentation", 1, 0);
    return Indentation::kFailed;
  };
  auto go_to_line_end = [&] {
    while (peek_byte() != kEndOfFile && peek_byte() != '\n') ++cursor_;
    if (peek_byte() == '\n') ++cursor_;
  };
  if (column == indents_.back()) {
    if (alternative != alternative_indents_.back()) return tab_error();
  } else if (column > indents_.back()) {
    if (static_cast<int>(indents_.size()) >= kIndentDepthMax) {
      fail_line(DiagnosticType::kIndentationError, "too many levels of indentation", 1, 0);
      return Indentation::kFailed;
    }
    if (alternative <= alternative_indents_.back()) return tab_error();
    ++pending_;
    indents_.push_back(column);
    alternative_indents_.push_back(alternative);
  } else {
    while (indents_.size() > 1 && column < indents_.back()) {
      --pending_;
      indents_.pop_back();
      alternative_indents_.pop_back();
    }
    if (column != indents_.back()) {
      go_to_line_end();
      fail_line(DiagnosticType::kIndentationError, "unindent does not match any outer indentation level",
                column_of(cursor_), -1);
      return Indentation::kFailed;
    }
    if (alternative != alternative_indents_.back()) return tab_error();
  }
  return Indentation::kGoOn;
}

Token Lexer::next() {
  if (error_) return unplaced(TokenKind::kError);
  for (;;) {
    in_token_ = false;
    if (at_line_start_) {
      is_blank_ = false;
      if (measure_indentation(&is_blank_) == Indentation::kFailed) return unplaced(TokenKind::kError);
    }
    in_token_ = true;
    if (pending_ < 0) {
      ++pending_;
      return unplaced(TokenKind::kDedent);
    }
    if (pending_ > 0) {
      --pending_;
      return unplaced(TokenKind::kIndent);
    }
    bool restart = false;
    Token token = read_token(is_blank_, &restart);
    if (!restart) return token;
  }
}

// One token, or `restart` when a line ended that is no statement's end.
Token Lexer::read_token(bool is_blank, bool* restart) {
  int c = 0;
  std::size_t start = 0;
  for (;;) {
    in_token_ = false;
    do c = read();
    while (c == ' ' || c == '\t' || c == '\f');
    start = c == kEndOfFile ? cursor_ : cursor_ - 1;
    in_token_ = c != kEndOfFile;
    if (c == '#') {
      while (c != kEndOfFile && c != '\n') c = read();
    }
    if (c != '\\') break;
    if (!read_continuation()) return unplaced(TokenKind::kError);
  }
  if (c == kEndOfFile) {
    if (!brackets_.empty()) return fail_end_of_file();
    // The file ends as if at the start of a line without indentation.
    return unplaced(TokenKind::kEndMarker);
  }
  if (is_name_start(c)) return read_name(c, start);
  if (c == '\n') {
    at_line_start_ = true;
    if (is_blank || !brackets_.empty()) {
      *restart = true;
      return {};
    }
    return finish(TokenKind::kNewline, start, cursor_ - 1);
  }
  if (is_digit(c) || (c == '.' && is_digit(peek_byte()))) return read_number(c, start);
  if (c == '\'' || c == '"') return read_string(c, start);
  return read_punctuation(c, start);
}

// --- names and strings ---

Token Lexer::read_name(int c, std::size_t start) {
  bool saw_b = false;
  bool saw_u = false;
  bool saw_r = false;
  bool saw_f = false;
  for (;;) {
    if (!(saw_b || saw_u || saw_f) && (c == 'b' || c == 'B')) {
      saw_b = true;
    } else if (!(saw_b || saw_u || saw_r || saw_f) && (c == 'u' || c == 'U')) {
      saw_u = true;
    } else if (!(saw_r || saw_u) && (c == 'r' || c == 'R')) {
      saw_r = true;
    } else if (!(saw_f || saw_b || saw_u) && (c == 'f' || c == 'F')) {
      saw_f = true;
    } else {
      break;
    }
    c = read();
    if (c == '\'' || c == '"') return read_string(c, start);
  }
  bool is_ascii = true;
  while (is_name_part(c)) {
    if (c >= 128) is_ascii = false;
    c = read();
  }
  unread(c);
  if (!is_ascii && !check_identifier(start)) return unplaced(TokenKind::kError);
  Token token = finish(TokenKind::kName, start, cursor_);
  token.kind = keyword_kind(token.text);
  return token;
}

bool Lexer::check_identifier(std::size_t start) {
  for (std::size_t at = start; at < cursor_;) {
    text::Decoded decoded = text::decode_at(source_, at);
    bool is_good =
        at == start ? text::is_identifier_start(decoded.code_point) : text::is_identifier_continue(decoded.code_point);
    if (!is_good) {
      cursor_ = at + decoded.size;
      fail(printed(decoded.code_point, source_.substr(at, decoded.size)));
      return false;
    }
    at += decoded.size;
  }
  return true;
}

Token Lexer::read_string(int quote, std::size_t start) {
  string_line_ = line_;
  string_line_start_ = line_start_;
  int quote_size = 1;
  int end_size = 0;
  int c = read();
  if (c == quote) {
    c = read();
    if (c == quote) {
      quote_size = 3;
    } else {
      end_size = 1;  // the empty string
    }
  }
  if (c != quote) unread(c);
  while (end_size != quote_size) {
    c = read();
    if (c == kEndOfFile || (quote_size == 1 && c == '\n')) {
      int detected = line();
      cursor_ = start + 1;
      line_start_ = string_line_start_;
      line_ = string_line_;
      const char* what = quote_size == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
      return fail(std::string(what) + " (detected at line " + std::to_string(detected) + ")");
    }
    if (c == quote) {
      ++end_size;
    } else {
      end_size = 0;
      if (c == '\\') read();
    }
  }
  return finish(TokenKind::kString, start, cursor_);
}

// --- punctuation ---

Token Lexer::read_punctuation(int c, std::size_t start) {
  struct Entry {
    TokenKind kind;
    std::string_view text;
  };
  static constexpr Entry kEntries[] = {
#define WAITER_ENTRY(kind, text) {TokenKind::kind, text},
      WAITER_PUNCTUATION(WAITER_ENTRY)
#undef WAITER_ENTRY
  };
  std::string_view rest = source_.substr(start);
  for (const Entry& entry : kEntries) {
    if (rest.substr(0, entry.text.size()) != entry.text) continue;
    cursor_ = start + entry.text.size();
    switch (entry.kind) {
      case TokenKind::kLeftParen:
      case TokenKind::kLeftBracket:
      case TokenKind::kLeftBrace:
        if (static_cast<int>(brackets_.size()) >= kBracketDepthMax) return fail("too many nested parentheses");
        brackets_.push_back({static_cast<char>(c), line(), column_of(start) + shift()});
        break;
      case TokenKind::kRightParen:
      case TokenKind::kRightBracket:
      case TokenKind::kRightBrace: return close_bracket(static_cast<char>(c), start);
      default: break;
    }
    return finish(entry.kind, start, cursor_);
  }
  if (!text::is_printable(static_cast<char32_t>(c))) return fail(printed(static_cast<char32_t>(c), {}));
  return finish(TokenKind::kStray, start, cursor_);
}

Token Lexer::close_bracket(char bracket, std::size_t start) {
  TokenKind kind = bracket == ')'   ? TokenKind::kRightParen
                   : bracket == ']' ? TokenKind::kRightBracket
                                    : TokenKind::kRightBrace;
  if (brackets_.empty()) return fail(std::string("unmatched '") + bracket + "'");
  OpenBracket open = brackets_.back();
  brackets_.pop_back();
  char expected = open.bracket == '(' ? ')' : open.bracket == '[' ? ']' : '}';
  if (bracket == expected) return finish(kind, start, cursor_);
  std::string message =
      std::string("closing parenthesis '") + bracket + "' does not match opening parenthesis '" + open.bracket + "'";
  if (open.line != line()) message += " on line " + std::to_string(open.line);
  return fail(std::move(message));
}

}  // namespace waiter::python
