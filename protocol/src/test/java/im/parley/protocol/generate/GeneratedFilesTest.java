package im.parley.protocol.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is generated from the records is what the records say now. With {@code
 * -Dparley.generate=write} the files are written first.
 */
class GeneratedFilesTest {

  @TestFactory
  Stream<DynamicTest> everyGeneratedFileIsUpToDate() {
    return GeneratedFile.all(GeneratedFile.root()).stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.path().getFileName().toString(), () -> assertUpToDate(file)));
  }

  private static void assertUpToDate(GeneratedFile file) throws IOException {
    if ("write".equals(System.getProperty("parley.generate"))) {
      file.write();
    }
    assertThat(file.committed())
        .withFailMessage("%s is not what the records say: run ./parley generate", file.path())
        .isEqualTo(file.content());
  }
}
