package im.parley.store.s3;

import java.net.URI;
import java.util.Optional;

/**
 * Which bucket, and where it is. Who may use it is not set here: credentials are looked for where
 * Amazon's own tools look, first in {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}.
 *
 * @param bucket its name; it exists
 * @param prefix what comes before each object's name: empty, or a path that ends with a slash
 * @param region the store's region; stores that have none accept any
 * @param endpoint the store's address, when it is not Amazon's
 */
public record BucketConfig(String bucket, String prefix, String region, Optional<URI> endpoint) {}
