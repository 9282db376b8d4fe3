package im.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing may be missing and nothing may come twice, for anyone, in any room. */
class AttentiveLoadTest {

  private final Fleet fleet = new Fleet(new ParleyDialect(), 1);
  private final AttentiveLoad load = new AttentiveLoad();
  private final Client ann = client("ann");
  private final Client bob = client("bob");

  @AfterEach
  void close() {
    fleet.close();
  }

  private Client client(String user) {
    return new Client(fleet, new Member(user, "", List.of("r1", "r2")), Resume.NOTHING);
  }

  @Test
  void oneAfterTheOther() {
    load.welcomed(ann, "{\"rooms\":[{\"id\":\"r1\",\"kind\":\"public\",\"head\":40}]}");
    hears(ann, "r1", 41);
    hears(bob, "r1", 41);
    hears(ann, "r1", 42);
    hears(ann, "r2", 1);
    assertThat(load.deliveries()).isEqualTo(4);
    assertThat(load.resume(ann.member()).seqs()).isEqualTo(Map.of("r1", 42L, "r2", 1L));
    assertThat(load.resume(bob.member()).seqs()).isEqualTo(Map.of("r1", 41L, "r2", 0L));
  }

  @Test
  void neitherTwiceNorWithAGap() {
    hears(ann, "r1", 1);
    assertThatIllegalStateException().isThrownBy(() -> hears(ann, "r1", 1));
    assertThatIllegalStateException().isThrownBy(() -> hears(ann, "r1", 3));
    hears(ann, "r1", 2);
  }

  private void hears(Client client, String room, long seq) {
    String frame =
        "{\"type\":\"message.posted\",\"room\":\"%s\",\"seq\":%d,\"at\":\"now\"}"
            .formatted(room, seq);
    ByteBuf in = Unpooled.copiedBuffer("??" + frame, StandardCharsets.UTF_8);
    load.delivered(client, in, 2, frame.length());
  }
}
