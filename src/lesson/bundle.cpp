#include "lesson/bundle.h"

#include <set>
#include <utility>

#include <fmt/format.h>

namespace waiter::lesson {

using world::Json;

BundleResult bundle_lesson(const LessonFiles& files) {
  BundleResult result;
  const auto source = files.find("lesson.json");
  if (source == files.end()) {
    result.errors.push_back({"", "has no lesson.json"});
    return result;
  }
  result.lesson = world::parse_json(source->second, result.errors);
  std::set<std::string> used = {"lesson.json"};
  if (result.lesson.is_object() && result.lesson.contains("steps") && result.lesson["steps"].is_array()) {
    std::size_t index = 0;
    for (Json& step : result.lesson["steps"]) {
      const std::string pointer = fmt::format("/steps/{}", index++);
      if (!step.is_object()) continue;  // read_lesson() says so
      for (const char* key : {"program", "solution"}) {
        const auto named = step.find(key);
        if (named == step.end()) continue;
        if (!named->is_string()) {
          result.errors.push_back({fmt::format("{}/{}", pointer, key), "must be the name of a file beside lesson.json"});
          *named = Json{{"key", "nothing.py"}, {"text", ""}};
          continue;
        }
        const std::string name = named->get<std::string>();
        const auto file = files.find(name);
        if (file == files.end()) {
          result.errors.push_back({fmt::format("{}/{}", pointer, key), fmt::format("there is no file {} beside lesson.json", name)});
        }
        used.insert(name);
        *named = Json{{"key", name}, {"text", file == files.end() ? std::string() : file->second}};
      }
    }
  }
  for (const auto& [name, text] : files) {
    if (used.count(name) == 0) result.unused.push_back(name);
  }
  return result;
}

}  // namespace waiter::lesson
