package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Policy;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Videos;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Long work, as it goes. */
@RestController
@RequestMapping("/api/v1")
class JobController {
  private static final int MOST = 200;

  private final JobQueue jobs;
  private final Policy policy;
  private final Videos videos;
  private final CurrentUser me;

  JobController(JobQueue jobs, Policy policy, Videos videos, CurrentUser me) {
    this.jobs = jobs;
    this.policy = policy;
    this.videos = videos;
    this.me = me;
  }

  @Entry(action = Action.JOB_VIEW)
  @GetMapping("/projects/{project}/jobs")
  List<Job> list(@PathVariable UUID project, @RequestParam(defaultValue = "50") int limit) {
    policy.check(me.require(), project, Action.JOB_VIEW);
    return jobs.ofProject(project, Math.clamp(limit, 1, MOST));
  }

  @Entry(action = Action.JOB_VIEW)
  @GetMapping("/jobs/{job}")
  Job find(@PathVariable UUID job) {
    return find(job, Action.JOB_VIEW);
  }

  @Entry(action = Action.JOB_CANCEL)
  @DeleteMapping("/jobs/{job}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable("job") UUID id) {
    Job job = find(id, Action.JOB_CANCEL);
    jobs.cancel(id);
    if (job.topic().equals(Videos.INGEST_TOPIC)) {
      videos.stop(job.subject(), me.require());
    }
  }

  private Job find(UUID id, Action action) {
    Job job = jobs.find(id);
    UUID project = job.projectId();
    if (project == null) {
      policy.checkSiteAdmin(me.require());
      return job;
    }
    try {
      policy.check(me.require(), project, action);
    } catch (UserError.NotFound foreign) {
      throw new UserError.NotFound("There is no such job; it may have been cleared away.");
    }
    return job;
  }
}
