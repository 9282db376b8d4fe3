package im.parley.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.CommandType.Reach;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is whole, and no two commands can be taken for each other. */
class CommandCatalogueTest {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  static Stream<CommandType<?, ?>> types() {
    return CommandCatalogue.all().stream();
  }

  static Stream<Route> routes() {
    return types()
        .map(CommandType::reach)
        .filter(Reach.EveryDoor.class::isInstance)
        .map(reach -> ((Reach.EveryDoor) reach).route());
  }

  @Test
  void everyCommandIsInTheCatalogueOnce() {
    assertThat(CommandCatalogue.all())
        .<Class<?>>map(CommandType::command)
        .containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
  }

  @Test
  void noTwoCommandsShareAName() {
    assertThat(CommandCatalogue.all()).map(CommandType::name).doesNotHaveDuplicates();
  }

  @Test
  void noTwoRoutesMatchTheSameRequestEquallyWell() {
    assertThat(routes())
        .map(route -> route.method() + " " + PARAMETER.matcher(route.path()).replaceAll("{}"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aCommandIsFoundByItsName(CommandType<?, ?> type) {
    assertThat(CommandCatalogue.find(type.name())).isSameAs(type);
    assertThat(type.name()).matches("[a-z]+(\\.[a-z]+)?");
  }

  @Test
  void noCommandIsFoundByAnotherName() {
    assertThat(CommandCatalogue.find("message.unsend")).isNull();
    assertThat(CommandCatalogue.find("Message.Send")).isNull();
    assertThat(CommandCatalogue.find("")).isNull();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aRouteNamesFieldsOfItsCommand(CommandType<?, ?> type) {
    if (type.reach() instanceof Reach.EveryDoor(Route route)) {
      List<String> fields =
          Stream.of(type.command().getRecordComponents()).map(RecordComponent::getName).toList();

      assertThat(PARAMETER.matcher(route.path()).results().map(match -> match.group(1)))
          .isSubsetOf(fields);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aQueryCarriesSingleValuesOnly(CommandType<?, ?> type) {
    if (type.reach() instanceof Reach.EveryDoor(Route route) && !route.method().hasBody()) {
      assertThat(Arrays.stream(type.command().getRecordComponents()))
          .noneMatch(field -> List.of(List.class, Map.class).contains((Class<?>) field.getType()));
    }
  }
}
