#include "fastapi/exchange.h"

#include <cctype>

#include "asyncio/future.h"
#include "python/methods/helpers.h"

namespace waiter::fastapi {

using namespace python;

namespace {

// --- what both have ---

using Waiters = std::vector<asyncio::Future*>;

void wake(Talk* talk, Waiters& waiters) {
  asyncio::Runtime& runtime = talk->server->runtime;
  const Waiters waiting = std::move(waiters);
  waiters.clear();
  for (asyncio::Future* future : waiting) {
    const Ref owner = Ref::steal(Value(future));
    if (!future->done()) (void)asyncio::set_result(runtime, future, kNone);
  }
}
void wake_all(Talk* talk) { wake(talk, talk->waiting); }

Ref wait_among(Arguments& args, Waiters& waiters, const char* label) {
  auto* talk = static_cast<Talk*>(args[0].object());
  asyncio::Runtime& runtime = talk->server->runtime;
  if (runtime.running == nullptr) return args.vm.raise(args.vm.types.RuntimeError, "no running event loop");
  Ref future = asyncio::make_future(runtime, runtime.running);
  auto* made = cast<asyncio::Future>(future);
  made->label = runtime.recorder.name(label);
  waiters.push_back(cast<asyncio::Future>(Ref(future).release()));
  return future;
}

/// arrival(): a future that is done when there may be something to receive.
Ref arrival(Arguments& args) { return wait_among(args, static_cast<Talk*>(args[0].object())->waiting, "receive"); }

/// room(): a future that is done when there may be room to send; None: there is room now.
Ref room(Arguments& args) {
  auto* talk = static_cast<Talk*>(args[0].object());
  if (!talk->connection->is_full()) return kNone;
  return wait_among(args, talk->senders, "send");
}

void construct_exchange(Extension* extension) {
  new (&static_cast<Talk*>(extension)->waiting) Waiters();
  new (&static_cast<Talk*>(extension)->senders) Waiters();
}
void construct_socket(Extension* extension) {
  construct_exchange(extension);
  new (&static_cast<Socket*>(extension)->messages) std::deque<Value>();
  new (&static_cast<Socket*>(extension)->early) std::deque<Value>();
}
void destruct_exchange(Extension* extension) {
  static_cast<Talk*>(extension)->waiting.~Waiters();
  static_cast<Talk*>(extension)->senders.~Waiters();
}
void destruct_socket(Extension* extension) {
  using Messages = std::deque<Value>;
  static_cast<Socket*>(extension)->messages.~Messages();
  static_cast<Socket*>(extension)->early.~Messages();
  destruct_exchange(extension);
}
void release_exchange(Vm&, Extension* extension) {
  auto* talk = static_cast<Talk*>(extension);
  if (talk->connection != nullptr) talk->server->forget(*talk->connection);
  talk->connection = nullptr;
  for (Waiters* waiters : {&talk->waiting, &talk->senders}) {
    const Waiters waiting = std::move(*waiters);
    waiters->clear();
    for (asyncio::Future* future : waiting) decref(Value(future));
  }
}
void release_socket(Vm& vm, Extension* extension) {
  auto* socket = static_cast<Socket*>(extension);
  for (std::deque<Value>* queue : {&socket->messages, &socket->early}) {
    const std::deque<Value> messages = std::move(*queue);
    queue->clear();
    for (const Value message : messages) decref(message);
  }
  release_exchange(vm, extension);
}
void traverse_exchange(Extension* extension, void (*visit)(void*, Value), void* context) {
  for (const Waiters* waiters : {&static_cast<Talk*>(extension)->waiting, &static_cast<Talk*>(extension)->senders})
    for (asyncio::Future* future : *waiters) visit(context, Value(future));
}
void traverse_socket(Extension* extension, void (*visit)(void*, Value), void* context) {
  traverse_exchange(extension, visit, context);
  auto* socket = static_cast<Socket*>(extension);
  for (const Value message : socket->messages) visit(context, message);
  for (const Value message : socket->early) visit(context, message);
}

const ExtensionTraits kExchangeTraits{sizeof(Exchange), construct_exchange, release_exchange, traverse_exchange, destruct_exchange, nullptr};
const ExtensionTraits kSocketTraits{sizeof(Socket), construct_socket, release_socket, traverse_socket, destruct_socket, nullptr};

// --- messages ---

void put(Vm& vm, Dict* dict, std::string_view key, Value value) { dict_set_name(vm, dict, intern(vm, key), value); }

Value get(Vm& vm, Value message, std::string_view key) { return dict_get_name(cast<Dict>(message), intern(vm, key)); }

/// The message's type; nullptr: TypeError or KeyError is set.
const Str* kind_of(Vm& vm, Value message) {
  if (!message.is_kind(Kind::Dict)) {
    vm.raise(vm.types.TypeError, "send() takes a dict, not {}", type_name(vm, message));
    return nullptr;
  }
  const Value kind = get(vm, message, "type");
  if (kind.is_empty()) {
    const Ref key = make_str(vm, "type");
    (void)raise_key_error(vm, key);
    return nullptr;
  }
  if (!is_str(kind)) {
    vm.raise(vm.types.TypeError, "a message's type is a str, not {}", type_name(vm, kind));
    return nullptr;
  }
  return cast<Str>(kind);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

/// Pairs of bytes. False: TypeError set.
bool read_headers(Vm& vm, Value given, Headers& headers) {
  if (given.is_empty() || given.is_none()) return true;
  return for_each(vm, given, [&](Value pair) {
    const Ref both = tuple_from(vm, pair);
    if (!both) return false;
    const auto* items = cast<Tuple>(both);
    if (items->count != 2 || !items->items[0].is_kind(Kind::Bytes) || !items->items[1].is_kind(Kind::Bytes)) {
      vm.raise(vm.types.TypeError, "headers are pairs of bytes");
      return false;
    }
    headers.emplace_back(cast<Bytes>(items->items[0])->view(), cast<Bytes>(items->items[1])->view());
    return true;
  }) && !vm.has_error();
}

/// A number that stands in a message.
bool read_number(Vm& vm, Value given, std::int64_t otherwise, std::int64_t& number) {
  number = otherwise;
  if (given.is_empty() || given.is_none()) return true;
  const auto value = to_int64(vm, given);
  if (value) number = *value;
  return value.has_value();
}

std::string_view body_of(Value message_body) {
  return message_body.is_kind(Kind::Bytes) ? cast<Bytes>(message_body)->view() : std::string_view();
}

std::string unquoted(std::string_view path) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string result;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int high = path[i] == '%' && i + 2 < path.size() ? digit(path[i + 1]) : -1;
    const int low = high < 0 ? -1 : digit(path[i + 2]);
    if (low >= 0) {
      result += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      result += path[i];
    }
  }
  return result;
}

// --- a request ---

Exchange* exchange_of(Arguments& args) { return static_cast<Exchange*>(args[0].object()); }

/// next(): the message to receive, or None: there is none yet.
Ref exchange_next(Arguments& args) {
  Vm& vm = args.vm;
  Exchange* exchange = exchange_of(args);
  if (!exchange->disconnected && !exchange->complete) {
    if (!exchange->news) return kNone;
    exchange->news = false;
  }
  Dict* message = make_dict(vm);
  Ref owner = Ref::steal(Value(message));
  if (exchange->disconnected || exchange->complete) {
    put(vm, message, "type", Value(intern(vm, "http.disconnect")));
    return owner;
  }
  put(vm, message, "type", Value(intern(vm, "http.request")));
  const Ref body = make_bytes(vm, exchange->connection->opening().body);
  put(vm, message, "body", body);
  put(vm, message, "more_body", Value::from_bool(false));
  return owner;
}

bool start_response(Vm& vm, Exchange* exchange, Value message) {
  std::int64_t status = 0;
  Headers headers;
  if (!read_number(vm, get(vm, message, "status"), 200, status) || !read_headers(vm, get(vm, message, "headers"), headers)) return false;
  for (const auto& [name, value] : headers) {
    if (lower(name) != "content-length") continue;
    std::int64_t length = 0;
    for (const char c : value) length = c >= '0' && c <= '9' && length < (1LL << 50) ? length * 10 + (c - '0') : length;
    exchange->remaining = length;
  }
  exchange->started = true;
  exchange->connection->start_response(static_cast<int>(status), headers);
  return true;
}

bool send_body(Vm& vm, Exchange* exchange, Value message) {
  const Value more = get(vm, message, "more_body");
  const bool is_last = more.is_empty() || truth(vm, more) != 1;
  const Value given = get(vm, message, "body");
  if (!given.is_empty() && !given.is_kind(Kind::Bytes)) {
    vm.raise(vm.types.TypeError, "a body is bytes, not {}", type_name(vm, given));
    return false;
  }
  const std::string_view body = given.is_empty() ? std::string_view() : body_of(given);
  if (exchange->remaining >= 0 && !exchange->is_head) {
    if (static_cast<std::int64_t>(body.size()) > exchange->remaining) {
      vm.raise(vm.types.RuntimeError, "Response content longer than Content-Length");
      return false;
    }
    exchange->remaining -= static_cast<std::int64_t>(body.size());
    if (is_last && exchange->remaining > 0) {
      vm.raise(vm.types.RuntimeError, "Response content shorter than Content-Length");
      return false;
    }
  }
  exchange->connection->send_body(exchange->is_head ? std::string_view() : body, is_last);
  if (is_last) {
    exchange->complete = true;
    exchange->news = true;
    wake_all(exchange);
  }
  return true;
}

Ref exchange_send(Arguments& args) {
  Vm& vm = args.vm;
  Exchange* exchange = exchange_of(args);
  if (exchange->disconnected) return kNone;
  const Str* kind = kind_of(vm, args[1]);
  if (kind == nullptr) return {};
  const char* expected = !exchange->started ? "http.response.start" : "http.response.body";
  if (exchange->complete) return vm.raise(vm.types.RuntimeError, "Unexpected ASGI message '{}' sent, after response already completed.", kind->view());
  if (kind->view() != expected) return vm.raise(vm.types.RuntimeError, "Expected ASGI message '{}', but got '{}'.", expected, kind->view());
  return none_or_error(exchange->started ? send_body(vm, exchange, args[1]) : start_response(vm, exchange, args[1]));
}

Ref exchange_break_off(Arguments& args) {
  Exchange* exchange = exchange_of(args);
  if (exchange->disconnected || exchange->complete) return kNone;
  exchange->complete = true;
  exchange->connection->break_off();
  return kNone;
}

Ref exchange_started(Arguments& args) { return boolean(exchange_of(args)->started); }
Ref exchange_complete(Arguments& args) { return boolean(exchange_of(args)->complete); }
Ref exchange_disconnected(Arguments& args) { return boolean(exchange_of(args)->disconnected); }

constexpr NativeDef kExchangeMethods[] = {
    {"next", exchange_next},
    {"arrival", arrival},
    {"room", room},
    {"send", exchange_send, 1, 1},
    {"break_off", exchange_break_off},
    {"started", exchange_started},
    {"complete", exchange_complete},
    {"disconnected", exchange_disconnected},
};

// --- a WebSocket ---

using State = Socket::State;

Socket* socket_of(Arguments& args) { return static_cast<Socket*>(args[0].object()); }

void queue_message(Socket* socket, Ref message) {
  socket->messages.push_back(message.release());
  wake_all(socket);
}

Ref socket_next(Arguments& args) {
  Socket* socket = socket_of(args);
  if (socket->messages.empty()) return kNone;
  Ref message = Ref::steal(socket->messages.front());
  socket->messages.pop_front();
  const Value kind = get(args.vm, message, "type");
  if (is_str(kind) && str_view(kind) == "websocket.disconnect") socket->state = State::Closed;
  return message;
}

void refuse(Socket* socket, int status) {
  socket->state = State::Closed;
  socket->connection->refuse(status);
}

/// Before the handshake's end. False: an exception is set.
bool answer_handshake(Vm& vm, Socket* socket, std::string_view kind, Value message) {
  if (kind == "websocket.accept") {
    Headers headers;
    if (!read_headers(vm, get(vm, message, "headers"), headers)) return false;
    const Value protocol = get(vm, message, "subprotocol");
    socket->state = State::Open;
    socket->connection->accept(!protocol.is_empty() && is_str(protocol) ? str_view(protocol) : std::string_view(), headers);
    const std::deque<Value> early = std::move(socket->early);
    socket->early.clear();
    for (const Value held : early) {
      Ref owner = Ref::steal(held);
      const bool is_close = str_view(get(vm, held, "type")) == "websocket.disconnect";
      socket_hears(socket, std::move(owner), is_close, false);
    }
    return true;
  }
  if (kind == "websocket.close") {
    refuse(socket, 403);
    queue_message(socket, disconnect_of(vm, 1006));
    return true;
  }
  vm.raise(vm.types.RuntimeError, "Expected ASGI message 'websocket.accept' or 'websocket.close', but got '{}'.", kind);
  return false;
}

bool send_open(Vm& vm, Socket* socket, std::string_view kind, Value message) {
  if (kind == "websocket.send") {
    const Value text = get(vm, message, "text"), bytes = get(vm, message, "bytes");
    if (!text.is_empty() && is_str(text)) {
      socket->connection->send_message(str_view(text), true);
    } else if (!bytes.is_empty() && bytes.is_kind(Kind::Bytes)) {
      socket->connection->send_message(cast<Bytes>(bytes)->view(), false);
    } else {
      vm.raise(vm.types.TypeError, "a WebSocket sends text or bytes");
      return false;
    }
    return true;
  }
  if (kind == "websocket.close") {
    std::int64_t code = 1000;
    if (!read_number(vm, get(vm, message, "code"), 1000, code)) return false;
    const Value reason = get(vm, message, "reason");
    socket->state = State::Closed;
    socket->connection->close(static_cast<int>(code), !reason.is_empty() && is_str(reason) ? str_view(reason) : std::string_view());
    queue_message(socket, disconnect_of(vm, static_cast<int>(code)));
    return true;
  }
  vm.raise(vm.types.RuntimeError, "Expected ASGI message 'websocket.send' or 'websocket.close', but got '{}'.", kind);
  return false;
}

/// send(message): False if the client has closed already.
Ref socket_send(Arguments& args) {
  Vm& vm = args.vm;
  Socket* socket = socket_of(args);
  const Str* kind = kind_of(vm, args[1]);
  if (kind == nullptr) return {};
  switch (socket->state) {
    case State::Connecting: return answer_handshake(vm, socket, kind->view(), args[1]) ? boolean(true) : Ref();
    case State::Open: return send_open(vm, socket, kind->view(), args[1]) ? boolean(true) : Ref();
    case State::ClientClosed: return boolean(false);
    case State::Closed: break;
  }
  return vm.raise(vm.types.RuntimeError, "Unexpected ASGI message '{}', after sending 'websocket.close' or response already completed.", kind->view());
}

/// end(status, code): the application is done with it, but never closed it.
Ref socket_end(Arguments& args) {
  Socket* socket = socket_of(args);
  if (socket->state == State::Connecting) {
    refuse(socket, static_cast<int>(args[1].as_int()));
  } else if (socket->state == State::Open) {
    socket->connection->close(static_cast<int>(args[2].as_int()), "");
  }
  socket->state = State::Closed;
  return kNone;
}

Ref socket_client_closed(Arguments& args) { return boolean(socket_of(args)->state == State::ClientClosed); }
Ref socket_is_connecting(Arguments& args) { return boolean(socket_of(args)->state == State::Connecting); }

constexpr NativeDef kSocketMethods[] = {
    {"next", socket_next},
    {"arrival", arrival},
    {"room", room},
    {"send", socket_send, 1, 1},
    {"end", socket_end, 2, 2},
    {"is_connecting", socket_is_connecting},
    {"client_closed", socket_client_closed},
};

}  // namespace

