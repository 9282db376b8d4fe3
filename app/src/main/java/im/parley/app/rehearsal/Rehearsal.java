package im.parley.app.rehearsal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Starts a server, has some guests use it, and ends it. */
public final class Rehearsal {

  private static final int GUESTS = 4;

  /** Within the limits on rates; enough for the runtime to see what is done often. */
  private static final int ROUNDS = 50;

  private Rehearsal() {}

  /**
   * Rehearses.
   *
   * @param command what starts a server, without its options
   */
  public static void main(String[] command) throws IOException, InterruptedException {
    try (RehearsedServer server = RehearsedServer.start(List.of(command));
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<Conversation> party = new ArrayList<>();
      for (int i = 0; i < GUESTS; i++) {
        party.add(arrive(new Guest(http, server.url()), "guest-" + i));
      }
      for (int round = 0; round < ROUNDS; round++) {
        talk(party, round);
      }
      catchUp(new Guest(http, server.url()), party.getFirst().room());
      new Guest(http, server.adminUrl()).get("/metrics");
      for (Conversation guest : party) {
        guest.end();
      }
    }
  }

  private static Conversation arrive(Guest guest, String username)
      throws IOException, InterruptedException {
    guest.openPage();
    guest.signUp(username);
    return guest.connect();
  }

  private static void talk(List<Conversation> party, int round) throws IOException {
    for (int i = 0; i < party.size(); i++) {
      Conversation guest = party.get(i);
      if (round % 5 == i) {
        guest.ask("typing", "\"active\":true");
        guest.ask("read.mark", "\"seq\":" + round);
        guest.ask("message.history", "\"limit\":20");
      }
      guest.say("key-" + round + "-" + i, "Is *this* on? Round " + round);
    }
  }

  /** Comes back at another device, and reads what was said. */
  private static void catchUp(Guest guest, String room) throws IOException, InterruptedException {
    guest.signIn("guest-0");
    guest.refresh();
    guest.get("/v1/rooms");
    guest.get("/v1/rooms/" + room + "/messages?limit=50");
    guest.get("/v1/rooms/" + room + "/events?after=0&limit=50");
    guest.get("/v1/rooms/" + room + "/members");
    guest.get("/readyz");
    guest.connect().end();
  }
}
