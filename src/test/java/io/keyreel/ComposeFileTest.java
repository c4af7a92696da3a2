package io.keyreel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file against the parts of the Compose Specification that it uses, and against us. */
class ComposeFileTest {
  private static final Set<String> TOP_LEVEL =
      Set.of("name", "services", "networks", "volumes", "configs", "secrets", "include");
  private static final Set<String> OF_A_SERVICE =
      Set.of(
          "build",
          "command",
          "depends_on",
          "deploy",
          "entrypoint",
          "environment",
          "expose",
          "healthcheck",
          "image",
          "networks",
          "ports",
          "restart",
          "stop_grace_period",
          "user",
          "volumes");
  private static final Set<String> OF_A_HEALTHCHECK =
      Set.of("test", "interval", "timeout", "retries", "start_period", "start_interval", "disable");
  private static final Set<String> CONDITIONS =
      Set.of("service_started", "service_healthy", "service_completed_successfully");
  private static final Pattern DURATION = Pattern.compile("\\d+(us|ms|s|m|h)");
  private static final Pattern REQUIRED = Pattern.compile(".*\\$\\{[A-Z0-9_]+:\\?[^}]+}.*");

  private Map<String, Object> file;
  private Map<String, Map<String, Object>> services;

  @BeforeEach
  void read() throws IOException {
    file = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    services = map(file.get("services"));
  }

  @Test
  void usesOnlyWhatTheSpecificationKnows() {
    assertThat(file.keySet()).allMatch(key -> TOP_LEVEL.contains(key) || key.startsWith("x-"));
    services.forEach((name, service) -> {
      assertThat(OF_A_SERVICE).as(name).containsAll(service.keySet());
      assertThat(service).as(name).containsKey("image");
      Map<String, Object> check = map(service.getOrDefault("healthcheck", Map.of()));
      assertThat(OF_A_HEALTHCHECK).as(name).containsAll(check.keySet());
      check.forEach((key, value) -> {
        if (Set.of("interval", "timeout", "start_period").contains(key)) {
          assertThat(value.toString()).as(name + " " + key).matches(DURATION);
        }
      });
    });
  }

  @Test
  void namesOnlyPartsThatItDefines() {
    services.forEach((name, service) -> {
      Map<String, Map<String, Object>> needs = map(service.getOrDefault("depends_on", Map.of()));
      assertThat(services.keySet()).as(name).containsAll(needs.keySet());
      needs.forEach((needed, how) -> {
        assertThat(CONDITIONS).contains(String.valueOf(how.get("condition")));
        if ("service_healthy".equals(how.get("condition"))) {
          assertThat(services.get(needed)).as(needed).containsKey("healthcheck");
        }
      });
      assertThat(keys("networks")).as(name).containsAll(list(service.get("networks")));
      for (String volume : list(service.getOrDefault("volumes", List.of()))) {
        String source = volume.substring(0, volume.indexOf(':'));
        if (source.startsWith("./")) {
          assertThat(Path.of(source)).exists();
        } else {
          assertThat(keys("volumes")).as(name).contains(source);
        }
      }
    });
  }

  @Test
  void hasNoPasswordOfItsOwn() {
    services.forEach((name, service) ->
        map(service.getOrDefault("environment", Map.of()))
            .forEach((variable, value) -> {
              if (variable.matches(".*(PASSWORD|SECRET|ACCESS_KEY)$")) {
                assertThat(value.toString()).as(name + " " + variable).matches(REQUIRED);
              }
            }));
  }

  @Test
  void runsTheRolesOnOneDatabaseAndOneStore() throws IOException {
    Map<String, Object> web = services.get("web");
    Map<String, Object> worker = services.get("worker");
    String settings = Files.readString(Path.of("src/main/resources/application.yml"));

    assertThat(list(web.get("command"))).containsSequence("serve", "--role", "web");
    assertThat(list(worker.get("command"))).containsSequence("serve", "--role", "worker");
    assertThat(worker.get("environment")).isEqualTo(web.get("environment"));
    assertThat(map(web.get("environment")).keySet())
        .contains("KEYREEL_DB_URL", "KEYREEL_S3_ENDPOINT")
        .filteredOn(variable -> !variable.equals("KEYREEL_PUBLIC_URL"))
        .allSatisfy(variable -> assertThat(settings).contains("${" + variable));
  }

  @Test
  void keepsTheInsideFromTheWorld() {
    Map<String, Map<String, Object>> networks = map(file.get("networks"));
    assertThat(networks.get("inside")).containsEntry("internal", true);
    services.forEach((name, service) -> {
      if (!name.equals("proxy")) {
        assertThat(list(service.get("networks"))).as(name).containsExactly("inside");
        assertThat(service).as(name).doesNotContainKey("ports");
      }
    });
  }

  private Set<String> keys(String part) {
    return this.<Object>map(file.get(part)).keySet();
  }

  @SuppressWarnings("unchecked")
  private <T> Map<String, T> map(Object value) {
    return (Map<String, T>) value;
  }

  private static List<String> list(Object value) {
    return ((Collection<?>) value).stream().map(Object::toString).toList();
  }
}
