import type { ChatState } from "./state.ts";

/** What waits to be sent for me is otherwise than before. */
export interface ScheduleEvent {
  readonly type: "schedule.changed";
}

/** Counts the changes: whoever shows the schedule asks for it again. */
export function reduceSchedule(state: ChatState, event: ScheduleEvent): ChatState {
  switch (event.type) {
    case "schedule.changed":
      return { ...state, scheduleChanges: state.scheduleChanges + 1 };
    default:
      return event.type satisfies never;
  }
}
