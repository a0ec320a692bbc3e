// The lesson's side of the session: which step the reader is at, what was foretold, how the run stands to the goals.
#include <utility>

#include "lesson/prediction.h"
#include "session.h"
#include "view/navigation.h"

namespace waiter::engine {
namespace {

Json refusal(std::string sentence) {
  return {{"error", std::move(sentence)}};
}

std::optional<std::size_t> index_of(const Json& command, const char* key) {
  const auto found = command.find(key);
  if (found == command.end() || !found->is_number_unsigned()) return std::nullopt;
  return found->get<std::size_t>();
}

}  // namespace

Json Session::open_lesson(const Json& command) {
  const auto given = command.find("lesson");
  if (given == command.end()) return refusal("lesson needs \"lesson\": the lesson's JSON.");
  lesson::LessonResult read = lesson::read_lesson(*given);
  if (!read.errors.empty()) return refusal("The lesson is faulty: " + world::to_text(read.errors.front()) + ".");
  progress_.emplace(std::move(read.lesson));
  view_.prediction.reset();
  cue_due_ = true;
  return {{"ok", true}};
}

Json Session::enter_step(const Json& command) {
  const auto index = index_of(command, "index");
  if (!progress_) return refusal("There is no lesson.");
  if (!index || !progress_->go_to(*index)) return refusal("The lesson has no such step.");
  cue_due_ = progress_->step().own_program || progress_->step().playhead.has_value();
  mark_prediction();
  if (shown_ != nullptr && running_ == nullptr) report_lesson(*shown_);
  return {{"ok", true}};
}

Json Session::predict(const Json& command) {
  const auto choice = index_of(command, "choice");
  if (!progress_) return refusal("There is no lesson.");
  if (!choice || !progress_->predict(*choice))
    return refusal("This step asks nothing, has no such choice, or was answered.");
  mark_prediction();
  if (shown_ == nullptr) return {{"ok", true}};
  report_lesson(*shown_);
  return lesson_state();
}

Json Session::lesson_state() const {
  if (!progress_) return refusal("There is no lesson.");
  Json state = progress_->state(*shown_);
  state["ok"] = true;
  return state;
}

void Session::report_lesson(const playground::Run& run) {
  if (progress_) events_.push_back(progress_->state(run));
}

// "You said 1.5 s" on the timeline: at the step that asked, and at those after it that go on with the same program.
void Session::mark_prediction() {
  view_.prediction.reset();
  const std::size_t here = progress_->index();
  const auto& steps = progress_->lesson().steps;
  std::size_t asking = here;
  while (asking > 0 && !steps[asking].prediction && !steps[asking].own_program) --asking;
  const auto& asked = steps[asking].prediction;
  if (!asked) return;
  progress_->go_to(asking);
  const auto made = progress_->predicted();
  progress_->go_to(here);
  if (!made) return;
  view::PredictionMark mark;
  mark.said = asked->choices[made->choice].text;
  mark.at = lesson::time_of_choice(*asked, made->choice);
  if (made->answer) {
    mark.verdict =
        *made->answer == made->choice ? view::PredictionMark::Verdict::Right : view::PredictionMark::Verdict::Wrong;
  }
  view_.prediction = std::move(mark);
}

// A step that was just entered: its cue, or the start of its program.
void Session::place_playhead() {
  if (!cue_due_ || shown_ == nullptr) return;
  cue_due_ = false;
  view_.playing = false;
  if (progress_ && progress_->step().playhead) {
    if (const auto place = lesson::place_of(*progress_->step().playhead, shown_->trace())) {
      if (place->event) {
        view::seek_event(*shown_, view_, *place->event);
      } else {
        view::seek_time(*shown_, view_, place->time);
      }
      return;
    }
  }
  view::to_start(*shown_, view_);
}

}  // namespace waiter::engine
