package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.edge.http.HttpRouter.Match;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.Route;
import im.parley.protocol.error.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRouterTest {

  private final HttpRouter router = new HttpRouter(CommandCatalogue.all());

  private Match.Found found(String method, String path) {
    Match match = router.find(method, path);
    assertThat(match).isInstanceOf(Match.Found.class);
    return (Match.Found) match;
  }

  @Test
  void everyRouteOfTheCatalogueLeadsToItsCommand() {
    for (CommandType<?, ?> type : CommandCatalogue.all()) {
      if (type.reach() instanceof CommandType.Reach.EveryDoor(Route route)) {
        String path = route.path().replaceAll("\\{(\\w+)}", "the-$1");
        Match.Found found = found(route.method().name(), path);
        assertThat(found.command()).isSameAs(type);
        found.parameters().forEach((name, value) -> assertThat(value).isEqualTo("the-" + name));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/rooms/public,room.browse",
    "GET,/rooms/r1,room.get",
    "GET,/rooms/%70ublic,room.browse",
    "PATCH,/rooms/r1,room.update",
    "POST,/sessions/refresh,session.refresh",
    "DELETE,/sessions/current,session.revoke",
  })
  void whatIsSpelledOutWins(String method, String path, String command) {
    assertThat(found(method, path).command().name()).isEqualTo(command);
  }

  @Test
  void parametersAreDecoded() {
    assertThat(found("DELETE", "/rooms/r%31/members/u%2F2").parameters())
        .isEqualTo(Map.of("room", "r1", "user", "u/2"));
  }

  @Test
  void otherMethodsAreNamed() {
    assertThat(router.find("PUT", "/me")).isEqualTo(new Match.OtherMethods("GET, PATCH"));
    assertThat(router.find("get", "/me")).isEqualTo(new Match.OtherMethods("GET, PATCH"));
    assertThat(router.find("HEAD", "/me")).isEqualTo(new Match.OtherMethods("GET, PATCH"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/me/",
        "//me",
        "/me/more",
        "/rooms/r1/nothing",
        "/rooms//messages",
        "/rooms/r1/messages/1/2/3",
        "/Me",
        "/rooms/r1/members/"
      })
  void otherPathsLeadNowhere(String path) {
    assertThat(router.find("GET", path)).isEqualTo(new Match.NoSuchPath());
  }

  @Test
  void aPathMustBeWellFormed() {
    assertThatThrownBy(() -> router.find("GET", "/rooms/%zz")).isInstanceOf(RefusedException.class);
  }

  @Test
  void oneRouteLeadsToOneCommand() {
    assertThatThrownBy(() -> new HttpRouter(List.of(GetMe.TYPE, GetMe.TYPE)))
        .hasMessageContaining("Two commands");
  }
}