void make_exchange_types(Server& server) {
  Vm& vm = server.runtime.vm;
  if (server.exchange_type != nullptr) return;
  server.exchange_type = make_extension_type(vm, "Exchange", "_server", &kExchangeTraits);
  server.socket_type = make_extension_type(vm, "Socket", "_server", &kSocketTraits);
  install(vm, server.exchange_type, kExchangeMethods);
  install(vm, server.socket_type, kSocketMethods);
}

Ref make_exchange(Server& server, Connection& connection) {
  auto* exchange = static_cast<Exchange*>(allocate_instance(server.runtime.vm, server.exchange_type));
  exchange->server = &server;
  exchange->connection = &connection;
  exchange->news = true;
  exchange->is_head = connection.opening().method == "HEAD";
  exchange->remaining = -1;
  return Ref::steal(Value(exchange));
}

Ref make_socket(Server& server, Connection& connection) {
  Vm& vm = server.runtime.vm;
  auto* socket = static_cast<Socket*>(allocate_instance(vm, server.socket_type));
  socket->server = &server;
  socket->connection = &connection;
  socket->state = State::Connecting;
  Dict* connect = make_dict(vm);
  put(vm, connect, "type", Value(intern(vm, "websocket.connect")));
  socket->messages.push_back(Value(connect));
  return Ref::steal(Value(socket));
}

