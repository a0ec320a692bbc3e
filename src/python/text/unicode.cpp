#include "python/text/unicode.h"

#include <algorithm>
#include <iterator>

#include "trace/assert.h"

namespace waiter::python::text {
namespace {

struct CaseRange {
  std::uint32_t start;
  std::uint16_t steps;
  std::uint16_t stride;
  std::int32_t delta;
};

struct CaseExpansion {
  std::uint16_t code_point;
  std::uint16_t mapped[3];
};

struct DigitRange {
  std::uint32_t start;
  std::uint8_t count;
  std::uint8_t value;
};

#include "python/text/unicode_tables.inc"

/// The bits of kPropertySets, in the order in which make_unicode_tables.py asks.
enum Property : std::uint16_t {
  kAlpha = 1 << 0,
  kDecimal = 1 << 1,
  kDigit = 1 << 2,
  kNumeric = 1 << 3,
  kSpace = 1 << 4,
  kUpperCase = 1 << 5,
  kLowerCase = 1 << 6,
  kTitleCase = 1 << 7,
  kPrintable = 1 << 8,
  kIdentifierStart = 1 << 9,
  kIdentifierContinue = 1 << 10,
  kCased = 1 << 11,
  kCaseIgnorable = 1 << 12,
};

std::uint16_t find_properties(char32_t c) {
  if (c > 0x10FFFF) return 0;
  const auto* const checkpoint = std::upper_bound(std::begin(kCheckpoints), std::end(kCheckpoints), c) - 1;
  char32_t start = *checkpoint;
  const std::uint16_t* run = kRuns + (checkpoint - kCheckpoints) * kRunsPerCheckpoint;
  for (;; ++run) {
    start += static_cast<char32_t>(*run >> 5) + 1;
    if (c < start) return kPropertySets[*run & 31];
  }
}

struct AsciiProperties {
  std::uint16_t of[128];
};

/// ASCII and Latin text is most of what is asked about: its answers are looked up once.
std::uint16_t properties(char32_t c) {
  static const AsciiProperties ascii = [] {
    AsciiProperties table{};
    for (char32_t i = 0; i < 128; ++i) table.of[i] = find_properties(i);
    return table;
  }();
  return c < 128 ? ascii.of[c] : find_properties(c);
}

bool has(char32_t c, std::uint16_t property) {
  return (properties(c) & property) != 0;
}

template <std::size_t N>
const CaseRange* find_range(const CaseRange (&ranges)[N], char32_t c) {
  const CaseRange* range = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                            [](char32_t value, const CaseRange& r) { return value < r.start; });
  if (range == std::begin(ranges)) return nullptr;
  --range;
  const std::uint32_t offset = c - range->start;
  return offset % range->stride == 0 && offset / range->stride < range->steps ? range : nullptr;
}

template <std::size_t N>
const CaseExpansion* find_expansion(const CaseExpansion (&expansions)[N], char32_t c) {
  const CaseExpansion* found =
      std::lower_bound(std::begin(expansions), std::end(expansions), c,
                       [](const CaseExpansion& e, char32_t value) { return e.code_point < value; });
  return found != std::end(expansions) && found->code_point == c ? found : nullptr;
}

char32_t shifted(char32_t c, const CaseRange* range) {
  return range == nullptr ? c : static_cast<char32_t>(static_cast<std::int32_t>(c) + range->delta);
}

void append_expansion(std::string& out, const CaseExpansion& expansion) {
  for (const std::uint16_t mapped : expansion.mapped) {
    if (mapped != 0) append_code_point(out, mapped);
  }
}

void append_upper(std::string& out, char32_t c) {
  if (c < 128) {
    out.push_back(static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c));
  } else if (const CaseExpansion* several = find_expansion(kUpperSeveral, c)) {
    append_expansion(out, *several);
  } else {
    append_code_point(out, shifted(c, find_range(kUpperRanges, c)));
  }
}

void append_title(std::string& out, char32_t c) {
  if (c < 128) return append_upper(out, c);
  if (const CaseExpansion* several = find_expansion(kTitleSeveral, c)) return append_expansion(out, *several);
  const CaseRange* range = find_range(kTitleRanges, c);
  append_code_point(out, shifted(c, range != nullptr ? range : find_range(kUpperRanges, c)));
}

