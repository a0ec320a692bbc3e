#pragma once
// Reads an Accept-Encoding header (RFC 9110, 12.5.3) and picks the coding to send. Knows no files and no messages.

#include <optional>
#include <string_view>

namespace waiter::server {

enum class Coding { identity, gzip, brotli };

struct CodingsOnOffer {
  bool gzip = false;
  bool brotli = false;  // identity is always on offer
};

/// The coding that the client likes best; among equals the smaller result: brotli, gzip, identity.
/// nullopt: the client refuses everything on offer, identity included. An absent header is an empty one: identity.
[[nodiscard]] std::optional<Coding> choose_coding(std::string_view accept_encoding, CodingsOnOffer on_offer);

/// The name in Content-Encoding; empty for identity.
[[nodiscard]] std::string_view coding_name(Coding coding);

}  // namespace waiter::server
