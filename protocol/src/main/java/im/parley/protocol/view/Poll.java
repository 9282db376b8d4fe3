package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll as it stands. Votes are not anonymous: the room's log says who voted for what.
 *
 * @param options what people choose from, in the order of the ballot; a vote names their indexes
 * @param multiple whether one may choose several
 * @param closed true when nobody votes any more
 * @param voters how many people have voted
 */
@Json
public record Poll(
    List<PollOption> options, boolean multiple, @Nullable Boolean closed, long voters) {}
