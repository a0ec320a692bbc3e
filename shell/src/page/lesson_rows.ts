// The rows of the list of lessons: every lesson of the build with how far the reader has come.

import lesson_index from "virtual:waiter-lessons";
import { lesson_title } from "../lesson/lesson.ts";
import { read_progress, standing } from "../lesson/progress.ts";
import type { LessonSession } from "../session.ts";
import { progress_key } from "../session.ts";
import type { LessonRow } from "./dialogs.ts";
import { recall } from "./storage.ts";

export function lesson_rows(session: LessonSession): LessonRow[] {
  return lesson_index.map((lesson) => ({
    id: lesson.id,
    title: lesson_title(lesson),
    summary: lesson.summary,
    current: lesson.id === session.lesson?.id,
    state: standing(read_progress(recall(progress_key(lesson.id))), lesson.exercises, lesson.steps),
  }));
}
