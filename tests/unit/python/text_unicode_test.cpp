// Code points, properties and case. Expectations were taken from CPython 3.11.7 (Unicode 14.0).

#include <doctest/doctest.h>

#include <string>

#include "python/text/unicode.h"
#include "text_support.h"

using namespace waiter::python::text;

TEST_CASE("Every code point has CPython's properties") {
  //   def answers(c):
  //       return [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isupper(), c.islower(),
  //       c.istitle(),
  //               c.isprintable(), c.isidentifier(), ('a' + c).isidentifier(), len(('a' + c + 'b').splitlines()) == 2]
  //   lines = [''.join('01'[answer] for answer in answers(chr(c))) for c in range(0x110000)]
  const char* const expected = "2590a17a6190157271ad8f1b0531d3972cd7222c67f1083e1b0c55349a5e6853";
  Digest digest;
  for (char32_t c = 0; c < 0x110000; ++c) {
    std::string line;
    for (const bool answer : {is_alpha(c), is_decimal(c), is_digit(c), is_numeric(c), is_space(c), is_upper(c),
                              is_lower(c), is_title(c) || is_upper(c), is_printable(c), is_identifier_start(c),
                              is_identifier_continue(c), is_line_break(c)}) {
      line.push_back(answer ? '1' : '0');
    }
    digest.add(line);
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("Every code point has CPython's upper, lower, title and folded case") {
  //   lines = []
  //   for c in map(chr, range(0x20000)):
  //       lines += [c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase(), c.capitalize(), ('a' + c +
  //       'b').title()]
  const char* const expected = "f4244aec04dee0a697c59e3cb73838cbfd93206cc34e0e3dfd4580e8b3fb7820";
  Digest digest;
  for (char32_t c = 0; c < 0x20000; ++c) {
    const std::string text = encode(c);
    for (const std::string& line : {to_upper(text), to_lower(text), to_title(text), case_fold(text), swap_case(text),
                                    capitalize(text), to_title("a" + text + "b")}) {
      digest.add(line);
    }
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("Every digit has CPython's value") {
  //   import unicodedata
  //   lines = [f'{c:x} {unicodedata.decimal(chr(c), -1)} {unicodedata.digit(chr(c))}'
  //            for c in range(0x20000) if chr(c).isdigit()]
  const char* const expected = "9581d329ea9ac03819da1d18e8f98e80016a5616e96d24799af21041cf2f582e";
  Digest digest;
  for (char32_t c = 0; c < 0x20000; ++c) {
    if (!is_digit(c)) continue;
    digest.add(to_digits(BigInt(static_cast<std::int64_t>(c)), 16) + " " + std::to_string(decimal_value(c)) + " " +
               std::to_string(digit_value(c)));
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("Case mappings of whole words") {
  CHECK(to_upper("straße") == "STRASSE");
  CHECK(to_lower("ΟΔΟΣ ΣΑΣ") == "\xce\xbf\xce\xb4\xce\xbf\xcf\x82 \xcf\x83\xce\xb1\xcf\x82");
  CHECK(to_lower("ΑΣ.") == "\xce\xb1\xcf\x82.");
  CHECK(to_lower("ΑΣ.Β") == "\xce\xb1\xcf\x83.\xce\xb2");
  CHECK(to_title("they're bill's") == "They'Re Bill'S");
  CHECK(to_title("ﬁn ǆ") == "Fin \xc7\x85");
  CHECK(capitalize("hELLO wORLD") == "Hello world");
  CHECK(swap_case("Straße") == "sTRASSE");
  CHECK(case_fold("Straße") == "strasse");
}

TEST_CASE("Questions about whole strings") {
  CHECK_FALSE(all_alpha(""));
  CHECK(all_printable(""));
  CHECK(all_alnum("naïve3²"));
  CHECK(all_decimal("٣4"));
  CHECK_FALSE(all_decimal("4²"));
  CHECK(all_digit("4²"));
  CHECK(all_numeric("½"));
  CHECK(all_space(" \t\u3000"));
  CHECK(is_upper_string("ABC 1"));
  CHECK_FALSE(is_upper_string("1"));
  CHECK(is_lower_string("abc 1"));
  CHECK(is_title_string("Hello World"));
  CHECK_FALSE(is_title_string("Hello world"));
  CHECK(is_identifier_string("größe_2"));
  CHECK_FALSE(is_identifier_string("2nd"));
  CHECK(strip_space(" \u3000tea\n") == "tea");
  CHECK(strip_space(" \t ") == "");
}

TEST_CASE("UTF-8 is read code point by code point, surrogates included, and nothing else that is malformed") {
  CHECK(count_code_points("日本 tea 😀") == 8);
  CHECK(count_code_points("\xed\xa0\x80") == 1);
  CHECK(decode_at("\xed\xa0\x80", 0).code_point == 0xD800);
  CHECK(decode_at("\xc0\x80", 0).code_point == kReplacement);
  CHECK(decode_at("\xf4\x90\x80\x80", 0).size == 1);
  CHECK(decode_at("\xe6\x97", 0).size == 1);
  CHECK(byte_offset("日本x", 2) == 6);
  CHECK(byte_offset("日本x", 9) == 7);
  CHECK(previous_boundary("日本", 6) == 3);
  CHECK(previous_boundary("a\x80\x80", 3) == 2);
  for (const char32_t c : {U'a', U'é', U'日', U'😀', char32_t{0xDFFF}, char32_t{0x10FFFF}}) {
    CHECK(decode_at(encode(c), 0).code_point == c);
    CHECK(decode_at(encode(c), 0).size == encode(c).size());
  }
}

TEST_CASE("Bytes that are not UTF-8 are reported as bytes.decode() reports them") {
  struct Row {
    const char* bytes;
    const char* error;
  };
  const Row rows[] = {
      {"tea", "ok"},
      {"a\xff", "1-2 invalid start byte"},
      {"\xc3", "0-1 unexpected end of data"},
      {"\xc3(", "0-1 invalid continuation byte"},
      {"\xe6\x97", "0-2 unexpected end of data"},
      {"\xe6\x97(", "0-2 invalid continuation byte"},
      {"\xe6(", "0-1 invalid continuation byte"},
      {"\xed\xa0\x80", "0-1 invalid continuation byte"},
      {"\xc0\x80", "0-1 invalid start byte"},
      {"\xf0\x9f\x98", "0-3 unexpected end of data"},
      {"\xf0\x8f\x80\x80", "0-1 invalid continuation byte"},
      {"\xf4\x90\x80\x80", "0-1 invalid continuation byte"},
      {"\xf5\x80", "0-1 invalid start byte"},
      {"\x80", "0-1 invalid start byte"},
      {"\xe6\x97\xa5\xe6\x9c\xac", "ok"},
  };
  for (const Row& row : rows) {
    const Utf8Error error = find_utf8_error(row.bytes);
    const std::string shown = error.start == std::string_view::npos
                                  ? "ok"
                                  : std::to_string(error.start) + "-" + std::to_string(error.end) + " " + error.reason;
    CHECK(shown == row.error);
  }
}
