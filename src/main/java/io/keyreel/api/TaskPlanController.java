package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.BulkChange;
import io.keyreel.workflow.CutPreview;
import io.keyreel.workflow.CutRequest;
import io.keyreel.workflow.SkillChange;
import io.keyreel.workflow.Skills;
import io.keyreel.workflow.TaskBulk;
import io.keyreel.workflow.TaskCutting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cuts recordings into tasks, and plans them in bulk. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class TaskPlanController {
  private final TaskCutting cutting;
  private final TaskBulk bulk;
  private final Skills skills;
  private final CurrentUser me;

  TaskPlanController(TaskCutting cutting, TaskBulk bulk, Skills skills, CurrentUser me) {
    this.cutting = cutting;
    this.bulk = bulk;
    this.skills = skills;
    this.me = me;
  }

  /** What cutting would make; nothing is changed. */
  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/tasks/cut/preview")
  CutPreview preview(@PathVariable UUID project, @RequestBody CutRequest request) {
    return cutting.preview(project, request, me.require());
  }

  /** Makes tasks; recordings whose tasks have been begun stay as they are. */
  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/tasks/cut")
  CutPreview cut(@PathVariable UUID project, @RequestBody CutRequest request) {
    return cutting.make(project, request, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/tasks/bulk")
  BulkChange.Outcome bulk(@PathVariable UUID project, @RequestBody BulkChange change) {
    return bulk.apply(project, change, me.require());
  }

  /** What members are good at. */
  @Entry(action = Action.MEMBERS_VIEW)
  @GetMapping("/skills")
  Map<UUID, List<String>> skills(@PathVariable UUID project) {
    return skills.of(project, me.require());
  }

  /** Which skills tasks ask for, and how many people have them. */
  @Entry(action = Action.MEMBERS_VIEW)
  @GetMapping("/skills/needs")
  List<Skills.Need> needs(@PathVariable UUID project) {
    return skills.needs(project, me.require());
  }

  /** Gives skills to several people, or takes some from them. */
  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/skills")
  Map<UUID, List<String>> skills(@PathVariable UUID project, @RequestBody SkillChange change) {
    return skills.change(project, change, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @PutMapping("/skills/{user}")
  List<String> skills(
      @PathVariable UUID project, @PathVariable UUID user, @RequestBody List<String> wanted) {
    return skills.save(project, user, wanted, me.require());
  }
}
