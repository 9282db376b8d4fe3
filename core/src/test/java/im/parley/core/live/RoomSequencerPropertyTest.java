package im.parley.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoomSequencerPropertyTest {

  /** Whatever the bus loses and repeats, what comes out is the log. */
  @Property(tries = 300)
  void whatComesOutIsTheLog(
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll @IntRange(max = 100) int lostOfHundred,
      @ForAll Random random) {
    SequencerRig rig = new SequencerRig();
    rig.sequencer.follow(SequencerRig.ROOM, 0);
    for (int seq = 1; seq <= length; seq++) {
      rig.log.growTo(seq);
      // The last one is not lost: nobody could know that it was there.
      if (seq == length || random.nextInt(100) >= lostOfHundred) {
        rig.arrive(seq);
      }
      if (random.nextInt(10) == 0) {
        rig.arrive(Math.max(1, seq - random.nextInt(20)));
      }
      if (random.nextInt(5) == 0) {
        rig.runFetches();
      }
    }
    rig.runFetches();

    assertThat(rig.out.seqs).containsExactlyElementsOf(SequencerRig.upTo(length));
    assertThat(rig.retries).isEmpty();
  }
}
