#include "server/accept_encoding.h"

#include <boost/beast/core/string.hpp>

namespace waiter::server {
namespace {

using boost::beast::iequals;

// Weights are thousandths: RFC 9110 allows three digits, and integers compare exactly.
constexpr int kWeightMax = 1000;
constexpr int kMalformed = 0;  // what cannot be read is not wanted

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Cuts the part before `separator` off `rest`.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return trimmed(part);
}

/// "1", "0.5", "0.125": the weight in thousandths.
int weight_of(std::string_view number) {
  if (number.empty() || number.size() > 5 || (number[0] != '0' && number[0] != '1')) return kMalformed;
  int weight = (number[0] - '0') * kWeightMax;
  if (number.size() > 1 && number[1] != '.') return kMalformed;
  int unit = kWeightMax / 10;
  for (std::size_t i = 2; i < number.size(); ++i, unit /= 10) {
    if (number[i] < '0' || number[i] > '9') return kMalformed;
    weight += (number[i] - '0') * unit;
  }
  return weight <= kWeightMax ? weight : kMalformed;
}

struct Weights {
  std::optional<int> identity, gzip, brotli, any;
};

Weights read_weights(std::string_view header) {
  Weights weights;
  while (!header.empty()) {
    std::string_view item = take_until(header, ',');
    const std::string_view name = take_until(item, ';');
    int weight = kWeightMax;
    while (!item.empty()) {
      std::string_view parameter = take_until(item, ';');
      if (iequals(take_until(parameter, '='), "q")) weight = weight_of(trimmed(parameter));
    }
    if (iequals(name, "gzip") || iequals(name, "x-gzip")) weights.gzip = weight;
    if (iequals(name, "br")) weights.brotli = weight;
    if (iequals(name, "identity")) weights.identity = weight;
    if (name == "*") weights.any = weight;
  }
  return weights;
}

}  // namespace

std::optional<Coding> choose_coding(std::string_view accept_encoding, CodingsOnOffer on_offer) {
  const Weights weights = read_weights(accept_encoding);
  const int gzip = weights.gzip.value_or(weights.any.value_or(0));
  const int brotli = weights.brotli.value_or(weights.any.value_or(0));
  // Identity is acceptable unless it, or everything not named, is refused; unnamed, it comes after all that are named.
  const bool identity_refused = weights.identity.value_or(weights.any.value_or(kWeightMax)) == 0;

  std::optional<Coding> best;
  int best_weight = 0;
  if (on_offer.brotli && brotli > best_weight) {
    best = Coding::brotli;
    best_weight = brotli;
  }
  if (on_offer.gzip && gzip > best_weight) {
    best = Coding::gzip;
    best_weight = gzip;
  }
  if (weights.identity.value_or(0) > best_weight) best = Coding::identity;
  if (!best && !identity_refused) best = Coding::identity;
  return best;
}

std::string_view coding_name(Coding coding) {
  switch (coding) {
    case Coding::gzip: return "gzip";
    case Coding::brotli: return "br";
    case Coding::identity: break;
  }
  return {};
}

}  // namespace waiter::server
