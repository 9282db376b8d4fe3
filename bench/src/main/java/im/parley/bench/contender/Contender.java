package im.parley.bench.contender;

import im.parley.bench.load.BareDialect;
import im.parley.bench.load.Dialect;
import im.parley.bench.load.ParleyDialect;
import im.parley.bench.load.ParleySocketIoDialect;
import im.parley.bench.load.SocketIoDialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that can be measured. */
public enum Contender {
  /** This one. */
  PARLEY("Parley", ""),
  /** This one, with everything in PostgreSQL. */
  PARLEY_POSTGRES("Parley on PostgreSQL", ""),
  /** This one, through its door for clients of Socket.IO. */
  PARLEY_SOCKET_IO("Parley, Socket.IO door", ""),
  /** A chat server on Socket.IO, Express and SQLite, which commits each message by itself. */
  SOCKET_IO("Socket.IO", "socketio"),
  /** The same, which commits together whatever came in one turn of its loop. */
  SOCKET_IO_BATCH("Socket.IO, batched", "socketio --batch"),
  /** The bare library {@code ws}: a loop over its clients. Stores nothing. */
  WS("ws", "ws"),
  /** uWebSockets.js, publishing to a topic. Stores nothing. */
  UWS("uWebSockets.js 20.30", "uws");

  private final String title;
  private final String script;

  Contender(String title, String script) {
    this.title = title;
    this.script = script;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** How one speaks to it. */
  public Dialect dialect() {
    return switch (this) {
      case PARLEY, PARLEY_POSTGRES -> new ParleyDialect();
      case PARLEY_SOCKET_IO -> new ParleySocketIoDialect();
      case SOCKET_IO, SOCKET_IO_BATCH -> new SocketIoDialect();
      case WS, UWS -> new BareDialect();
    };
  }

  /** Whether it is this one, on whichever database and through whichever door. */
  public boolean isParley() {
    return this == PARLEY || this == PARLEY_POSTGRES || this == PARLEY_SOCKET_IO;
  }

  /** Whether it keeps what is said, so that it can be compared in that. */
  public boolean stores() {
    return isParley() || this == SOCKET_IO || this == SOCKET_IO_BATCH;
  }

  /** What starts it on this data, at a free port. */
  List<String> command(Path home, Path data, List<String> options) {
    List<String> command = new ArrayList<>();
    if (isParley()) {
      command.add(home.resolve("parley").toString());
      command.addAll(List.of("serve", "--port", "0", "--limits", "off"));
      command.addAll(List.of("--connections", "19500"));
    } else {
      String[] words = script.split(" ", -1);
      command.add("node");
      command.add(home.resolve("bench/peers").resolve(words[0] + ".mjs").toString());
      command.addAll(List.of(words).subList(1, words.length));
      command.addAll(List.of("--port", "0"));
    }
    command.addAll(List.of("--data", data.toString()));
    command.addAll(options);
    return command;
  }
}
