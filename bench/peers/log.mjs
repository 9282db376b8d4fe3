/** The one room of a peer that stores nothing: it only numbers what is said. */
export class Log {
  #seq = 0;

  /**
   * The event that everyone is sent for a client's frame: like Parley's, and about as long.
   *
   * @throws if the frame is not a JSON object
   */
  event(frame, by) {
    const { key, text } = JSON.parse(frame);
    this.#seq++;
    return JSON.stringify({
      type: "message",
      seq: this.#seq,
      at: new Date().toISOString(),
      by,
      data: { text, key },
    });
  }
}
