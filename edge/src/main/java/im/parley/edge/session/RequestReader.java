package im.parley.edge.session;

import im.parley.protocol.json.CommandReader.Request;

/** Reads what clients send in one text message. Safe to share. */
@FunctionalInterface
public interface RequestReader {

  /** A command, or why it is none; never an exception. */
  Request read(byte[] utf8);
}
