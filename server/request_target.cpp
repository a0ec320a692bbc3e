#include "server/request_target.h"

#include <boost/beast/core/string.hpp>

namespace waiter::server {
namespace {

constexpr std::string_view kScheme = "http://";

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[i + 1]);
    const auto low = hex_digit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    const char c = static_cast<char>(*high * 16 + *low);
    if (c == '/') return std::nullopt;  // an encoded slash is no separator, and no file name has one
    out.push_back(c);
    i += 2;
  }
  return out;
}

bool has_forbidden_character(std::string_view path) {
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || c == '\\') return true;
  }
  return false;
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = path.find('/');
    const std::string_view segment = path.substr(0, end);
    if (segment == "." || segment == "..") return true;
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
  }
  return false;
}

}  // namespace

std::optional<RequestTarget> parse_target(std::string_view target) {
  RequestTarget parsed;
  if (target.size() > kScheme.size() && boost::beast::iequals(target.substr(0, kScheme.size()), kScheme)) {
    target.remove_prefix(kScheme.size());
    const std::string_view authority = target.substr(0, target.find_first_of("/?#"));
    if (authority.empty()) return std::nullopt;
    parsed.authority = std::string(authority);
    target.remove_prefix(authority.size());
    if (target.empty() || target[0] == '?') parsed.path = "/";
  }
  if (parsed.path.empty()) {
    auto path = percent_decoded(target.substr(0, target.find_first_of("?#")));
    if (!path || path->empty() || path->front() != '/') return std::nullopt;
    parsed.path = std::move(*path);
  }
  if (has_forbidden_character(parsed.path) || has_dot_segment(parsed.path)) return std::nullopt;
  return parsed;
}

}  // namespace waiter::server
