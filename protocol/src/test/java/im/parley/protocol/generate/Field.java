package im.parley.protocol.generate;

/**
 * One field of a record, as it is on the wire.
 *
 * @param name its name in JSON
 * @param shape what its value looks like
 * @param optional whether it may be absent
 * @param description a sentence or more
 */
record Field(String name, Shape shape, boolean optional, String description) {}
