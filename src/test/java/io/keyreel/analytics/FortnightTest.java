package io.keyreel.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.Drill;
import io.keyreel.KeyreelApplication;
import io.keyreel.TestServers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days of a team, and then every figure against a recount in plain SQL. */
class FortnightTest {
  private final SimClock clock = new SimClock(Fortnight.FIRST);

  @Test
  void everyFigureOfAFortnightEqualsAnIndependentRecount() {
    int videos = Drill.count(8, 40);
    int labelers = Drill.count(4, 9);
    int days = Drill.count(3, 14);
    try (ConfigurableApplicationContext server = server()) {
      int port = Integer.parseInt(server.getEnvironment().getProperty("local.server.port", ""));
      Fortnight fortnight = new Fortnight(server, clock, port, labelers);
      Rollups rollups = server.getBean(Rollups.class);
      for (int day = 1; day <= days; day++) {
        fortnight.arrive((videos - 2) * day / days - (videos - 2) * (day - 1) / days);
        fortnight.run(day);
        rollups.catchUp();
      }
      fortnight.arrive(2);
      fortnight.gold();
      rollups.catchUp();
      assertThat(fortnight.refusals).as("of %d requests", fortnight.requests).isPositive();
      noTaskIsLostDoubledOrApprovedByItsAuthor(server, fortnight);
      everyFigureIsRight(server, fortnight, days);
      narrowedFiguresAreThoseOfTheirRows(server, fortnight, days);
      Map<String, List<List<Object>>> grown = figures(server, fortnight, days);
      rollups.forget();
      rollups.catchUp();
      assertThat(figures(server, fortnight, days)).isEqualTo(grown);
    }
  }

