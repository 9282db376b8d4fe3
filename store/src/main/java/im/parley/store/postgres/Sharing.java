package im.parley.store.postgres;

/** Whether other servers write to the same database at the same time. */
public enum Sharing {
  /** None may: this server would not hear of what they write. A second one is refused. */
  ONE_SERVER,

  /** Others may, and tell this one of what they write. */
  MANY_SERVERS
}
