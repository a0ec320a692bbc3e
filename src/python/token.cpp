#include "python/token.h"

#include <cstddef>
#include <iterator>

namespace waiter::python {

namespace {

constexpr std::string_view kTokenNames[] = {"ENDMARKER",
                                            "NAME",
                                            "NUMBER",
                                            "STRING",
                                            "NEWLINE",
                                            "INDENT",
                                            "DEDENT",
                                            "STRAY",
                                            "ERROR",
#define WAITER_TOKEN_NAME(kind, text) text,
                                            WAITER_PUNCTUATION(WAITER_TOKEN_NAME) WAITER_KEYWORDS(WAITER_TOKEN_NAME)
#undef WAITER_TOKEN_NAME
};

constexpr std::size_t kFirstKeyword = static_cast<std::size_t>(TokenKind::kFalse);
static_assert(std::size(kTokenNames) == static_cast<std::size_t>(TokenKind::kYield) + 1);

}  // namespace

std::string_view name_of(TokenKind kind) {
  return kTokenNames[static_cast<std::size_t>(kind)];
}

TokenKind keyword_kind(std::string_view name) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 8;
  if (name.size() < kShortest || name.size() > kLongest) return TokenKind::kName;
  for (std::size_t i = kFirstKeyword; i < std::size(kTokenNames); ++i) {
    if (kTokenNames[i] == name) return static_cast<TokenKind>(i);
  }
  return TokenKind::kName;
}

}  // namespace waiter::python
