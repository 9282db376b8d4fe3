package im.parley.core.push;

/**
 * What pushing needs of the world.
 *
 * @param subscriptions the browsers
 * @param audience whom a message could be pushed to
 * @param service the way to browsers
 */
public record PushPorts(
    PushSubscriptions subscriptions, PushAudience audience, PushService service) {}
