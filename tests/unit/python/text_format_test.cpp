// The format mini-language. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "python/text/format_spec.h"
#include "text_support.h"

using namespace waiter::python::text;

TEST_CASE("format() of floats, results and errors") {
  struct Row {
    double value;
    const char* spec;
    const char* result;
  };
  const Row rows[] = {
      {0x1.2d687e4189375p+20, "", "1234567.891"},
      {0x1.2d687e4189375p+20, ".2f", "1234567.89"},
      {0x1.2d687e4189375p+20, ",.2f", "1,234,567.89"},
      {0x1.2d687e4189375p+20, "_.1f", "1_234_567.9"},
      {0x1.2d687e4189375p+20, ">20.3f", "         1234567.891"},
      {0x1.2d687e4189375p+20, "<20.3e", "1.235e+06           "},
      {0x1.2d687e4189375p+20, "*^20.1f", "*****1234567.9******"},
      {0x1.2d687e4189375p+20, "+.3g", "+1.23e+06"},
      {0x1.2d687e4189375p+20, " .0f", " 1234568"},
      {0x1.2d687e4189375p+20, "020,.2f", "0,000,001,234,567.89"},
      {0x1.2d687e4189375p+20, "021,.2f", "00,000,001,234,567.89"},
      {0x1.2d687e4189375p+20, "%", "123456789.100000%"},
      {0x1.0000000000000p-1, ".0f", "0"},
      {0x1.8000000000000p+0, ".0f", "2"},
      {0x1.4000000000000p+1, ".0f", "2"},
      {0x1.0000000000000p-3, ".2f", "0.12"},
      {0x1.0000000000000p-2, ".1%", "25.0%"},
      {0x1.8000000000000p+1, "g", "3"},
      {0x1.8000000000000p+1, "#g", "3.00000"},
      {0x1.8000000000000p+1, ".3", "3.0"},
      {0x1.1c37937e08000p+53, ".3", "1e+16"},
      {0x1.ec00000000000p+6, ".3", "1.23e+02"},
      {0x1.5af1d78b58c40p+66, "", "1e+20"},
      {0x1.ad7f29abcaf48p-24, "G", "1E-07"},
      {-0x1.0624dd2f1a9fcp-10, "z.1f", "0.0"},
      {-0x1.0624dd2f1a9fcp-10, ".1f", "-0.0"},
      {HUGE_VAL, "010", "0000000inf"},
      {-HUGE_VAL, "F", "-INF"},
      {-HUGE_VAL, "zF", "-INF"},
      {-0x1.c7b1f3cac7433p+1019, "z%", "-inf%"},
      {-0x1.12e0be826d695p-30, "z.2%", "0.00%"},
      {NAN, "+", "+nan"},
      {0x1.7e43c8800759cp+996, ".0f",
       "100000000000000005250476025520442024870446858110815915491585411551180245798890819578637137508044786404370444383"
       "288387817694252323536043057564479218478670698284838720092657580373783023379478809005936895323497079994508111903"
       "8967640880074652742780142494579258788820056842838115669472196386865459400540160"},
      {0x1.999999999999ap-4, ".30f", "0.100000000000000005551115123126"},
      {0x1.2d687e4189375p+20, "d", "ValueError: Unknown format code 'd' for object of type 'float'"},
      {0x1.2d687e4189375p+20, "s", "ValueError: Unknown format code 's' for object of type 'float'"},
      {0x1.2d687e4189375p+20, ".", "ValueError: Format specifier missing precision"},
      {0x1.2d687e4189375p+20, "5.2f3", "ValueError: Invalid format specifier '5.2f3' for object of type 'float'"},
      {0x1.2d687e4189375p+20, ",n", "ValueError: Cannot specify ',' with 'n'."},
      {0x1.2d687e4189375p+20, ",_", "ValueError: Cannot specify both ',' and '_'."},
      {0x1.2d687e4189375p+20, "_,", "ValueError: Cannot specify both ',' and '_'."},
      {0x1.2d687e4189375p+20, "99999999999999999999", "ValueError: Too many decimal digits in format string"},
      {0x1.2d687e4189375p+20, "\xc3\xa9", "ValueError: Unknown format code '\\xe9' for object of type 'float'"},
      {0x1.2d687e4189375p+20, "=12.1f", "   1234567.9"},
      {-0x1.2d687e4189375p+20, "x=14.1f", "-xxxx1234567.9"},
      {-0x1.c000000000000p+1, "08.2f", "-0003.50"},
      {-0x1.c000000000000p+1, "<08.2f", "-3.50000"},
      {0x1.2d687e4189375p+20, "\xc3\xa9^14.1f",
       "\xc3\xa9\xc3\xa9"
       "1234567.9\xc3\xa9\xc3\xa9\xc3\xa9"},
  };
  for (const Row& row : rows) CHECK(shown(format_float(row.value, row.spec)) == row.result);
}

