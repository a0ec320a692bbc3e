#include "fastapi/server.h"

#include "asyncio/future.h"
#include "fastapi/exchange.h"
#include "python/methods/helpers.h"
#include "python/threads.h"

namespace waiter::fastapi {

using namespace python;

namespace {

const char kServerKey = 0;
Server& server_of(Vm& vm) { return *static_cast<Server*>(vm.extensions.at(&kServerKey)); }

/// Puts a value into an owned place.
void own(Value& place, Value value) {
  const Value old = std::exchange(place, Ref(value).release());
  if (!old.is_empty()) decref(old);
}

/// open(loop, start, idle): connections may come; start(exchange, scope) is called for each, and idle is finished when nothing is left to do.
Ref open_server(Arguments& args) {
  Server& server = server_of(args.vm);
  asyncio::Loop* loop = asyncio::as_loop(server.runtime, args[0]);
  if (loop == nullptr || asyncio::as_future(server.runtime, args[2]) == nullptr)
    return args.vm.raise(args.vm.types.TypeError, "open() takes a loop, a function and a future");
  if (server.is_open()) return args.vm.raise(args.vm.types.RuntimeError, "an application is being served already");
  server.opens(loop, args[1], args[2]);
  return kNone;
}

Ref shut_server(Arguments& args) {
  server_of(args.vm).shuts();
  return kNone;
}

Ref run_posted(Arguments& args) {
  server_of(args.vm).run_posted();
  return args.vm.has_error() ? Ref() : Ref(kNone);
}

/// name(coroutine, text): what the task's lane is about.
Ref name_coroutine(Arguments& args) {
  if (!args[0].is_kind(Kind::Generator) || !is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "name() takes a coroutine and a str");
  own(cast<Generator>(args[0])->name, args[1]);
  return kNone;
}

/// program_file(path): the bytes of a file of the program's folder, or None.
Ref program_file(Arguments& args) {
  Server& server = server_of(args.vm);
  if (!is_str(args[0])) return args.vm.raise(args.vm.types.TypeError, "program_file() takes a str");
  std::string_view path = str_view(args[0]);
  while (path.substr(0, 2) == "./") path.remove_prefix(2);
  const std::string* text = server.find_file ? server.find_file(path) : nullptr;
  return text == nullptr ? Ref(kNone) : make_bytes(args.vm, *text);
}

constexpr NativeDef kFunctions[] = {
    {"program_file", program_file, 1, 1},
    {"name", name_coroutine, 2, 2},
    {"open", open_server, 3, 3},
    {"shut", shut_server},
    {"run_posted", run_posted},
};

Ref make_server_module(Vm& vm) {
  Ref module = make_module(vm, "_server");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace

Server::Server(asyncio::Runtime& own_runtime, Network& network) : runtime(own_runtime), network_(network) {
  runtime.vm.extensions[&kServerKey] = this;
  runtime.vm.register_module("_server", make_server_module);
}

Server::~Server() = default;  // what it owns goes with the VM's memory

bool Server::enter(Value app) {
  Vm& vm = runtime.vm;
  const Ref module = vm.import_module(intern(vm, "_serve"));
  const Ref run = module ? get_attribute(vm, module, intern(vm, "run")) : Ref();
  if (!run) return false;
  const Value args[] = {app};
  vm.frame = nullptr;
  Frame* frame = bind_call(vm, cast<Function>(run), args, nullptr, nullptr);
  return frame != nullptr && enter_frame(vm, frame, ReturnTo::Entry);
}

void Server::opens(asyncio::Loop* loop, Value start, Value idle) {
  Vm& vm = runtime.vm;
  has_served_ = is_open_ = true;
  idle_told_ = false;
  loop_ = loop;
  make_exchange_types(*this);
  own(start_, start);
  own(idle_, idle);
  const Ref module = vm.import_module(intern(vm, "_server"));
  const Ref native = get_attribute(vm, module, intern(vm, "run_posted"));
  own(run_posted_, native);
  network_.open();
}

void Server::shuts() {
  if (!is_open_) return;
  is_open_ = false;
  network_.shut();
}

void Server::post(std::function<void()> action) {
  if (!is_open_) return;
  posted_.push_back(std::move(action));
  (void)asyncio::call_soon(runtime, loop_, run_posted_, runtime.vm.empty_tuple);
  if (loop_->stack != nullptr && loop_->waits) runtime.vm.threads->wake(loop_->stack);
}

void Server::run_posted() {
  const std::function<void()> action = std::move(posted_.front());
  posted_.pop_front();
  if (is_open_) action();
}

bool Server::nothing_is_left() {
  if (!is_open_ || idle_told_) return false;
  idle_told_ = true;
  post([this] {
    asyncio::Future* idle = asyncio::as_future(runtime, idle_);
    if (!idle->done()) (void)asyncio::set_result(runtime, idle, kNone);
  });
  return true;
}

void Server::arrives(Connection& connection) {
  Vm& vm = runtime.vm;
  const bool is_websocket = connection.opening().is_websocket;
  const Ref exchange = is_websocket ? make_socket(*this, connection) : make_exchange(*this, connection);
  const Ref scope = make_scope(vm, connection.opening());
  exchanges_[&connection] = exchange.get().object();
  const Value args[] = {exchange, scope, Value::from_bool(is_websocket)};
  const std::size_t lanes = runtime.recorder.trace().lanes.size();
  runtime.maker = connection.lane();
  (void)call(vm, start_, args);
  runtime.maker = trace::kNoLane;
  if (runtime.recorder.trace().lanes.size() > lanes) connection.handled_by(static_cast<trace::LaneId>(lanes));
}

void Server::disconnects(Connection& connection) {
  const auto found = exchanges_.find(&connection);
  if (found != exchanges_.end()) exchange_disconnects(static_cast<Exchange*>(found->second));
}

void Server::drains(Connection& connection) {
  const auto found = exchanges_.find(&connection);
  if (found != exchanges_.end()) wake_senders(static_cast<Talk*>(found->second));
}

void Server::closes(Connection& connection, int code) {
  const auto found = exchanges_.find(&connection);
  if (found != exchanges_.end()) socket_hears(static_cast<Socket*>(found->second), disconnect_of(runtime.vm, code), true, code == 1006);
}

void Server::says(Connection& connection, std::string data, bool is_text) {
  const auto found = exchanges_.find(&connection);
  if (found != exchanges_.end()) socket_hears(static_cast<Socket*>(found->second), message_of(runtime.vm, data, is_text), false, false);
}

}  // namespace waiter::fastapi
