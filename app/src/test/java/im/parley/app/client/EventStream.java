package im.parley.app.client;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of server-sent events (HTML standard, section 9.2.6). Blocking. */
public final class EventStream implements Closeable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket tcp;
  private final BufferedReader in;
  private final List<String> head = new ArrayList<>();
  private String lastId = "";
  private int comments;

  private EventStream(Socket tcp) throws IOException {
    this.tcp = tcp;
    this.in =
        new BufferedReader(new InputStreamReader(tcp.getInputStream(), StandardCharsets.UTF_8));
  }

  /** An event: its name and its data. */
  public record Event(String name, Json data) {}

  /** Asks for a stream; the last id is empty for none. */
  public static EventStream open(String url, String token, String lastId) throws IOException {
    URI uri = URI.create(url);
    Socket tcp = new Socket();
    tcp.setReceiveBufferSize(16 * 1024);
    tcp.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MILLIS);
    tcp.setSoTimeout(TIMEOUT_MILLIS);
    EventStream stream = new EventStream(tcp);
    String request =
        "GET /v1/events HTTP/1.1\r\nHost: "
            + uri.getAuthority()
            + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
            + token
            + (lastId.isEmpty() ? "" : "\r\nLast-Event-ID: " + lastId)
            + "\r\n\r\n";
    tcp.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    stream.readHead();
    return stream;
  }

  private void readHead() throws IOException {
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      head.add(line);
    }
  }

  /** The status line and the header fields. */
  public List<String> head() {
    return head;
  }

  /** The next event of this name; others are passed over. */
  public Json next(String name) throws IOException {
    Event event = next();
    while (!event.name().equals(name)) {
      event = next();
    }
    return event.data();
  }

  /** The next event. */
  public Event next() throws IOException {
    String name = "message";
    String data = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(":")) {
        comments++;
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.isEmpty() && !data.isEmpty()) {
        return new Event(name, Json.parse(data));
      }
    }
    throw new IOException("The stream has ended");
  }

  /** Reads on until the stream says where it is, having passed this id; the new one. */
  public String idAfter(String former) throws IOException {
    String line = in.readLine();
    while (!line.startsWith("id: ") || line.substring(4).equals(former)) {
      line = in.readLine();
    }
    lastId = line.substring(4);
    return lastId;
  }

  /** What a client would bring back. */
  public String lastId() {
    return lastId;
  }

  /** How many comments came. */
  public int comments() {
    return comments;
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }
}
