package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.BulkAcceptance;
import io.keyreel.workflow.BulkAcceptances;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accepts in bulk what machines are sure of, after a look at a random sample. */
@RestController
@RequestMapping("/api/v1/projects/{project}/bulk-acceptances")
class BulkReviewController {
  private static final int SAMPLES = 30;

  /** From which confidence on, and how many masks to look at first. */
  record Wanted(double threshold, @Nullable Integer samples) {}

  /** What somebody says of a mask of the sample. */
  record Verdict(int sample, boolean good) {}

  private final BulkAcceptances bulk;
  private final CurrentUser me;

  BulkReviewController(BulkAcceptances bulk, CurrentUser me) {
    this.bulk = bulk;
    this.me = me;
  }

  @Entry(action = Action.TASK_REVIEW)
  @PostMapping
  BulkAcceptance start(@PathVariable UUID project, @RequestBody Wanted wanted) {
    int samples = Objects.requireNonNullElse(wanted.samples(), SAMPLES);
    return bulk.start(project, wanted.threshold(), samples, me.require());
  }

  @Entry(action = Action.TASK_REVIEW)
  @GetMapping("/{bulk}")
  BulkAcceptance find(@PathVariable UUID project, @PathVariable("bulk") UUID id) {
    return bulk.find(project, id, me.require());
  }

  @Entry(action = Action.TASK_REVIEW)
  @PostMapping("/{bulk}/verdicts")
  BulkAcceptance judge(
      @PathVariable UUID project, @PathVariable("bulk") UUID id, @RequestBody Verdict verdict) {
    return bulk.judge(project, id, verdict.sample(), verdict.good(), me.require());
  }

  @Entry(action = Action.TASK_REVIEW)
  @PostMapping("/{bulk}/accept")
  BulkAcceptance accept(@PathVariable UUID project, @PathVariable("bulk") UUID id) {
    return bulk.accept(project, id, me.require());
  }

  @Entry(action = Action.TASK_REVIEW)
  @DeleteMapping("/{bulk}")
  BulkAcceptance drop(@PathVariable UUID project, @PathVariable("bulk") UUID id) {
    return bulk.drop(project, id, me.require());
  }
}
