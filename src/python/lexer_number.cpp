// The numbers of lexer.h. The order of the checks is CPython's, because it decides which complaint comes first.

#include <cstring>

#include "python/lexer.h"

namespace waiter::python {

namespace {

bool is_digit(int c) {
  return c >= '0' && c <= '9';
}

bool is_digit_of(int c, int base) {
  if (base == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return c >= '0' && c < '0' + base;
}

bool is_ascii_name_part(int c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

Token Lexer::read_number(int c, std::size_t start) {
  if (c == '0') return read_zero(start);
  if (c == '.') return read_fraction(read(), start);
  if (!read_decimal_tail(&c)) return unplaced(TokenKind::kError);
  if (c == '.') return read_fraction(read(), start);
  if (c == 'e' || c == 'E') return read_exponent(c, start);
  return finish_number(c, start, "decimal");
}

// After the point.
Token Lexer::read_fraction(int c, std::size_t start) {
  if (is_digit(c) && !read_decimal_tail(&c)) return unplaced(TokenKind::kError);
  if (c == 'e' || c == 'E') return read_exponent(c, start);
  return finish_number(c, start, "decimal");
}

Token Lexer::read_exponent(int e, std::size_t start) {
  int c = read();
  if (c == '+' || c == '-') {
    c = read();
    if (!is_digit(c)) {
      unread(c);
      return fail("invalid decimal literal");
    }
  } else if (!is_digit(c)) {
    unread(c);
    if (!check_number_end(e, "decimal")) return unplaced(TokenKind::kError);
    unread(e);
    return finish(TokenKind::kNumber, start, cursor_);
  }
  if (!read_decimal_tail(&c)) return unplaced(TokenKind::kError);
  return finish_number(c, start, "decimal");
}

Token Lexer::finish_number(int c, std::size_t start, const char* kind) {
  if (kind[0] == 'd' && (c == 'j' || c == 'J')) {
    c = read();
    kind = "imaginary";
  }
  if (!check_number_end(c, kind)) return unplaced(TokenKind::kError);
  unread(c);
  return finish(TokenKind::kNumber, start, cursor_);
}

Token Lexer::read_zero(std::size_t start) {
  int c = read();
  if (c == 'x' || c == 'X') return read_based(start, 16, "hexadecimal");
  if (c == 'o' || c == 'O') return read_based(start, 8, "octal");
  if (c == 'b' || c == 'B') return read_based(start, 2, "binary");
  // Zeros alone are a number; a digit after them makes it one only with a point, an exponent or a 'j'.
  bool is_nonzero = false;
  for (;;) {
    if (c == '_') {
      c = read();
      if (!is_digit(c)) {
        unread(c);
        return fail("invalid decimal literal");
      }
    }
    if (c != '0') break;
    c = read();
  }
  std::size_t zeros_end = cursor_;
  if (is_digit(c)) {
    is_nonzero = true;
    if (!read_decimal_tail(&c)) return unplaced(TokenKind::kError);
  }
  if (c == '.') return read_fraction(read(), start);
  if (c == 'e' || c == 'E') return read_exponent(c, start);
  if (is_nonzero && c != 'j' && c != 'J') {
    unread(c);
    return fail_at("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                   column_of(start) + 1, column_of(zeros_end));
  }
  return finish_number(c, start, "decimal");
}

Token Lexer::read_based(std::size_t start, int base, const char* kind) {
  auto wrong_digit = [&](int digit) {
    return fail(std::string("invalid digit '") + static_cast<char>(digit) + "' in " + kind + " literal");
  };
  int c = read();
  do {
    if (c == '_') c = read();
    if (!is_digit_of(c, base)) {
      if (is_digit(c)) return wrong_digit(c);
      unread(c);
      return fail(std::string("invalid ") + kind + " literal");
    }
    do c = read();
    while (is_digit_of(c, base));
  } while (c == '_');
  if (is_digit(c)) return wrong_digit(c);
  return finish_number(c, start, kind);
}

// The digits after a first one, which was read. `*c` becomes the character after them, read as well.
bool Lexer::read_decimal_tail(int* c) {
  for (;;) {
    do *c = read();
    while (is_digit(*c));
    if (*c != '_') return true;
    *c = read();
    if (!is_digit(*c)) {
      unread(*c);
      fail("invalid decimal literal");
      return false;
    }
  }
}

// A number may touch a keyword (`1if x else 2`), though nobody should; it may touch no other name.
bool Lexer::check_number_end(int c, const char* kind) {
  bool is_keyword = false;
  int next = peek_byte();
  switch (c) {
    case 'a': is_keyword = lookahead("nd"); break;
    case 'e': is_keyword = lookahead("lse"); break;
    case 'f': is_keyword = lookahead("or"); break;
    case 'i': is_keyword = next == 'f' || next == 'n' || next == 's'; break;
    case 'o': is_keyword = lookahead("r"); break;
    case 'n': is_keyword = lookahead("ot"); break;
    default: break;
  }
  if (is_keyword || !is_ascii_name_part(c)) return true;
  unread(c);
  fail(std::string("invalid ") + kind + " literal");
  return false;
}

bool Lexer::lookahead(const char* rest) {
  std::size_t length = std::strlen(rest);
  if (source_.substr(cursor_, length) != rest) return false;
  std::size_t end = cursor_ + length;
  if (end >= source_.size()) return true;
  int after = static_cast<unsigned char>(source_[end]);
  return !is_ascii_name_part(after) && after < 128;
}

}  // namespace waiter::python
