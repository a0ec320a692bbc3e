#pragma once
// From the files of a lesson to the one JSON text that the page loads: wherever lesson.json names a program's file, the
// file's text is put in its place. It reads no files itself: whoever calls it hands over their texts.

#include <map>
#include <string>
#include <string_view>

#include "world/json_place.h"

namespace waiter::lesson {

/// The files of lessons/<id>/ by name, lesson.json among them.
using LessonFiles = std::map<std::string, std::string, std::less<>>;

struct BundleResult {
  world::Json lesson;        ///< as read_lesson() takes it
  world::JsonErrors errors;  ///< lesson.json is missing or no JSON, or names a file that is not there
  std::vector<std::string> unused;  ///< files that no step names
};
[[nodiscard]] BundleResult bundle_lesson(const LessonFiles& files);

}  // namespace waiter::lesson
