// A mutator that knows what a program is made of: every other time it takes, doubles, swaps or drops whole tokens or lines,
// because bytes changed at random seldom leave a program that gets further than the lexer.

#include <cctype>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Pieces = std::vector<std::string>;

Pieces lines_of(std::string_view text) {
  Pieces lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end == std::string_view::npos ? text.size() : end + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

Pieces tokens_of(std::string_view text) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  Pieces tokens;
  while (!text.empty()) {
    std::size_t end = 1;
    if (is_word(text[0])) while (end < text.size() && is_word(text[end])) ++end;
    else if (text[0] == ' ') while (end < text.size() && text[end] == ' ') ++end;
    tokens.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return tokens;
}

void change(Pieces& pieces, std::minstd_rand& chance) {
  if (pieces.empty()) return;
  const auto any = [&] { return static_cast<std::size_t>(chance()) % pieces.size(); };
  const std::size_t at = any(), other = any();
  switch (chance() % 5) {
    case 0: pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(at)); break;
    case 1: pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(at), std::string(pieces[other])); break;
    case 2: std::swap(pieces[at], pieces[other]); break;
    case 3: pieces[at] = std::string(pieces[other]); break;
    default:  // a run of pieces goes elsewhere
      for (std::size_t i = at; i < pieces.size() && i < at + 3; ++i) pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(other), std::string(pieces[i]));
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  std::minstd_rand chance(seed + 1);
  if (chance() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Pieces pieces = chance() % 3 == 0 ? lines_of(text) : tokens_of(text);
  for (std::uint32_t i = 0, n = 1 + chance() % 3; i < n; ++i) change(pieces, chance);
  std::string made;
  for (const std::string& piece : pieces) made += piece;
  if (made.size() > max_size) made.resize(max_size);
  made.copy(reinterpret_cast<char*>(data), made.size());
  return made.size();
}
