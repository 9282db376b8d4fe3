package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import im.parley.protocol.error.RefusedException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTextTest {

  @ParameterizedTest
  @CsvSource({"plain,plain", "a%20b,a b", "%C3%A9t%c3%a9,été", "%2F,/", "%25,%", "a+b,a+b"})
  void percentEncodedUtf8IsDecoded(String encoded, String text) {
    assertThat(UrlText.decode(encoded)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "%4", "%4g", "%g4", "a%", "%00", "%ff", "%c3", "%c0%af", "%ed%a0%80"})
  void whatIsNotIsRefused(String encoded) {
    assertThatThrownBy(() -> UrlText.decode(encoded)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aQueryIsNamesAndValues() {
    assertThat(UrlText.query("")).isEmpty();
    assertThat(UrlText.query("query=ada+b%2B&limit=5&empty="))
        .containsExactly(entry("query", "ada b+"), entry("limit", "5"), entry("empty", ""));
    assertThat(UrlText.query("a=b=c")).containsExactly(entry("a", "b=c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "=b", "a=1&a=2", "a=1&%61=2", "a=1&", "&", "a=%zz", "%=1"})
  void aQueryThatCouldMeanTwoThingsIsRefused(String query) {
    assertThatThrownBy(() -> UrlText.query(query)).isInstanceOf(RefusedException.class);
  }

  @Test
  void parametersAreCounted() {
    StringBuilder query = new StringBuilder("p=1");
    for (int i = 1; i < UrlText.MAX_PARAMETERS; i++) {
      query.append("&p").append(i).append("=1");
    }
    assertThat(UrlText.query(query.toString())).hasSize(UrlText.MAX_PARAMETERS);
    String tooMany = query + String.join("", Collections.nCopies(1000, "&q=1"));
    assertThatThrownBy(() -> UrlText.query(tooMany)).hasMessageContaining("at most");
  }
}
