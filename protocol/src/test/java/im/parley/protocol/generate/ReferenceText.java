package im.parley.protocol.generate;

/** What the reference says that no single record says. */
final class ReferenceText {

  static final String HEAD =
      """
      # Protocol reference

      Every command, event, error and close code of Parley, with an example of each. Written from
      the records of the `protocol` module by `./parley generate`; change those instead.
      [Connecting and resuming](connecting.md) and [The HTTP API](http.md) tell how to use it.

      [Frames](#frames) · [Commands](#commands) · [Durable events](#durable-events) ·
      [Ephemeral events](#ephemeral-events) · [Types](#types) · [Errors](#errors) ·
      [Close codes](#close-codes)
      """;

  static final String FRAMES =
      """
      ## Frames

      `GET /v1/connect` opens a WebSocket with the subprotocol `parley.v1`. Each text frame is one
      JSON object, at most 64 KiB from the client; [`hello`](#hello) comes first, within 10 seconds.
      Over HTTP a command is a request and its `ok` is the body of the answer.
      """;

  static final String FRAME_SHAPES =
      """
      → {"id":1,"type":"message.send","data":{…}}         a command; its id is the client's own
      ← {"id":1,"ok":{…}}                                 its reply, which repeats the id
      ← {"id":1,"error":{…}}                              or why it was not carried out
      ← {"type":"message.posted","room":"…","seq":42,…}   a durable event
      ← {"type":"typing","room":"…","data":{…}}           an ephemeral event
      """;

  static final String RULES =
      """
      - An `id` is a number or a string of at most 64 characters of JSON. Replies may come in another
        order than their commands; at most 32 commands may be unanswered at a time.
      - A field marked `?` may be left out, and `null` counts as left out. Fields and event types
        that the reader does not know are passed over; a field of the wrong type is refused by name.
      - A `key` makes a command happen once: repeated with the same key, at any time and on any
        node, it is answered with the first result and `"duplicate":true`.
      """;

  static final String COMMANDS =
      """
      Routes are below `/v1`. Parts of a path fill the fields of the same name; the other fields are
      the JSON body, or the query of a GET or DELETE. Requests carry `Authorization: Bearer …`, unless
      the command needs no sign-in. Two headers stand for fields:

      - `Idempotency-Key` is the `key`, where the body has none.
      - `Parley-Refresh: cookie`, for browsers, keeps the `refreshToken` of `account.register`,
        `session.create` and `session.refresh` in a cookie that no script can read, and out of the
        body; to refresh, send the header with the body `{}`.
      """;

  static final String DURABLE_EVENTS =
      """
      A room is a log, and these are its entries; `type` says which one, and `data` depends on it.
      Each member receives every one, once and in order. Whoever was away resumes, or asks
      [`room.events`](#roomevents). Drop an event whose `seq` you have.
      """;

  static final String EPHEMERAL_EVENTS =
      """
      These have no `seq` and are not kept: whoever was away has missed nothing. `room` is left out
      where the event is about none.
      """;

  static final String TYPES =
      """
      Text is Unicode, and its bounds count code points. A time is RFC 3339 in UTC, with
      milliseconds. Integers fit into 64 bits.
      """;

  static final String PROBLEMS =
      """
      Over HTTP it is `application/problem+json` (RFC 9457), in which `message` is called `detail`;
      429 and 503 also carry `Retry-After`, in seconds.
      """;

  private ReferenceText() {}
}
