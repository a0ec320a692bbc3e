// repr() and ascii() of str, repr() of bytes. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <string>

#include "python/text/string_repr.h"

using namespace waiter::python::text;

TEST_CASE("repr and ascii of strings choose quotes and escapes as CPython does") {
  struct Row {
    const char* text;
    const char* repr;
    const char* ascii;
  };
  const Row rows[] = {
      {"", "''", "''"},
      {"tea", "'tea'", "'tea'"},
      {"it's", "\"it's\"", "\"it's\""},
      {"say \"hi\"", "'say \"hi\"'", "'say \"hi\"'"},
      {"it's \"hi\"", "'it\\'s \"hi\"'", "'it\\'s \"hi\"'"},
      {"back\\slash", "'back\\\\slash'", "'back\\\\slash'"},
      {"a\x09"
       "b\nc\x0d"
       "d",
       "'a\\tb\\nc\\rd'", "'a\\tb\\nc\\rd'"},
      {"\x01\x1f\x7f", "'\\x01\\x1f\\x7f'", "'\\x01\\x1f\\x7f'"},
      {"\xc2\x80\xc2\xa0\xc2\xad", "'\\x80\\xa0\\xad'", "'\\x80\\xa0\\xad'"},
      {"\xc3\xa9", "'\xc3\xa9'", "'\\xe9'"},
      {"\xe6\x97\xa5\xe6\x9c\xac", "'\xe6\x97\xa5\xe6\x9c\xac'", "'\\u65e5\\u672c'"},
      {"\xf0\x9f\x98\x80", "'\xf0\x9f\x98\x80'", "'\\U0001f600'"},
      {"\xe2\x80\x8b\xe2\x80\xa8", "'\\u200b\\u2028'", "'\\u200b\\u2028'"},
      {"\xed\xa0\x80", "'\\ud800'", "'\\ud800'"},
      {"a\xed\xbf\xbf"
       "b",
       "'a\\udfffb'", "'a\\udfffb'"},
      {"\xf3\xa0\x80\x81", "'\\U000e0001'", "'\\U000e0001'"},
      {"\xcd\xb8", "'\\u0378'", "'\\u0378'"},
      {"\xef\xbb\xbf", "'\\ufeff'", "'\\ufeff'"},
  };
  for (const Row& row : rows) {
    CHECK(string_repr(row.text) == row.repr);
    CHECK(string_ascii(row.text) == row.ascii);
  }
  CHECK(string_repr(std::string_view("a\0b", 3)) == "'a\\x00b'");
  CHECK(escape_non_ascii("<Müller>") == "<M\\xfcller>");
}

TEST_CASE("repr of bytes") {
  std::string all;
  for (int i = 0; i < 256; ++i) all.push_back(static_cast<char>(i));
  CHECK(bytes_repr(all) ==
        "b'"
        "\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\x08\\t\\n\\x0b\\x0c\\r\\x0e\\x0f\\x10\\x11\\x12\\x13\\x14\\x15\\x16"
        "\\x17\\x18\\x19\\x1a\\x1b\\x1c\\x1d\\x1e\\x1f "
        "!\"#$%&\\'()*+,-./"
        "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
        "\\x7f\\x80\\x81\\x82\\x83\\x84\\x85\\x86\\x87\\x88\\x89\\x8a\\x8b\\x8c\\x8d\\x8e\\x8f\\x90\\x91\\x92\\x93\\x94"
        "\\x95\\x96\\x97\\x98\\x99\\x9a\\x9b\\x9c\\x9d\\x9e\\x9f\\xa0\\xa1\\xa2\\xa3\\xa4\\xa5\\xa6\\xa7\\xa8\\xa9\\xaa"
        "\\xab\\xac\\xad\\xae\\xaf\\xb0\\xb1\\xb2\\xb3\\xb4\\xb5\\xb6\\xb7\\xb8\\xb9\\xba\\xbb\\xbc\\xbd\\xbe\\xbf\\xc0"
        "\\xc1\\xc2\\xc3\\xc4\\xc5\\xc6\\xc7\\xc8\\xc9\\xca\\xcb\\xcc\\xcd\\xce\\xcf\\xd0\\xd1\\xd2\\xd3\\xd4\\xd5\\xd6"
        "\\xd7\\xd8\\xd9\\xda\\xdb\\xdc\\xdd\\xde\\xdf\\xe0\\xe1\\xe2\\xe3\\xe4\\xe5\\xe6\\xe7\\xe8\\xe9\\xea\\xeb\\xec"
        "\\xed\\xee\\xef\\xf0\\xf1\\xf2\\xf3\\xf4\\xf5\\xf6\\xf7\\xf8\\xf9\\xfa\\xfb\\xfc\\xfd\\xfe\\xff'");
  CHECK(bytes_repr("it's") == "b\"it's\"");
  CHECK(bytes_repr("") == "b''");
}
