import { ConnectionStrip } from "../connection/connection-strip.tsx";
import { useStore } from "../store.ts";
import { openDialog } from "../ui/open-dialog.ts";
import { Pennants } from "../ui/pennants.tsx";

/** In the place of a room while none is open, or where the address names one that is not mine. */
export function NoRoom() {
  const { navigator, state } = useStore();
  const isKnown = state.value.roomsKnown;
  const isMissing = navigator.route.value.name === "room" && isKnown;
  return (
    <main class="pane" id="main" tabIndex={-1} aria-busy={!isKnown}>
      <ConnectionStrip />
      <div class="timeline-state">
        {isKnown && (
          <div class="statement">
            <Pennants outline />
            <h1>{isMissing ? "This room is not here" : "Pick up a conversation"}</h1>
            <p>
              {isMissing
                ? "It is gone, or you are not one of its members."
                : "Choose one from the list, find a room to join, or write to somebody."}
            </p>
            <p class="buttons">
              <button class="button" type="button" onClick={() => openDialog("browse-rooms")}>
                Browse rooms
              </button>
              <button
                class="button quiet"
                type="button"
                onClick={() => openDialog("new-message")}
              >
                New message
              </button>
            </p>
          </div>
        )}
      </div>
    </main>
  );
}
