package im.parley.protocol.reply;

/** The command was carried out; there is nothing more to say. */
public record Done() implements Reply {}
