#include "server/security_headers.h"

namespace waiter::server {
namespace {

// - script-src: 'wasm-unsafe-eval' lets the page compile the engine; JavaScript's eval stays off.
// - style-src: CodeMirror and the canvas place style elements and attributes at run time, whose text is not known here,
//   so neither a hash nor a nonce can name them. A style cannot run code.
// - img-src: blob: and data: are exported pictures and icons inside styles.
// - connect-src: 'self' is the companion itself; a lesson's program never reaches the network, it is simulated.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: "
    "blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action "
    "'none'; "
    "frame-ancestors 'self'";

}  // namespace

void add_security_headers(Response& response) {
  auto& message = response.message;
  message.set("Content-Security-Policy", kContentSecurityPolicy);
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "no-referrer");
  // Another site that opens the page gets no handle on its window, and none can embed what it serves.
  message.set("Cross-Origin-Opener-Policy", "same-origin");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace waiter::server
