package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Policy;
import io.keyreel.analytics.Activity;
import io.keyreel.analytics.Csv;
import io.keyreel.analytics.Filter;
import io.keyreel.analytics.Moment;
import io.keyreel.analytics.Report;
import io.keyreel.analytics.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the work, and the activity some of them are counted from. */
@RestController
@RequestMapping("/api/v1")
class AnalyticsController {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  /** Moments at which a person did something at a task. */
  record Moments(@Nullable List<Moment> moments) {}

  /** Narrows a report; what is absent does not. Days are in UTC, costs in seconds. */
  record Narrowed(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID person,
      @Nullable String classId,
      @Nullable String stage,
      @Nullable Double draw,
      @Nullable Double correct,
      @Nullable Double accept) {

    Filter filter(LocalDate today) {
      LocalDate last = Objects.requireNonNullElse(to, today);
      Filter.Costs stated = Filter.Costs.STATED;
      return new Filter(
          from == null ? Filter.weeksTo(last).from() : from,
          last,
          person,
          classId,
          stage,
          new Filter.Costs(
              Objects.requireNonNullElse(draw, stated.draw()),
              Objects.requireNonNullElse(correct, stated.correct()),
              Objects.requireNonNullElse(accept, stated.accept())));
    }
  }

  private final Activity activity;
  private final Reports reports;
  private final Policy policy;
  private final CurrentUser me;

  AnalyticsController(Activity activity, Reports reports, Policy policy, CurrentUser me) {
    this.activity = activity;
    this.reports = reports;
    this.policy = policy;
    this.me = me;
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping("/tasks/{task}/activity")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void activity(@PathVariable UUID task, @RequestBody Moments moments) {
    activity.record(task, Objects.requireNonNullElse(moments.moments(), List.of()), me.require());
  }

  /** The names of the reports. */
  @Entry(action = Action.ANALYTICS_VIEW)
  @GetMapping("/projects/{project}/analytics")
  List<String> reports(@PathVariable UUID project) {
    policy.check(me.require(), project, Action.ANALYTICS_VIEW);
    return reports.names();
  }

  /** A report as JSON, or as CSV with {@code format=csv}. */
  @Entry(action = Action.ANALYTICS_VIEW)
  @GetMapping("/projects/{project}/analytics/{report}")
  ResponseEntity<Object> report(
      @PathVariable UUID project,
      @PathVariable String report,
      @RequestParam(defaultValue = "json") String format,
      @ModelAttribute Narrowed narrowed) {
    Report found = reports.read(report, project, narrowed.filter(reports.today()), me.require());
    if (!format.equals("csv")) {
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(found);
    }
    String name = "%s_%s_%s.csv".formatted(report, found.filter().from(), found.filter().to());
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(Csv.of(found));
  }
}
