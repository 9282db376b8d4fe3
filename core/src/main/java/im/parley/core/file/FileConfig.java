package im.parley.core.file;

/**
 * How much may be uploaded.
 *
 * @param maxBytes how large one file may be, in bytes
 * @param quotaBytes how many bytes the files of one user may have together
 * @param uploads how many files one user may upload at a time
 */
public record FileConfig(long maxBytes, long quotaBytes, int uploads) {

  /** 50 MiB a file, 1 GiB a user, four at a time. */
  public static FileConfig defaults() {
    return new FileConfig(50L << 20, 1L << 30, 4);
  }
}