/// A capital sigma becomes a final one at the end of a word: after a cased letter and before none.
bool is_final_sigma(std::string_view text, std::size_t at, std::size_t after) {
  bool cased_before = false;
  for (std::size_t i = at; i > 0;) {
    i = previous_boundary(text, i);
    const char32_t c = decode_at(text, i).code_point;
    if (has(c, kCaseIgnorable)) continue;
    cased_before = has(c, kCased);
    break;
  }
  if (!cased_before) return false;
  for (std::size_t i = after; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (!has(decoded.code_point, kCaseIgnorable)) return !has(decoded.code_point, kCased);
    i += decoded.size;
  }
  return true;
}

/// Appends the lower case of the code point at `at`, which is `decoded`.
void append_lower(std::string& out, std::string_view text, std::size_t at, Decoded decoded) {
  constexpr char32_t kCapitalSigma = 0x3A3;
  const char32_t c = decoded.code_point;
  if (c < 128) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (c == kCapitalSigma) {
    append_code_point(out, is_final_sigma(text, at, at + decoded.size) ? 0x3C2 : 0x3C3);
  } else if (const CaseExpansion* several = find_expansion(kLowerSeveral, c)) {
    append_expansion(out, *several);
  } else {
    append_code_point(out, shifted(c, find_range(kLowerRanges, c)));
  }
}

void append_fold(std::string& out, char32_t c) {
  if (c < 128) {
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  } else if (const CaseExpansion* several = find_expansion(kFoldSeveral, c)) {
    append_expansion(out, *several);
  } else {
    const CaseRange* range = find_range(kFoldRanges, c);
    append_code_point(out, shifted(c, range != nullptr ? range : find_range(kLowerRanges, c)));
  }
}

/// Calls visit(offset, Decoded) for each code point until it returns false; true when none did.
template <class Visit>
bool for_each(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_at(text, at);
    if (!visit(at, decoded)) return false;
    at += decoded.size;
  }
  return true;
}

template <class Append>
std::string map_case(std::string_view text, Append append) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](std::size_t at, Decoded decoded) {
    append(out, at, decoded);
    return true;
  });
  return out;
}

bool all_have(std::string_view text, std::uint16_t property) {
  return !text.empty() && for_each(text, [&](std::size_t, Decoded d) { return has(d.code_point, property); });
}

/// str.isupper and str.islower: something in the wanted case, and nothing in the other or in title case.
bool all_cased_are(std::string_view text, std::uint16_t wanted, std::uint16_t unwanted) {
  bool seen = false;
  const bool none_other = for_each(text, [&](std::size_t, Decoded d) {
    const std::uint16_t set = properties(d.code_point);
    seen = seen || (set & wanted) != 0;
    return (set & unwanted) == 0;
  });
  return seen && none_other;
}

}  // namespace

bool is_alpha(char32_t c) {
  return has(c, kAlpha);
}
bool is_decimal(char32_t c) {
  return has(c, kDecimal);
}
bool is_digit(char32_t c) {
  return has(c, kDigit);
}
bool is_numeric(char32_t c) {
  return has(c, kNumeric);
}
bool is_space(char32_t c) {
  return has(c, kSpace);
}
bool is_upper(char32_t c) {
  return has(c, kUpperCase);
}
bool is_lower(char32_t c) {
  return has(c, kLowerCase);
}
bool is_title(char32_t c) {
  return has(c, kTitleCase);
}
bool is_printable(char32_t c) {
  return has(c, kPrintable);
}
bool is_identifier_start(char32_t c) {
  return has(c, kIdentifierStart);
}
bool is_identifier_continue(char32_t c) {
  return has(c, kIdentifierContinue);
}
bool is_cased(char32_t c) {
  return has(c, kUpperCase | kLowerCase | kTitleCase);
}
bool is_case_ignorable(char32_t c) {
  return has(c, kCaseIgnorable);
}

