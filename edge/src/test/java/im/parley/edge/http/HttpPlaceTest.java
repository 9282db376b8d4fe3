package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import im.parley.protocol.json.LooseJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is served is described. */
class HttpPlaceTest {

  @ParameterizedTest
  @EnumSource(HttpPlace.class)
  void theDocumentNamesEveryPlace(HttpPlace place) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(folder.resolve("edge/src")) ? folder : folder.resolveSibling("");
    Map<String, Object> document =
        LooseJson.object(Files.readAllBytes(root.resolve("docs/openapi.json")));

    assertThat(document.get("paths")).asInstanceOf(MAP).containsKey(place.path());
  }
}
