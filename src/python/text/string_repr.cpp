#include "python/text/string_repr.h"

#include <cstddef>
#include <cstdint>

#include "python/text/unicode.h"

namespace waiter::python::text {
namespace {

void append_hex(std::string& out, std::uint32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[(value >> shift) & 15]);
}

void append_code_point_escape(std::string& out, char32_t c) {
  if (c <= 0xFF) {
    out += "\\x";
    append_hex(out, c, 2);
  } else if (c <= 0xFFFF) {
    out += "\\u";
    append_hex(out, c, 4);
  } else {
    out += "\\U";
    append_hex(out, c, 8);
  }
}

/// Python prefers single quotes unless only they occur inside.
char choose_quote(std::string_view text) {
  return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

/// The escapes that str and bytes share. False if `c` needs none of them.
bool append_short_escape(std::string& out, char c, char quote) {
  if (c == quote || c == '\\') {
    out.push_back('\\');
    out.push_back(c);
    return true;
  }
  const char letter = c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : '\0';
  if (letter == '\0') return false;
  out.push_back('\\');
  out.push_back(letter);
  return true;
}

}  // namespace

std::string string_repr(std::string_view text) {
  const char quote = choose_quote(text);
  std::string out;
  out.reserve(text.size() + 2);
  out.push_back(quote);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 128) {
      ++at;
      if (append_short_escape(out, c, quote)) continue;
      if (c < ' ' || c == 0x7F) {
        append_code_point_escape(out, static_cast<unsigned char>(c));
      } else {
        out.push_back(c);
      }
      continue;
    }
    const Decoded decoded = decode_at(text, at);
    if (is_printable(decoded.code_point)) {
      append_code_point(out, decoded.code_point);
    } else {
      append_code_point_escape(out, decoded.code_point);
    }
    at += decoded.size;
  }
  out.push_back(quote);
  return out;
}

std::string escape_non_ascii(std::string_view repr) {
  std::string out;
  out.reserve(repr.size());
  for (std::size_t at = 0; at < repr.size();) {
    const Decoded decoded = decode_at(repr, at);
    at += decoded.size;
    if (decoded.code_point < 128) {
      out.push_back(static_cast<char>(decoded.code_point));
    } else {
      append_code_point_escape(out, decoded.code_point);
    }
  }
  return out;
}

std::string string_ascii(std::string_view text) {
  return escape_non_ascii(string_repr(text));
}

std::string bytes_repr(std::string_view bytes) {
  const char quote = choose_quote(bytes);
  std::string out = "b";
  out.reserve(bytes.size() + 3);
  out.push_back(quote);
  for (const char c : bytes) {
    if (append_short_escape(out, c, quote)) continue;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte >= 0x7F) {
      append_code_point_escape(out, byte);
    } else {
      out.push_back(c);
    }
  }
  out.push_back(quote);
  return out;
}

}  // namespace waiter::python::text
