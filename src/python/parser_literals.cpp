// Numbers, and strings without braces: prefixes, escapes, and one literal behind another.

#include <cerrno>
#include <cstdlib>

#include "python/fstring.h"
#include "python/parser_rules.h"
#include "python/text/unicode.h"

namespace waiter::python {

// --- numbers ---

namespace {

/// CPython refuses decimal literals beyond this, since reading them takes time that grows with the square.
constexpr std::size_t kDecimalDigitsMax = 4300;

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c - 'A' + 10;
}

// True if the digits fit an int64, which is then set.
bool small_integer(std::string_view digits, int base, std::int64_t* value) {
  std::uint64_t sum = 0;
  for (char c : digits) {
    std::uint64_t digit = static_cast<std::uint64_t>(digit_value(c));
    std::uint64_t wide_base = static_cast<std::uint64_t>(base);
    if (sum > (static_cast<std::uint64_t>(INT64_MAX) - digit) / wide_base) return false;
    sum = sum * wide_base + digit;
  }
  *value = static_cast<std::int64_t>(sum);
  return true;
}

}  // namespace

ast::Expression* Parser::number() {
  const Token& token = peek();
  ++mark_;
  std::string digits;
  for (char c : token.text) {
    if (c != '_') digits += c;
  }
  auto* node = make<ast::Constant>(token.span);
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0') {
    switch (digits[1]) {
      case 'x':
      case 'X': base = 16; break;
      case 'o':
      case 'O': base = 8; break;
      case 'b':
      case 'B': base = 2; break;
      default: break;
    }
  }
  bool is_imaginary = base == 10 && (digits.back() == 'j' || digits.back() == 'J');
  if (base != 10) digits.erase(0, 2);
  if (is_imaginary || (base == 10 && digits.find_first_of(".eE") != std::string::npos)) {
    if (is_imaginary) digits.pop_back();
    node->type = is_imaginary ? ast::ConstantKind::Imaginary : ast::ConstantKind::Float;
    // strtod reads what Python reads here, since the program never sets a locale.
    node->number = std::strtod(digits.c_str(), nullptr);
    return node;
  }
  std::size_t zeros = digits.find_first_not_of('0');
  digits.erase(0, zeros == std::string::npos ? digits.size() - 1 : zeros);
  if (base == 10 && digits.size() > kDecimalDigitsMax) {
    return raise_place(DiagnosticType::kSyntaxError,
                       "Exceeds the limit (4300 digits) for integer string conversion: value has " +
                           std::to_string(digits.size()) +
                           " digits; use sys.set_int_max_str_digits() to increase the limit"
                           " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                       {static_cast<int>(token.span.line), static_cast<int>(token.span.column) + 1,
                        static_cast<int>(token.span.line), 0});
  }
  node->type = ast::ConstantKind::Int;
  node->base = static_cast<std::uint8_t>(base);
  node->fits_int64 = small_integer(digits, base, &node->integer);
  node->text = arena_.copy(std::string_view(digits));
  return node;
}

// --- strings ---

ast::Expression* Parser::strings() {
  return memo<Expression>(Rule::kStrings, [this] { return strings_body(); });
}

namespace {

struct StringToken {
  bool is_bytes = false;
  bool is_raw = false;
  bool is_formatted = false;
  bool has_u = false;
  std::string_view body;
};

StringToken take_apart(std::string_view text) {
  StringToken result;
  std::size_t at = 0;
  for (;; ++at) {
    char c = static_cast<char>(text[at] | 0x20);
    if (c == 'b')
      result.is_bytes = true;
    else if (c == 'r')
      result.is_raw = true;
    else if (c == 'f')
      result.is_formatted = true;
    else if (c != 'u')
      break;
  }
  result.has_u = text[0] == 'u';  // not for U'...': so it is in CPython
  std::size_t quotes = text.size() - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at] ? 3 : 1;
  result.body = text.substr(at + quotes, text.size() - at - 2 * quotes);
  return result;
}

}  // namespace

// STRING+, which are one literal. Adjacent texts are joined; a formatted part makes the whole a JoinedStr.
ast::Expression* Parser::strings_body() {
  Mark start = mark_;
  while (accept(Kind::kString)) {
  }
  if (failed_) return nullptr;
  Mark end = mark_;
  Span span = span_from(start);
  StringToken first = take_apart(tokens_[start]->text);
  std::string joined;
  bool is_formatted = false;
  std::vector<Expression*> values;
  for (Mark i = start; i < end; ++i) {
    StringToken part = take_apart(tokens_[i]->text);
    if (part.is_bytes && !text::is_ascii(part.body)) {
      return raise_at(tokens_[i]->span, "bytes can only contain ASCII literal characters");
    }
    if (part.is_raw && !part.is_formatted) {
      joined += part.body;
    } else if (!part.is_formatted && !decode(part.body, part.is_bytes, &joined)) {
      return nullptr;
    }
    if (part.is_bytes != first.is_bytes) return raise("cannot mix bytes and nonbytes literals");
    if (!part.is_formatted) continue;
    is_formatted = true;
    FStringReader reader(*this, *tokens_[i], span, first.has_u, part.body, part.is_raw);
    if (!reader.read(&joined, &values)) return nullptr;
  }
  if (!is_formatted) {
    auto* node = make<ast::Constant>(span);
    node->type = first.is_bytes ? ast::ConstantKind::Bytes : ast::ConstantKind::Str;
    node->text = arena_.copy(std::string_view(joined));
    node->u_prefix = first.has_u;
    return node;
  }
  flush_text(&joined, span, first.has_u, &values);
  auto* node = make<ast::JoinedStr>(span);
  node->values = arena_.copy(values);
  return node;
}

