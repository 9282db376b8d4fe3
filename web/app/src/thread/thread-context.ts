import { createContext } from "preact";

/** Whether the messages around here stand in a thread's own panel. */
export const ThreadContext = createContext(false);
