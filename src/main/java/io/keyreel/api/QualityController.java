package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.Consensus;
import io.keyreel.workflow.ConsensusMerge;
import io.keyreel.workflow.ConsensusReport;
import io.keyreel.workflow.GoldRules;
import io.keyreel.workflow.GoldScore;
import io.keyreel.workflow.GoldSpans;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How good labels are: people against each other, and against known labels. */
@RestController
@RequestMapping("/api/v1")
class QualityController {
  /** How labels are merged: "majority" or "staple". */
  record Method(String method) {}

  private final Consensus consensus;
  private final ConsensusMerge merge;
  private final GoldSpans gold;
  private final CurrentUser me;

  QualityController(Consensus consensus, ConsensusMerge merge, GoldSpans gold, CurrentUser me) {
    this.consensus = consensus;
    this.merge = merge;
    this.gold = gold;
    this.me = me;
  }

  @Entry(action = Action.TASK_REVIEW)
  @GetMapping("/tasks/{task}/consensus")
  ConsensusReport consensus(@PathVariable UUID task) {
    return consensus.of(task, me.require());
  }

  /** Makes a first truth out of what several people labelled, for whoever settles it. */
  @Entry(action = Action.TASK_REVIEW)
  @PostMapping("/tasks/{task}/consensus/merge")
  ConsensusMerge.Merged merge(@PathVariable UUID task, @RequestBody Method method) {
    return merge.merge(task, method.method(), me.require());
  }

  /** Takes an approved task as known; it is mixed into people's work from then on. */
  @Entry(action = Action.TASK_ASSIGN)
  @PostMapping("/tasks/{task}/gold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mark(@PathVariable UUID task) {
    gold.mark(task, true, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @DeleteMapping("/tasks/{task}/gold")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID task) {
    gold.mark(task, false, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @GetMapping("/projects/{project}/gold")
  List<UUID> gold(@PathVariable UUID project) {
    return gold.of(project, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @GetMapping("/projects/{project}/gold/scores")
  List<GoldScore> scores(@PathVariable UUID project) {
    return gold.scores(project, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @GetMapping("/projects/{project}/gold/rules")
  GoldRules rules(@PathVariable UUID project) {
    return gold.rules(project, me.require());
  }

  @Entry(action = Action.TASK_ASSIGN)
  @PutMapping("/projects/{project}/gold/rules")
  GoldRules rules(@PathVariable UUID project, @RequestBody GoldRules rules) {
    return gold.save(project, rules, me.require());
  }
}
