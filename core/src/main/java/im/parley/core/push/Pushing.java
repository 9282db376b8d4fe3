package im.parley.core.push;

/**
 * All that the chat needs for pushing.
 *
 * @param ports what the world offers
 * @param queue what was posted
 */
public record Pushing(PushPorts ports, PostedQueue queue) {}