TEST_CASE("format() of ints, results and errors") {
  struct Row {
    long long value;
    const char* spec;
    const char* result;
  };
  const Row rows[] = {
      {42, "", "42"},
      {42, "5", "   42"},
      {-42, "<6", "-42   "},
      {42, "^7", "  42   "},
      {-42, "06", "-00042"},
      {1234567, ",", "1,234,567"},
      {1234567, "_", "1_234_567"},
      {1234567, "012,", "0,001,234,567"},
      {1234567, "09,", "1,234,567"},
      {1234567, "010,", "01,234,567"},
      {255, "x", "ff"},
      {255, "#X", "0XFF"},
      {255, "#o", "0o377"},
      {255, "#b", "0b11111111"},
      {-255, "#010x", "-0x00000ff"},
      {65535, "_b", "1111_1111_1111_1111"},
      {65535, "_x", "ffff"},
      {97, "c", "a"},
      {8364, ">3c", "  \xe2\x82\xac"},
      {5, "+d", "+5"},
      {5, " d", " 5"},
      {5, ".2f", "5.00"},
      {5, "e", "5.000000e+00"},
      {5, "%", "500.000000%"},
      {5, "n", "5"},
      {5, ".2", "ValueError: Precision not allowed in integer format specifier"},
      {5, ".2d", "ValueError: Precision not allowed in integer format specifier"},
      {5, "zd", "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
      {5, "s", "ValueError: Unknown format code 's' for object of type 'int'"},
      {5, "+c", "ValueError: Sign not allowed with integer format specifier 'c'"},
      {5, "#c", "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"},
      {-1, "c", "OverflowError: %c arg not in range(0x110000)"},
      {1114112, "c", "OverflowError: %c arg not in range(0x110000)"},
      {5, ",x", "ValueError: Cannot specify ',' with 'x'."},
      {5, "_c", "ValueError: Cannot specify '_' with 'c'."},
      {5, ",c", "ValueError: Cannot specify ',' with 'c'."},
      {5, "q", "ValueError: Unknown format code 'q' for object of type 'int'"},
      {5, "dd", "ValueError: Invalid format specifier 'dd' for object of type 'int'"},
      {5, "\x01", "ValueError: Unknown format code '\\x1' for object of type 'int'"},
      {0, "05", "00000"},
      {0, ",", "0"},
  };
  for (const Row& row : rows) CHECK(shown(format_int(row.value, row.spec)) == row.result);
}

TEST_CASE("format() of strings counts code points, results and errors") {
  struct Row {
    const char* value;
    const char* spec;
    const char* result;
  };
  const Row rows[] = {
      {"tea", "", "tea"},
      {"tea", "6", "tea   "},
      {"tea", ">6", "   tea"},
      {"tea", "^6", " tea  "},
      {"tea", "\xc2\xb7^7", "\xc2\xb7\xc2\xb7tea\xc2\xb7\xc2\xb7"},
      {"tea", "06", "tea000"},
      {"\xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6", "5", "\xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6  "},
      {"\xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6", ".2", "\xe6\x97\xa5\xe6\x9c\xac"},
      {"tea", ".0", ""},
      {"tea", "s", "tea"},
      {"tea", "d", "ValueError: Unknown format code 'd' for object of type 'str'"},
      {"tea", "+", "ValueError: Sign not allowed in string format specifier"},
      {"tea", " ", "ValueError: Space not allowed in string format specifier"},
      {"tea", "=", "ValueError: '=' alignment not allowed in string format specifier"},
      {"tea", "#", "ValueError: Alternate form (#) not allowed in string format specifier"},
      {"tea", "z", "ValueError: Negative zero coercion (z) not allowed in string format specifier"},
      {"tea", ",", "ValueError: Cannot specify ',' with 's'."},
      {"tea", "_s", "ValueError: Cannot specify '_' with 's'."},
      {"tea", "5.", "ValueError: Format specifier missing precision"},
      {"tea", ">>>6", "ValueError: Invalid format specifier '>>>6' for object of type 'str'"},
  };
  for (const Row& row : rows) CHECK(shown(format_str(row.value, row.spec)) == row.result);
}

TEST_CASE("A subclass is named in the message") {
  CHECK(shown(format_str("x", "d", "Name")) == "ValueError: Unknown format code 'd' for object of type 'Name'");
}

TEST_CASE("A width beyond the limit is a MemoryError, the limit itself is not") {
  CHECK(format_str("", std::to_string(kFormatWidthMax)).ok());
  CHECK(shown(format_str("", std::to_string(kFormatWidthMax + 1))) == "MemoryError: ");
  CHECK(shown(format_int(0, "0" + std::to_string(kFormatWidthMax + 2))) == "MemoryError: ");
}

TEST_CASE("20,000 random specs format as CPython formats them") {
  //   random.seed(2)
  //   def spec(types):
  //       return (random.choice(['', '<', '*>', '^', '=']) + random.choice(['', '+', ' ', '-']) + random.choice(['',
  //       '#']) +
  //               random.choice(['', '0']) + random.choice(['', '5', '12', '20']) + random.choice(['', ',', '_']) +
  //               random.choice(['', '.0', '.3', '.10']) + random.choice(types))
  //   def attempt(value, spec):
  //       try:
  //           return format(value, spec)
  //       except ValueError as error:
  //           return f'ValueError: {error}'
  //   lines = []
  //   for i in range(10000):
  //       lines.append(attempt(random.uniform(-1, 1) * 10.0 ** random.randrange(-9, 20), spec(['', 'e', 'f', 'g', '%',
  //       'G', 'd']))) lines.append(attempt(random.randrange(-2**random.randrange(100), 2**20), spec(['', 'd', 'x',
  //       'X', 'o', 'b', 'f', 'n'])))
  const char* const expected = "e360ced0e8e25f92bc613f1fe613c4d76c76a58eae5fdee6d5ef4a777327d697";
  Random random;
  random.seed(2);
  const auto choose = [&](std::initializer_list<const char*> choices) {
    return choices.begin()[random.below(choices.size())];
  };
  const auto spec = [&](std::initializer_list<const char*> types) {
    std::string text = choose({"", "<", "*>", "^", "="});
    text += choose({"", "+", " ", "-"});
    text += choose({"", "#"});
    text += choose({"", "0"});
    text += choose({"", "5", "12", "20"});
    text += choose({"", ",", "_"});
    text += choose({"", ".0", ".3", ".10"});
    return text + choose(types);
  };
  Digest digest;
  for (int i = 0; i < 10000; ++i) {
    const double factor = -1 + 2 * random.random();
    const double real = factor * std::pow(10.0, static_cast<double>(random.below(29)) - 9);
    digest.add(shown(format_float(real, spec({"", "e", "f", "g", "%", "G", "d"}))));
    const std::uint64_t bits = random.below(100);
    const BigInt whole = random.below(power(2, bits) + BigInt(1 << 20)) - power(2, bits);
    digest.add(shown(format_int(whole, spec({"", "d", "x", "X", "o", "b", "f", "n"}))));
  }
  CHECK(digest.hex() == expected);
}