bool is_line_break(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

int decimal_value(char32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  const auto* zero = std::upper_bound(std::begin(kDecimalZeros), std::end(kDecimalZeros), c) - 1;
  return c - *zero < 10 ? static_cast<int>(c - *zero) : -1;
}

int digit_value(char32_t c) {
  if (const int decimal = decimal_value(c); decimal >= 0) return decimal;
  for (const DigitRange& range : kDigitRanges) {
    if (c >= range.start && c - range.start < range.count) return static_cast<int>(range.value + (c - range.start));
  }
  return -1;
}

namespace {

/// The text with `first` to `first` + 25 turned round in the bit that tells a from A; all of it is ASCII.
std::string turn_letters(std::string_view text, char first) {
  std::string result(text);
  for (char& c : result)
    if (static_cast<unsigned char>(c - first) < 26) c = static_cast<char>(c ^ 0x20);
  return result;
}

}  // namespace

std::string to_upper(std::string_view text) {
  if (is_ascii(text)) return turn_letters(text, 'a');
  return map_case(text, [](std::string& out, std::size_t, Decoded d) { append_upper(out, d.code_point); });
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return turn_letters(text, 'A');
  return map_case(text, [&](std::string& out, std::size_t at, Decoded d) { append_lower(out, text, at, d); });
}

std::string case_fold(std::string_view text) {
  return map_case(text, [](std::string& out, std::size_t, Decoded d) { append_fold(out, d.code_point); });
}

std::string to_title(std::string_view text) {
  bool within_word = false;
  return map_case(text, [&](std::string& out, std::size_t at, Decoded d) {
    if (within_word) {
      append_lower(out, text, at, d);
    } else {
      append_title(out, d.code_point);
    }
    within_word = is_cased(d.code_point);
  });
}

std::string capitalize(std::string_view text) {
  return map_case(text, [&](std::string& out, std::size_t at, Decoded d) {
    if (at == 0) {
      append_title(out, d.code_point);
    } else {
      append_lower(out, text, at, d);
    }
  });
}

std::string swap_case(std::string_view text) {
  return map_case(text, [&](std::string& out, std::size_t at, Decoded d) {
    if (is_upper(d.code_point)) {
      append_lower(out, text, at, d);
    } else if (is_lower(d.code_point)) {
      append_upper(out, d.code_point);
    } else {
      append_code_point(out, d.code_point);
    }
  });
}

bool all_alpha(std::string_view text) {
  return all_have(text, kAlpha);
}
bool all_alnum(std::string_view text) {
  return all_have(text, kAlpha | kDecimal | kDigit | kNumeric);
}
bool all_decimal(std::string_view text) {
  return all_have(text, kDecimal);
}
bool all_digit(std::string_view text) {
  return all_have(text, kDigit);
}
bool all_numeric(std::string_view text) {
  return all_have(text, kNumeric);
}
bool all_space(std::string_view text) {
  return all_have(text, kSpace);
}
bool all_printable(std::string_view text) {
  return text.empty() || all_have(text, kPrintable);
}
bool is_upper_string(std::string_view text) {
  return all_cased_are(text, kUpperCase, kLowerCase | kTitleCase);
}
bool is_lower_string(std::string_view text) {
  return all_cased_are(text, kLowerCase, kUpperCase | kTitleCase);
}

bool is_title_string(std::string_view text) {
  bool seen = false;
  bool within_word = false;
  const bool fits = for_each(text, [&](std::size_t, Decoded d) {
    const std::uint16_t set = properties(d.code_point);
    const bool begins = (set & (kUpperCase | kTitleCase)) != 0;
    const bool continues = !begins && (set & kLowerCase) != 0;
    if ((begins && within_word) || (continues && !within_word)) return false;
    within_word = begins || continues;
    seen = seen || within_word;
    return true;
  });
  return seen && fits;
}

bool is_identifier_string(std::string_view text) {
  return !text.empty() && for_each(text, [](std::size_t at, Decoded d) {
    return has(d.code_point, at == 0 ? kIdentifierStart : kIdentifierContinue);
  });
}

std::string_view strip_space(std::string_view text) {
  while (!text.empty()) {
    const Decoded first = decode_at(text, 0);
    if (!is_space(first.code_point)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const std::size_t last = previous_boundary(text, text.size());
    if (!is_space(decode_at(text, last).code_point)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

}  // namespace waiter::python::text
