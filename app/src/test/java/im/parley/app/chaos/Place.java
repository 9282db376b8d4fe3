package im.parley.app.chaos;

/** Where in which room. */
record Place(String room, long seq) {}
