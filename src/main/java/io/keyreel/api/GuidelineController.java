package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.Guideline;
import io.keyreel.workflow.Guidelines;
import io.keyreel.workflow.ReturnReasons;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a project tells its people. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class GuidelineController {
  record Wanted(int version, String markdown) {}

  private final Guidelines guidelines;
  private final ReturnReasons reasons;
  private final CurrentUser me;

  GuidelineController(Guidelines guidelines, ReturnReasons reasons, CurrentUser me) {
    this.guidelines = guidelines;
    this.reasons = reasons;
    this.me = me;
  }

  @Entry(action = Action.PROJECT_VIEW)
  @GetMapping("/guidelines")
  Guideline guidelines(@PathVariable UUID project) {
    return guidelines.current(project, me.require());
  }

  /** Saves upon the version that the body names. */
  @Entry(action = Action.PROJECT_EDIT)
  @PutMapping("/guidelines")
  Guideline save(@PathVariable UUID project, @RequestBody Wanted wanted) {
    return guidelines.save(project, wanted.version(), wanted.markdown(), me.require());
  }

  /** What reviewers are offered as reasons to return a task. */
  @Entry(action = Action.PROJECT_VIEW)
  @GetMapping("/return-reasons")
  List<String> reasons(@PathVariable UUID project) {
    return reasons.of(project, me.require());
  }

  @Entry(action = Action.PROJECT_EDIT)
  @PutMapping("/return-reasons")
  List<String> reasons(@PathVariable UUID project, @RequestBody List<String> wanted) {
    return reasons.save(project, wanted, me.require());
  }
}
