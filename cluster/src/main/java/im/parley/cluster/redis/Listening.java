package im.parley.cluster.redis;

import im.parley.core.live.NodeListener;

/**
 * What there is once somebody listens.
 *
 * @param listener who does
 * @param streams the rooms that this node follows
 * @param reader finds what they are missing
 */
record Listening(NodeListener listener, RoomStreams streams, LogReader reader) {}
