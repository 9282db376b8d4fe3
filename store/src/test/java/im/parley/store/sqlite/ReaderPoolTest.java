package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.store.StoreException;
import im.parley.store.sql.Statements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers: bounded, one moment a read, and none the worse for a read that fails. */
class ReaderPoolTest {

  private static final int BOUND = 1_024;

  @TempDir Path directory;

  private DatabaseConnection writer;
  private ReaderPool readers;

  @BeforeEach
  void open() throws SQLException {
    Path database = directory.resolve("test.db");
    writer = DatabaseConnection.writer(database);
    writer.query("CREATE TABLE number (value INTEGER)").update();
    readers =
        new ReaderPool(List.of(DatabaseConnection.reader(database)), new SimpleMeterRegistry());
  }

  @AfterEach
  void close() throws SQLException {
    readers.close();
    writer.close();
  }

  @Test
  void aReadSeesOneMoment() throws SQLException {
    insert(1);
    List<Long> counts =
        readers.read(connection -> {
          long before = count(connection);
          insert(2);
          return List.of(before, count(connection));
        });

    assertThat(counts).containsExactly(1L, 1L);
    assertThat(readers.<Long>read(ReaderPoolTest::count)).isEqualTo(2);
  }

  @Test
  void aReadThatFailsLeavesTheReaderAsItWas() {
    assertThatThrownBy(() -> readers.read(connection -> connection.query("no SQL").exists()))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(
            () -> readers.read(connection -> connection.query("DELETE FROM number").update()))
        .isInstanceOf(StoreException.class);
    assertThat(readers.<Long>read(ReaderPoolTest::count)).isZero();
  }

  @Test
  void tooManyReadsAreRefused() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> accepted = new ArrayList<>();
      CountDownLatch held = new CountDownLatch(1);
      accepted.add(callers.submit(() -> readers.read(connection -> hold(held, gate))));
      held.await();
      for (int i = 0; i < BOUND; i++) {
        accepted.add(callers.submit(() -> readers.read(ReaderPoolTest::count)));
      }
      while (readers.waiting() < BOUND) {
        Thread.onSpinWait(); // the callers are on their way
      }

      assertThatThrownBy(() -> readers.read(ReaderPoolTest::count))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.OVERLOADED));
      gate.countDown();
      for (Future<Long> answer : accepted) {
        assertThat(answer.get()).isZero();
      }
    }
  }

  private static long hold(CountDownLatch held, CountDownLatch gate) {
    held.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 0;
  }

  private void insert(long value) throws SQLException {
    writer.query("INSERT INTO number VALUES (?)").bind(value).update();
  }

  private static long count(Statements connection) throws SQLException {
    return connection.query("SELECT count(*) FROM number").number();
  }
}
