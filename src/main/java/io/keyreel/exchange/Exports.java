package io.keyreel.exchange;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.jobs.JobState;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.Page;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of a project's labels: asks for them and tells how far they are. */
@Service
public class Exports {
  static final String TOPIC = "exchange.export";
  private static final int MOST = 200;

  private final ExportStore store;
  private final SnapshotPlans plans;
  private final JobQueue jobs;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  Exports(
      ExportStore store,
      SnapshotPlans plans,
      JobQueue jobs,
      Policy policy,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.plans = plans;
    this.jobs = jobs;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  /** Queues an export; one that would hold nothing is refused at once. */
  @Transactional
  public Export create(UUID project, ExportRequest request, User by) {
    policy.check(by, project, Action.EXPORT_CREATE);
    ExportFormat format = request.wantedFormat();
    Scope scope = request.wantedScope();
    plans.requireSomething(project, scope);
    UUID id = Ids.next();
    store.insert(id, project, format, scope, request.wantsImages(), by.id(), clock.instant());
    store.setJob(
        id,
        jobs.submit(
            new JobRequest(TOPIC, id, project, "Export as " + format.code(), by.id(), "{}", null)));
    audit.record(
        by,
        "export.create",
        "export:" + id,
        project,
        Map.of("format", format.code(), "scope", scope.name(), "images", request.wantsImages()));
    return find(id, by);
  }

  public Export find(UUID id, User by) {
    Export export = store.find(id).orElseThrow(Exports::missing);
    policy.check(by, export.project(), Action.EXPORT_READ);
    return standing(export);
  }

  /** The newest first. */
  public List<Export> ofProject(UUID project, User by) {
    return newest(project, MOST, by).items();
  }

  /** As many of the newest, and how many there are. */
  public Page<Export> newest(UUID project, int limit, User by) {
    policy.check(by, project, Action.EXPORT_READ);
    return new Page<>(
        store.ofProject(project, limit).stream().map(this::standing).toList(),
        store.count(project));
  }

  /** While it is under way, its job knows better how it stands. */
  private Export standing(Export export) {
    if (!export.underWay() || export.job() == null) {
      return export;
    }
    Job job = jobs.find(export.job());
    return job.state() == JobState.DONE
        ? export
        : export.standing(job.state().name(), job.progress(), job.error());
  }

  static UserError.NotFound missing() {
    return new UserError.NotFound("There is no such export, or it is of a project of others.");
  }
}
