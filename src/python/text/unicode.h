#pragma once
// Code points: UTF-8 in and out, properties and case mappings of Unicode 14.0 (CPython 3.11's unicodedata).
// Strings are UTF-8 that may hold lone surrogates (WTF-8); every other malformed byte reads as U+FFFD, one at a time,
// and never past the end. It knows no objects.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace waiter::python::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = 0;
  unsigned size = 1;  ///< bytes, 1 to 4
};

/// The code point that begins at `at`. REQUIRES: at < text.size().
[[nodiscard]] Decoded decode_at(std::string_view text, std::size_t at);

/// Where the code point before `at` begins. REQUIRES: 0 < at <= text.size().
[[nodiscard]] std::size_t previous_boundary(std::string_view text, std::size_t at);

void append_code_point(std::string& out, char32_t code_point);
[[nodiscard]] std::string encode(char32_t code_point);

/// Bytes of input (as from a socket or bytes.decode): the offset of the first byte that is not strict UTF-8 (surrogates
/// and overlong forms refused), or npos. `reason` is CPython's word for it.
struct Utf8Error {
  std::size_t start = std::string_view::npos;
  std::size_t end = 0;      ///< one past the bytes that are wrong together
  const char* reason = "";  ///< "invalid start byte", "invalid continuation byte", "unexpected end of data"
};
[[nodiscard]] Utf8Error find_utf8_error(std::string_view bytes, std::size_t from = 0);

[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The byte offset of code point number `index`; text.size() when index is the length or more.
[[nodiscard]] std::size_t byte_offset(std::string_view text, std::size_t index);

// Properties, as the str methods of the same names ask them of one character.
[[nodiscard]] bool is_alpha(char32_t c);
[[nodiscard]] bool is_decimal(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_numeric(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_title(char32_t c);  ///< category Lt
[[nodiscard]] bool is_printable(char32_t c);
[[nodiscard]] bool is_identifier_start(char32_t c);  ///< '_' included
[[nodiscard]] bool is_identifier_continue(char32_t c);
[[nodiscard]] bool is_cased(char32_t c);
[[nodiscard]] bool is_case_ignorable(char32_t c);
[[nodiscard]] bool is_line_break(char32_t c);  ///< what str.splitlines() splits at

[[nodiscard]] int decimal_value(char32_t c);  ///< 0..9, or -1
[[nodiscard]] int digit_value(char32_t c);    ///< also superscripts and the like; -1 if none

// Whole strings, as the str methods do it: 'ß'.upper() == 'SS', 'ΑΣ'.lower() == 'ας'.
[[nodiscard]] std::string to_upper(std::string_view text);
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_title(std::string_view text);
[[nodiscard]] std::string capitalize(std::string_view text);
[[nodiscard]] std::string swap_case(std::string_view text);
[[nodiscard]] std::string case_fold(std::string_view text);

// str.isalpha() and its sisters, for whole strings ('' is false, but printable).
[[nodiscard]] bool all_alpha(std::string_view text);
[[nodiscard]] bool all_alnum(std::string_view text);
[[nodiscard]] bool all_decimal(std::string_view text);
[[nodiscard]] bool all_digit(std::string_view text);
[[nodiscard]] bool all_numeric(std::string_view text);
[[nodiscard]] bool all_space(std::string_view text);
[[nodiscard]] bool all_printable(std::string_view text);
[[nodiscard]] bool is_upper_string(std::string_view text);
[[nodiscard]] bool is_lower_string(std::string_view text);
[[nodiscard]] bool is_title_string(std::string_view text);
[[nodiscard]] bool is_identifier_string(std::string_view text);

/// text without white space at both ends, as str.strip().
[[nodiscard]] std::string_view strip_space(std::string_view text);

}  // namespace waiter::python::text
