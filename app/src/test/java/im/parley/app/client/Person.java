package im.parley.app.client;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Someone with an account of their own.
 *
 * @param server where it is
 * @param id the user's id
 * @param username the name that they sign in with
 * @param signedIn what the last sign-in was answered with
 */
public record Person(Server server, String id, String username, Json signedIn) {

  public static final String PASSWORD = "correct horse battery";

  /** Makes an account whose name begins so, and is new. */
  public static Person register(Server server, String name)
      throws IOException, InterruptedException {
    String username =
        name + "-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    Json body = Json.of("username", username, "password", PASSWORD, "device", "first");
    Json signedIn = server.http("").post("/v1/accounts", body).json(201);
    return new Person(server, signedIn.at("user").text("id"), username, signedIn);
  }

  /** The same person at another device. */
  public Person signIn(String device) throws IOException, InterruptedException {
    Json body = Json.of("username", username, "password", PASSWORD, "device", device);
    return with(server.http("").post("/v1/sessions", body).json(201));
  }

  /** The same person with other tokens. */
  public Person with(Json otherSignedIn) {
    return new Person(server, id, username, otherSignedIn);
  }

  /** The same person, who goes to another server from now on. */
  public Person at(Server other) {
    return new Person(other, id, username, signedIn);
  }

  public String token() {
    return signedIn.text("accessToken");
  }

  public String session() {
    return signedIn.text("session");
  }

  /** Speaks HTTP. */
  public Http http() {
    return server.http(token());
  }

  /** Connects, with nothing to resume. */
  public Client connect() throws IOException {
    return Client.hello(server.url(), token());
  }

  /** Connects, and says how far it has come: rooms and seqs in turn. */
  public Client resume(Object... roomsAndSeqs) throws IOException {
    return Client.hello(server.url(), Json.of("token", token(), "resume", Json.of(roomsAndSeqs)));
  }
}
