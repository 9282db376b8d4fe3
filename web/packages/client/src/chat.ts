import type { Chat, ChatOptions } from "./api.ts";

/** Starts a client: it connects at once and stays connected until it is closed or ended. */
export declare function createChat(options: ChatOptions): Chat;
