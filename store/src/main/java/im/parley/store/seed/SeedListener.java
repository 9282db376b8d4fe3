package im.parley.store.seed;

/** Hears how a store is filled, on the thread that fills it. */
public interface SeedListener {

  /** So many of the {@link SeedPlan#events} are in the database by now. */
  void written(long events);

  /** A user is there. Called for one after the other when everything is on disk. */
  void seeded(SeededUser user);
}