// Makes the pending text of an f-string one of its values.
void Parser::flush_text(std::string* text, Span span, bool is_u, std::vector<Expression*>* values) {
  if (text->empty()) return;
  auto* node = make<ast::Constant>(span);
  node->type = ast::ConstantKind::Str;
  node->text = arena_.copy(std::string_view(*text));
  node->u_prefix = is_u;
  values->push_back(node);
  text->clear();
}

bool Parser::decode(std::string_view body, bool is_bytes, std::string* out) {
  if (body.find('\\') == std::string_view::npos) {
    *out += body;
    return true;
  }
  return is_bytes ? decode_bytes(body, out) : decode_unicode(body, out);
}

namespace {

bool is_octal(char c) {
  return c >= '0' && c <= '7';
}
bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The one-character escapes; -1 if it is none.
int simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"': return c;
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
  }
}

// Up to three octal digits from `at` on.
unsigned read_octal(std::string_view body, std::size_t* at) {
  unsigned value = 0;
  for (int i = 0; i < 3 && *at < body.size() && is_octal(body[*at]); ++i, ++*at) {
    value = value * 8 + static_cast<unsigned>(body[*at] - '0');
  }
  return value;
}

// CPython's decoder works on a copy in which a character beyond ASCII takes ten bytes ("\U000000e9"); its messages
// count in that copy.
std::size_t escaped_length(std::string_view body) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < body.size();) {
    bool is_ascii = static_cast<unsigned char>(body[i]) < 0x80;
    length += is_ascii ? 1 : 10;
    i += is_ascii ? 1 : text::decode_at(body, i).size;
  }
  return length;
}

}  // namespace

bool Parser::decode_bytes(std::string_view body, std::string* out) {
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      *out += body[i++];
      continue;
    }
    std::size_t start = i++;
    char c = body[i];
    if (c == '\n') {
      ++i;
    } else if (int simple = simple_escape(c); simple >= 0) {
      *out += static_cast<char>(simple);
      ++i;
    } else if (is_octal(c)) {
      *out += static_cast<char>(read_octal(body, &i) & 0xFF);
    } else if (c == 'x') {
      if (i + 2 >= body.size() || !is_hex(body[i + 1]) || !is_hex(body[i + 2])) {
        raise("(value error) invalid \\x escape at position " + std::to_string(start));
        return false;
      }
      *out += static_cast<char>(digit_value(body[i + 1]) * 16 + digit_value(body[i + 2]));
      i += 3;
    } else {
      *out += '\\';  // no escape: both characters stay
    }
  }
  return true;
}

bool Parser::decode_unicode(std::string_view body, std::string* out) {
  auto complain = [&](std::size_t start, std::size_t end, const char* reason) {
    std::size_t first = escaped_length(body.substr(0, start));
    std::size_t last = escaped_length(body.substr(0, end)) - 1;
    std::string message = "(unicode error) 'unicodeescape' codec can't decode ";
    if (first >= last) {
      message += "byte 0x5c in position " + std::to_string(first);
    } else {
      message += "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
    }
    raise(message + ": " + reason);
    return false;
  };
  for (std::size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      *out += body[i++];
      continue;
    }
    std::size_t start = i++;
    if (i >= body.size()) {
      *out += '\\';  // only before the brace of an f-string
      break;
    }
    char c = body[i];
    if (c == '\n') {
      ++i;
      continue;
    }
    if (int simple = simple_escape(c); simple >= 0) {
      *out += static_cast<char>(simple);
      ++i;
      continue;
    }
    if (is_octal(c)) {
      text::append_code_point(*out, read_octal(body, &i));
      continue;
    }
    std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      ++i;
      std::uint32_t value = 0;
      for (std::size_t k = 0; k < digits; ++k, ++i) {
        if (i >= body.size() || !is_hex(body[i])) {
          return complain(start, i,
                          c == 'x'   ? "truncated \\xXX escape"
                          : c == 'u' ? "truncated \\uXXXX escape"
                                     : "truncated \\UXXXXXXXX escape");
        }
        value = value * 16 + static_cast<std::uint32_t>(digit_value(body[i]));
      }
      if (value > 0x10FFFF) return complain(start, i, "illegal Unicode character");
      text::append_code_point(*out, value);
      continue;
    }
    if (c == 'N') {
      std::size_t open = i + 1;
      if (open >= body.size() || body[open] != '{') return complain(start, i + 1, "malformed \\N character escape");
      std::size_t close = body.find('}', open);
      if (close == std::string_view::npos) return complain(start, body.size(), "malformed \\N character escape");
      if (close == open + 1) return complain(start, close, "malformed \\N character escape");
      char32_t character = character_named(body.substr(open + 1, close - open - 1));
      if (character == 0) {
        raise("One Waiter does not know the character name '" + std::string(body.substr(open + 1, close - open - 1)) +
                  "': write the character itself, or its number as \\uXXXX",
              DiagnosticType::kNotSupported);
        return false;
      }
      text::append_code_point(*out, character);
      i = close + 1;
      continue;
    }
    *out += '\\';  // no escape: both characters stay
  }
  return true;
}

}  // namespace waiter::python
