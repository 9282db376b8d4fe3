package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** A server that sends whatever anyone says to everyone, and nothing else. */
public final class BareDialect implements Dialect {

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String subprotocol() {
    return "";
  }

  @Override
  public boolean clientSpeaksFirst() {
    return true;
  }

  @Override
  public Kind kind(ByteBuf in, int start, int length) {
    return Kind.MESSAGE;
  }

  /** Nobody asks: the client is in as soon as it is connected. */
  @Override
  public String hello(Member member, Resume resume) {
    return "";
  }

  @Override
  public String message(long number, String room, String key, String text) {
    return "{\"key\":\"" + key + "\",\"text\":\"" + text + "\"}";
  }
}
