#include "python/modules_not_run.h"

#include <fmt/format.h>

namespace waiter::python {
namespace {

struct NotRun {
  std::string_view module;
  std::string_view instead;
};

constexpr std::string_view kNoFiles = "there are no files here, and a dict or io.StringIO is the usual way";
constexpr std::string_view kNoNetwork = "httpx is the usual way to other services";
constexpr std::string_view kNoProcesses = "asyncio tasks and threading are the usual way";
constexpr std::string_view kJson = "json is the usual way";

constexpr NotRun kNotRun[] = {
    {"argparse", "a program here has no arguments, and variables at its top are the usual way"},
    {"array", "a list is the usual way"},
    {"cmath", "math, with the two parts in a tuple, is the usual way"},
    {"configparser", kJson},
    {"csv", "str.split is the usual way"},
    {"ctypes", "a program here is Python only"},
    {"decimal", "int, counting the smallest unit, is the usual way"},
    {"dbm", kNoFiles},
    {"email", "str methods are the usual way"},
    {"fileinput", kNoFiles},
    {"fractions", "float, or two ints, is the usual way"},
    {"ftplib", kNoNetwork},
    {"getpass", "there is nobody to type here, and a variable is the usual way"},
    {"glob", kNoFiles},
    {"gzip", kNoFiles},
    {"http.client", kNoNetwork},
    {"http.server", "FastAPI is the usual way"},
    {"imaplib", kNoNetwork},
    {"mmap", kNoFiles},
    {"multiprocessing", kNoProcesses},
    {"pathlib", kNoFiles},
    {"pickle", kJson},
    {"poplib", kNoNetwork},
    {"readline", "there is nobody to type here"},
    {"select", "asyncio is the usual way"},
    {"selectors", "asyncio is the usual way"},
    {"shelve", kNoFiles},
    {"shutil", kNoFiles},
    {"smtplib", kNoNetwork},
    {"socket", "asyncio and FastAPI are the usual way"},
    {"socketserver", "FastAPI is the usual way"},
    {"sqlite3", "a dict is the usual way"},
    {"ssl", kNoNetwork},
    {"subprocess", kNoProcesses},
    {"tempfile", kNoFiles},
    {"tkinter", "FastAPI and print are the usual way"},
    {"turtle", "print is the usual way"},
    {"urllib.request", kNoNetwork},
    {"xml", kJson},
    {"xmlrpc", kNoNetwork},
    {"zipfile", kNoFiles},
    {"zlib", "bytes as they are is the usual way"},
    {"zoneinfo", "datetime.timezone is the usual way"},
};

}  // namespace

std::string refusal_of_module(std::string_view name) {
  for (const NotRun& each : kNotRun) {
    const bool is_it = name == each.module || (name.substr(0, each.module.size()) == each.module && name[each.module.size()] == '.');
    if (is_it) return fmt::format("One Waiter does not run the module {} yet: {}", each.module, each.instead);
  }
  return {};
}

}  // namespace waiter::python
