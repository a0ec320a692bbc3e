#pragma once
// What must hold for every lesson and no schema can say: programs run, the right choice is one and only one, the starter
// fails and the solution passes, ids are unique. Whoever edits a lesson runs it; so does every build.

#include <string>
#include <vector>

#include "lesson/bundle.h"
#include "lesson/lesson.h"

namespace waiter::lesson {

/// What is wrong: where ("coffee-and-sandwich/lesson.json", with a JSON pointer if there is one) and one sentence.
struct Complaint {
  std::string where;
  std::string what;
};

struct LintedLesson {
  std::string folder;
  world::Json bundled;
  Lesson lesson;  ///< to be used only if nobody complained
};

struct LintResult {
  std::vector<LintedLesson> lessons;  ///< in the order of their numbers
  std::vector<Complaint> complaints;
};

struct LessonFolder {
  std::string name;
  LessonFiles files;
};
[[nodiscard]] LintResult lint(const std::vector<LessonFolder>& folders);

}  // namespace waiter::lesson
