import * as input from "./input.mjs";

/** Rooms of one connection. */
const MAX_ROOMS = 1000;

/** Who is further behind than this loads the history instead: as with Parley. */
const MAX_BEHIND = 10_000;

/** The conversation with every socket of `io`. */
export class Chat {
  #io;
  #store;
  #commits;

  constructor(io, store, commits) {
    this.#io = io;
    this.#store = store;
    this.#commits = commits;
  }

  serve() {
    this.#io.use(authenticate);
    this.#io.on("connection", (socket) => this.#connected(socket));
  }

  #connected(socket) {
    this.#resume(socket);
    socket.join([...socket.data.rooms]);
    socket.on("send", answering((data, answer) => this.#send(socket, data, answer)));
    socket.on("typing", answering((data, answer) => this.#typing(socket, data, answer)));
    socket.on("read", answering((data, answer) => this.#read(socket, data, answer)));
  }

  /** Nothing is committed or broadcast meanwhile: what was missed comes before anything newer. */
  #resume(socket) {
    for (const [room, place] of socket.data.resume) {
      if (this.#store.head(room) - place > MAX_BEHIND) {
        socket.emit("reset", { room });
      } else {
        for (const event of this.#store.after(room, place)) socket.emit("message", event);
      }
    }
    delete socket.data.resume;
  }

  #send(socket, data, answer) {
    const message = {
      room: roomOf(socket, data),
      key: input.key(data.key),
      text: input.text(data.text),
      by: socket.data.user,
      at: Date.now(),
    };
    this.#commits.submit(
      () => this.#store.append(message),
      (error, place) => {
        if (error) return answer(unavailable(error));
        if (!place.duplicate) this.#broadcast(message, place);
        answer({ ok: place });
      },
    );
  }

  #broadcast({ room, by, text, key }, { seq, at }) {
    this.#io.to(room).emit("message", { room, seq, at, by, data: { text, key } });
  }

  #typing(socket, data, answer) {
    const room = roomOf(socket, data);
    const active = input.truth(data.active, "active");
    socket.to(room).emit("typing", { room, user: socket.data.user, active });
    answer({ ok: {} });
  }

  #read(socket, data, answer) {
    const position = {
      user: socket.data.user,
      room: roomOf(socket, data),
      seq: input.seq(data.seq, "seq"),
    };
    this.#commits.submit(
      () => this.#store.markRead(position),
      (error) => answer(error ? unavailable(error) : { ok: {} }),
    );
  }
}

function authenticate(socket, next) {
  try {
    socket.data = identity(socket.handshake.auth);
    next();
  } catch (error) {
    next(Object.assign(error, { data: refusal(error) }));
  }
}

/** Who connects, in which rooms they are, and how far they have come in some of them. */
function identity(auth) {
  const { user, rooms, resume = {} } = input.fields(auth);
  if (!Array.isArray(rooms) || rooms.length > MAX_ROOMS) {
    throw new input.BadInput(`rooms must be a list of at most ${MAX_ROOMS}`);
  }
  const names = new Set(rooms.map((name) => input.id(name, "rooms")));
  const places = new Map();
  for (const [name, place] of Object.entries(input.fields(resume))) {
    if (!names.has(name)) throw new input.BadInput("resume names a room that is not in rooms");
    places.set(name, input.seq(place, "resume"));
  }
  return { user: input.id(user, "user"), rooms: names, resume: places };
}

/** Answers bad input with what is wrong with it; a client need not wait for an answer. */
function answering(handle) {
  return (data, ack) => {
    const answer = typeof ack === "function" ? ack : () => {};
    try {
      handle(input.fields(data), answer);
    } catch (error) {
      answer({ error: refusal(error) });
    }
  };
}

function roomOf(socket, data) {
  const name = input.id(data.room, "room");
  if (!socket.data.rooms.has(name)) throw new input.BadInput("room must be one that you are in");
  return name;
}

/** What a client is told of its bad input. Anything else is a fault of this server, and ends it. */
function refusal(error) {
  if (!(error instanceof input.BadInput)) throw error;
  return { code: error.code, message: error.message };
}

function unavailable(error) {
  console.error(error);
  return { error: { code: "unavailable", message: "Nothing was stored: try again" } };
}