Ref make_scope(Vm& vm, const Opening& opening) {
  Dict* scope = make_dict(vm);
  Ref owner = Ref::steal(Value(scope));
  const auto put_text = [&](std::string_view key, std::string_view text) {
    const Ref value = make_str(vm, text);
    put(vm, scope, key, value);
  };
  const auto put_bytes = [&](std::string_view key, std::string_view bytes) {
    const Ref value = make_bytes(vm, bytes);
    put(vm, scope, key, value);
  };
  const auto put_address = [&](std::string_view key, std::string_view host, int port) {
    const Ref name = make_str(vm, host);
    const Value both[] = {name, Value::from_int(port)};
    const Ref pair = tuple_of(vm, both);
    put(vm, scope, key, pair);
  };
  const std::size_t question = opening.target.find('?');
  const std::string_view path = std::string_view(opening.target).substr(0, question);
  const std::string_view query = question == std::string::npos ? std::string_view() : std::string_view(opening.target).substr(question + 1);
  put(vm, scope, "type", Value(intern(vm, opening.is_websocket ? "websocket" : "http")));
  Dict* asgi = make_dict(vm);
  const Ref asgi_owner = Ref::steal(Value(asgi));
  put(vm, asgi, "version", Value(intern(vm, "3.0")));
  put(vm, asgi, "spec_version", Value(intern(vm, "2.3")));
  put(vm, scope, "asgi", asgi_owner);
  put(vm, scope, "http_version", Value(intern(vm, "1.1")));
  put_address("server", opening.server_host, opening.server_port);
  put_address("client", opening.client_host, opening.client_port);
  put(vm, scope, "scheme", Value(intern(vm, opening.is_websocket ? "ws" : "http")));
  put(vm, scope, "root_path", Value(intern(vm, "")));
  put_text("path", unquoted(path));
  put_bytes("raw_path", path);
  put_bytes("query_string", query);
  const Ref headers = make_list(vm);
  const Ref protocols = make_list(vm);
  for (const auto& [name, value] : opening.headers) {
    const Ref name_bytes = make_bytes(vm, name), value_bytes = make_bytes(vm, value);
    const Value both[] = {name_bytes, value_bytes};
    list_append(vm, cast<List>(headers), tuple_of(vm, both));
    if (name != "sec-websocket-protocol") continue;
    std::size_t begin = 0;
    while (begin <= value.size()) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      std::string word = value.substr(begin, end - begin);
      word.erase(0, word.find_first_not_of(' '));
      word.erase(word.find_last_not_of(' ') + 1);
      const Ref text = make_str(vm, word);
      list_append(vm, cast<List>(protocols), text);
      begin = end + 1;
    }
  }
  put(vm, scope, "headers", headers);
  if (opening.is_websocket) {
    put(vm, scope, "subprotocols", protocols);
  } else {
    put_text("method", opening.method);
  }
  return owner;
}

