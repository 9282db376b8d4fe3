// When what clients write is committed. Either way `done` is told after the commit, in the order in
// which the writes came: done(undefined, result), or done(error) when nothing was committed.

/** One transaction a write: what most servers do. */
export class CommitEach {
  #store;

  constructor(store) {
    this.#store = store;
  }

  submit(write, done) {
    let result;
    try {
      result = this.#store.transaction(write);
    } catch (error) {
      done(error);
      return;
    }
    done(undefined, result);
  }

  flush() {}
}

/**
 * One transaction for all writes that arrived in one turn of the event loop. What waits is at most
 * what the sockets handed over in that turn.
 */
export class CommitTurn {
  #store;
  #waiting = [];

  constructor(store) {
    this.#store = store;
  }

  submit(write, done) {
    if (this.#waiting.length === 0) setImmediate(() => this.flush());
    this.#waiting.push({ write, done });
  }

  flush() {
    const turn = this.#waiting;
    if (turn.length === 0) return;
    this.#waiting = [];
    let results;
    try {
      results = this.#store.transaction(() => turn.map(({ write }) => write()));
    } catch (error) {
      for (const { done } of turn) done(error);
      return;
    }
    turn.forEach(({ done }, index) => done(undefined, results[index]));
  }
}
