import type { Room } from "@parley/client";
import { useTitle } from "../people/use-names.ts";
import { beginInDetails, type DetailsTask } from "../rooms/details-task.ts";
import { useStore } from "../store.ts";
import { Pennants } from "../ui/pennants.tsx";

/** The first sight of a room in which nothing was said. */
export function EmptyRoom({ room }: { room: Room }) {
  return (
    <div class="timeline-state">
      <div class="statement">
        <Pennants outline />
        <h2>Nothing said here yet</h2>
        {room.kind === "direct" ? <FirstWords room={room} /> : <FirstSteps room={room} />}
      </div>
    </div>
  );
}

function FirstWords({ room }: { room: Room }) {
  const title = useTitle(room);
  return <p dir="auto">This is the beginning of your conversation with {title}.</p>;
}

function FirstSteps({ room }: { room: Room }) {
  const { navigator } = useStore();
  const begin = (task: DetailsTask) => {
    beginInDetails(task);
    navigator.go({ name: "room", room: room.id, details: true });
  };
  return (
    <>
      <p>Write the first message, or bring in the people this room is for.</p>
      <p class="buttons">
        <button class="button" type="button" onClick={() => begin("add people")}>
          Invite people
        </button>
        {room.role !== "member" && (
          <button class="button quiet" type="button" onClick={() => begin("edit topic")}>
            Set a topic
          </button>
        )}
      </p>
    </>
  );
}
