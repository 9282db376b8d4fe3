package im.parley.app.config;

import im.parley.store.s3.BucketConfig;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be uploaded, and where it goes.
 *
 * @param limit how large one file may be, in bytes
 * @param quota how large the files of one user may be together, in bytes
 * @param bucket where they are kept, if not on this machine's disk
 */
public record FileConfig(long limit, long quota, Optional<BucketConfig> bucket) {

  private static final Pattern BUCKET =
      Pattern.compile("s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?<path>(/[!-.0-~]+)*)/?");

  static FileConfig of(Settings settings) {
    return new FileConfig(
        (long) settings.number(Setting.FILE_LIMIT, 1, 1_000_000) << 20,
        (long) settings.number(Setting.FILE_QUOTA, 1, 100_000_000) << 20,
        bucket(settings));
  }

  /**
   * The bucket that settings name, if they name one.
   *
   * @throws ConfigException if it can be none
   */
  public static Optional<BucketConfig> bucket(Settings settings) {
    String files = settings.get(Setting.FILES);
    if (files.equals("disk")) {
      return Optional.empty();
    }
    Matcher place = BUCKET.matcher(files);
    if (!place.matches()) {
      throw Setting.FILES.bad("must be 'disk', or like s3://bucket or s3://bucket/path");
    }
    String path = place.group("path");
    String endpoint = settings.get(Setting.S3_ENDPOINT);
    return Optional.of(
        new BucketConfig(
            place.group("bucket"),
            path.isEmpty() ? "" : path.substring(1) + "/",
            settings.get(Setting.S3_REGION),
            endpoint.isEmpty()
                ? Optional.empty()
                : Optional.of(ServerConfig.url(endpoint, Setting.S3_ENDPOINT))));
  }
}
