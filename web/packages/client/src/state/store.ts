import { initialState } from "./connection.ts";
import type { ChatState, Instant } from "./state.ts";

/** A pure step: the state after an event. What changes nothing returns the same object. */
export type Reducer<Event> = (state: ChatState, event: Event) => ChatState;

/** Holds the newest state and tells who listens. Only reducers change it. */
export class Store {
  #state: ChatState;
  #telling = false;
  readonly #listeners = new Set<(state: ChatState) => void>();

  constructor(now: Instant) {
    this.#state = initialState(now);
  }

  get state(): ChatState {
    return this.#state;
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (state: ChatState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Applies an event by its family's reducer. */
  apply<Event>(reducer: Reducer<Event>, event: Event): void {
    const before = this.#state;
    this.#state = reducer(before, event);
    if (this.#state !== before && !this.#telling) this.#tell();
  }

  /** Tells the newest state; once more where a listener has changed it meanwhile. */
  #tell(): void {
    this.#telling = true;
    for (let told: ChatState | undefined; told !== this.#state; ) {
      told = this.#state;
      for (const listener of this.#listeners) call(listener, told);
    }
    this.#telling = false;
  }
}

/** A listener that throws harms nobody but itself: its error goes where unhandled rejections go. */
function call(listener: (state: ChatState) => void, state: ChatState): void {
  try {
    listener(state);
  } catch (problem) {
    void Promise.reject(problem);
  }
}
