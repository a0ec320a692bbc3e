#pragma once
// The objects through which the application talks with one client: _server.Exchange (a request) and _server.Socket (a WebSocket).
// They keep ASGI's rules of what may follow what, in uvicorn's words, and hand on to the Connection. Waiting is the prelude's: it
// asks for a message, and awaits arrival() when there is none.

#include <deque>
#include <vector>

#include "fastapi/server.h"

namespace waiter::fastapi {

struct Talk : python::Extension {
  Server* server;
  Connection* connection;
  std::vector<asyncio::Future*> waiting;  ///< owned: who wants to know that something has come
  std::vector<asyncio::Future*> senders;  ///< owned: who wants to send when the client has read
};

struct Exchange : Talk {
  bool disconnected, started, complete;
  bool news;               ///< there is something to receive (uvicorn's message_event)
  bool is_head;
  std::int64_t remaining;  ///< of the content-length that was promised; -1: none
};

struct Socket : Talk {
  enum class State : std::uint8_t { Connecting, Open, ClientClosed, Closed } state;
  std::deque<python::Value> messages;  ///< owned: to be received
  std::deque<python::Value> early;     ///< owned: came before the accept
};

void make_exchange_types(Server& server);
/// A new one for this connection.
python::Ref make_exchange(Server& server, Connection& connection);
python::Ref make_socket(Server& server, Connection& connection);
/// The scope that ASGI describes it by.
python::Ref make_scope(python::Vm& vm, const Opening& opening);

/// Whoever waits to send looks again.
void wake_senders(Talk* talk);
void exchange_disconnects(Exchange* exchange);
/// Takes the message over.
void socket_hears(Socket* socket, python::Ref message, bool is_close, bool vanished);
python::Ref message_of(python::Vm& vm, std::string_view data, bool is_text);
python::Ref disconnect_of(python::Vm& vm, int code);

}  // namespace waiter::fastapi
