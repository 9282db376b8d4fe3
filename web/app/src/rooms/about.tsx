import type { Room } from "@parley/client";
import { useRef } from "preact/hooks";
import { useAutoFocus } from "../ui/use-auto-focus.ts";
import { AboutForm } from "./about-form.tsx";
import { beginInDetails, detailsTask } from "./details-task.ts";
import { lifetimeWords } from "./lifetime.ts";
import { mayKeep } from "./permissions.ts";
import { RoomGlyph } from "./room-glyph.tsx";

/** A room's name, kind and topic; owners and moderators may change them. */
export function About({ room }: { room: Room }) {
  const hasEdited = useRef(false);
  const task = detailsTask.value;
  if (task === "edit" || task === "edit topic") {
    hasEdited.current = true;
    return <AboutForm room={room} beginsInTopic={task === "edit topic"} />;
  }
  return (
    <section class="about">
      <h2>
        <RoomGlyph room={room} />
        <span dir="auto">{room.name}</span>
      </h2>
      <p class="kind">{kindOf(room)}</p>
      <p class="topic" dir="auto">
        {room.topic ? room.topic : "No topic yet."}
      </p>
      {mayKeep(room) && (
        <EditButton isBack={hasEdited.current} />
      )}
    </section>
  );
}

/** Takes the focus when one comes back to it from the form. */
function EditButton({ isBack }: { isBack: boolean }) {
  const element = useAutoFocus<HTMLButtonElement>(isBack);
  return (
    <button
      ref={element}
      class="button quiet compact"
      type="button"
      onClick={() => beginInDetails("edit")}
    >
      Edit
    </button>
  );
}

/** "Public room, slow: one message in 60 s, messages last 1 day", "Private room, archived". */
function kindOf({ kind, archived, slowModeSeconds = 0, expireSeconds = 0 }: Room): string {
  const name = kind === "private" ? "Private room" : "Public room";
  if (archived === true) return `${name}, archived`;
  const pace = slowModeSeconds === 0 ? "" : `, slow: one message in ${slowModeSeconds} s`;
  const life = expireSeconds === 0 ? "" : `, messages last ${lifetimeWords(expireSeconds)}`;
  return `${name}${pace}${life}`;
}