  private ConfigurableApplicationContext server() {
    Map<String, Object> settings = new HashMap<>(TestServers.inSchema("fortnight"));
    settings.put("keyreel.role", "web");
    settings.put("keyreel.data", "target/test-data");
    settings.put("server.port", "0");
    ApplicationContextInitializer<GenericApplicationContext> simulated =
        context ->
            context.registerBeanDefinition(
                "simulatedClock",
                BeanDefinitionBuilder.genericBeanDefinition(InstantSource.class, () -> clock)
                    .setPrimary(true)
                    .getBeanDefinition());
    return new SpringApplicationBuilder(KeyreelApplication.class)
        .initializers(simulated)
        .run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  private static void noTaskIsLostDoubledOrApprovedByItsAuthor(
      ConfigurableApplicationContext server, Fortnight fortnight) {
    JdbcClient jdbc = server.getBean(JdbcClient.class);
    UUID project = fortnight.scene.project.id();
    assertThat(
            jdbc.sql("select id from tasks where project_id = ? order by id")
                .params(project)
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            fortnight.tasks.stream().map(task -> task.id()).toList());
    assertThat(
            jdbc.sql(
                    """
                    select t.number from tasks t join label_sets s on s.id = t.label_set_id
                    group by t.number, t.label_set_id, t.from_frame having count(*) > 1
                    """)
                .query(Long.class)
                .list())
        .isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from transitions a where a.action = 'approve'
                      and a.author = (select s.author from transitions s where s.task_id = a.task_id
                        and s.action = 'submit' and s.at < a.at order by s.at desc limit 1)
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from transitions where action = 'approve'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  private void everyFigureIsRight(
      ConfigurableApplicationContext server, Fortnight fortnight, int days) {
    JdbcClient jdbc = server.getBean(JdbcClient.class);
    Filter filter = filter(days);
    Reports reports = server.getBean(Reports.class);
    Set<String> apart =
        AgreementReports.ALL.stream().map(Definition::id).collect(Collectors.toSet());
    apart.add("duplicates");
    assertThat(Recount.QUERIES.keySet())
        .as("all reports, but for those that compare labels with each other, and pixels")
        .containsExactlyInAnyOrderElementsOf(
            reports.names().stream().filter(name -> !apart.contains(name)).toList());
    Recount.QUERIES.forEach((name, sql) -> {
      Report report =
          reports.read(name, fortnight.scene.project.id(), filter, fortnight.scene.lead);
      List<Map<String, Object>> truth =
          jdbc.sql(sql)
              .param("project", fortnight.scene.project.id())
              .param("from", filter.from())
              .param("to", filter.to())
              .param("now", clock.look().atOffset(ZoneOffset.UTC))
              .query()
              .listOfRows();
      assertThat(truth).as(name).isNotEmpty();
      assertThat(truth.getFirst().keySet().stream().map(key -> key.replace("~", "")))
          .as("figures of " + name)
          .containsExactlyInAnyOrderElementsOf(
              report.columns().stream().map(Report.Column::key).toList());
      Comparison.same(report, truth);
    });
  }

  /** A figure of one person, stage, class or day is that of its row where all are shown. */
  private void narrowedFiguresAreThoseOfTheirRows(
      ConfigurableApplicationContext server, Fortnight fortnight, int days) {
    Filter all = filter(days);
    Filter.Costs costs = Filter.Costs.STATED;
    Function<Filter, Report> summary =
        filter ->
            server
                .getBean(Reports.class)
                .read("summary", fortnight.scene.project.id(), filter, fortnight.scene.lead);
    Map<String, Function<Object, Filter>> narrowing =
        Map.of(
            "throughput-people",
            id ->
                new Filter(all.from(), all.to(), UUID.fromString(id.toString()), null, null, costs),
            "throughput-stages",
            id -> new Filter(all.from(), all.to(), null, null, id.toString(), costs),
            "throughput-classes",
            id -> new Filter(all.from(), all.to(), null, id.toString(), null, costs),
            "throughput-days",
            id -> {
              LocalDate day = LocalDate.parse(id.toString());
              return new Filter(day, day, null, null, null, costs);
            });
    narrowing.forEach((name, narrowed) -> {
      Report whole =
          server
              .getBean(Reports.class)
              .read(name, fortnight.scene.project.id(), all, fortnight.scene.lead);
      assertThat(whole.rows()).as(name).isNotEmpty();
      for (List<Object> row : whole.rows()) {
        Report one = summary.apply(narrowed.apply(row.getFirst()));
        for (Report.Column column : whole.columns()) {
          if (one.columns().contains(column)) {
            assertThat(one.number(column.key()))
                .as("%s of %s in %s", column.key(), row.getFirst(), name)
                .isCloseTo(
                    ((Number) row.get(whole.index(column.key()))).doubleValue(), within(1e-9));
          }
        }
      }
    });
  }

  private static Map<String, List<List<Object>>> figures(
      ConfigurableApplicationContext server, Fortnight fortnight, int days) {
    Reports reports = server.getBean(Reports.class);
    Map<String, List<List<Object>>> all = new HashMap<>();
    for (String name : reports.names()) {
      if (!name.startsWith("queue")) {
        all.put(
            name,
            List.copyOf(
                reports
                    .read(name, fortnight.scene.project.id(), filter(days), fortnight.scene.lead)
                    .rows()));
      }
    }
    return all;
  }

  private static Filter filter(int days) {
    LocalDate first = LocalDate.ofInstant(Fortnight.FIRST, ZoneOffset.UTC);
    return new Filter(first, first.plusDays(days - 1), null, null, null, Filter.Costs.STATED);
  }

  /** Holds a report to what was counted apart from it. */
  private static final class Comparison {
    static void same(Report report, List<Map<String, Object>> truth) {
      assertThat(report.rows()).as("rows of " + report.id()).hasSameSizeAs(truth);
      for (int n = 0; n < truth.size(); n++) {
        for (Map.Entry<String, Object> figure : truth.get(n).entrySet()) {
          check(report, n, figure.getKey(), figure.getValue());
        }
      }
    }

    private static void check(Report report, int row, String key, Object expected) {
      String column = key.replace("~", "");
      Object shown = report.rows().get(row).get(report.index(column));
      String what =
          "%s of row %d of %s: %s".formatted(column, row, report.id(), report.rows().get(row));
      if (expected == null) {
        if (shown instanceof Number number) {
          assertThat(number.doubleValue()).as(what).isZero();
        } else {
          assertThat(shown).as(what).isNull();
        }
      } else if (expected instanceof Number number) {
        assertThat(shown).as(what).isInstanceOf(Number.class);
        assertThat(((Number) shown).doubleValue())
            .as(what)
            .isCloseTo(
                number.doubleValue(),
                within(
                    (key.startsWith("age") ? 1e-6 : 1e-9)
                        * Math.max(1, Math.abs(number.doubleValue()))));
      } else if (key.endsWith("~")) {
        assertThat(shown.toString().strip().toLowerCase().replaceAll("\\s+", " "))
            .as(what)
            .isEqualTo(expected.toString());
      } else {
        assertThat(shown).as(what).isEqualTo(expected.toString());
      }
    }
  }
}