void wake_senders(Talk* talk) { wake(talk, talk->senders); }

void exchange_disconnects(Exchange* exchange) {
  exchange->disconnected = true;
  exchange->news = true;
  wake_all(exchange);
  wake_senders(exchange);
}

void socket_hears(Socket* socket, Ref message, bool is_close, bool vanished) {
  if (socket->state == State::Closed) return;
  if (socket->state == State::Connecting && !vanished) {
    socket->early.push_back(message.release());
    return;
  }
  if (is_close) {
    socket->state = State::ClientClosed;
    wake_senders(socket);
  }
  queue_message(socket, std::move(message));
}

Ref message_of(Vm& vm, std::string_view data, bool is_text) {
  Dict* message = make_dict(vm);
  Ref owner = Ref::steal(Value(message));
  put(vm, message, "type", Value(intern(vm, "websocket.receive")));
  const Ref value = is_text ? make_str(vm, data) : make_bytes(vm, data);
  put(vm, message, is_text ? "text" : "bytes", value);
  return owner;
}

Ref disconnect_of(Vm& vm, int code) {
  Dict* message = make_dict(vm);
  Ref owner = Ref::steal(Value(message));
  put(vm, message, "type", Value(intern(vm, "websocket.disconnect")));
  put(vm, message, "code", Value::from_int(code));
  put(vm, message, "reason", Value(intern(vm, "")));
  return owner;
}

}  // namespace waiter::fastapi
