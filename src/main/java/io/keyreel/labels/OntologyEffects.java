package io.keyreel.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a change of live classes does to the labels that use them, or why it cannot be made. No
 * value that somebody gave is ever thrown away: one that has no place any more blocks the change or
 * stays in the history.
 */
@Component
class OntologyEffects {
  private final OntologyUseStore use;

  OntologyEffects(OntologyUseStore use) {
    this.use = use;
  }

  List<OntologyEffect> of(UUID project, Ontology before, OntologyPlan plan) {
    List<OntologyEffect> effects = new ArrayList<>();
    Ontology after = plan.ontology();
    for (OntologyClass old : before.classes()) {
      Optional<OntologyClass> now = after.find(old.id());
      if (now.isPresent()) {
        attributes(project, old, now.get(), effects);
        kind(project, old, now.get(), effects);
      } else {
        removed(project, old, plan, effects);
      }
    }
    for (EventClass old : before.events()) {
      if (after.events().stream().noneMatch(each -> each.id().equals(old.id()))) {
        gone(use.events(project, old.id()), "event", old.name(), effects);
      }
    }
    for (ClipClass old : before.clips()) {
      if (after.clips().stream().noneMatch(each -> each.id().equals(old.id()))) {
        gone(use.tags(project, old.id()), "tag", old.name(), effects);
      }
    }
    return effects;
  }

  private static void gone(int used, String what, String name, List<OntologyEffect> effects) {
    if (used > 0) {
      block(
          effects,
          "%s of \"%s\" are there; delete them or give them another class before you remove it."
              .formatted(count(used, what), name));
    }
  }

  private void removed(
      UUID project, OntologyClass old, OntologyPlan plan, List<OntologyEffect> effects) {
    int used = use.tracks(project, old.id()).size();
    if (used == 0) {
      return;
    }
    String successor = Objects.requireNonNull(plan.successors()).get(old.id());
    Optional<OntologyClass> next = Optional.ofNullable(successor).flatMap(plan.ontology()::find);
    if (next.isEmpty()) {
      block(
          effects,
          "%s still have the class \"%s\"; give them another class before you remove it."
              .formatted(count(used, "track"), old.name()));
    } else {
      tell(
          effects,
          "%s of \"%s\" become \"%s\"."
              .formatted(count(used, "track"), old.name(), next.get().name()));
    }
  }

  private void kind(
      UUID project, OntologyClass old, OntologyClass now, List<OntologyEffect> effects) {
    if (!old.kind().equals(now.kind())) {
      int used = use.tracks(project, old.id()).size();
      if (used > 0) {
        tell(
            effects,
            "\"%s\" is %s from now on; its %s keep their shapes and are exported so."
                .formatted(now.name(), now.kind(), count(used, "track")));
      }
    }
  }

  private void attributes(
      UUID project, OntologyClass old, OntologyClass now, List<OntologyEffect> effects) {
    for (Attribute was : old.attributes()) {
      List<String> given = use.values(project, old.id(), was.id());
      if (given.isEmpty()) {
        continue;
      }
      find(now, was.id())
          .ifPresentOrElse(
              is -> {
                List<String> lost = given.stream().filter(value -> !fits(is, value)).toList();
                if (!lost.isEmpty()) {
                  block(
                      effects,
                      "\"%s\" of \"%s\" is \"%s\" on tracks; keep that value, or change them first."
                          .formatted(is.name(), now.name(), lost.getFirst()));
                }
              },
              () ->
                  tell(
                      effects,
                      "\"%s\" of \"%s\" is no longer shown; what was given stays in the labels."
                          .formatted(was.name(), now.name())));
    }
    for (Attribute is : now.attributes()) {
      boolean fresh = find(old, is.id()).filter(Attribute::required).isEmpty();
      int lacking = is.required() && fresh ? use.lacking(project, old.id(), is.id()) : 0;
      if (lacking > 0) {
        tell(
            effects,
            "%s of \"%s\" lack \"%s\"; their tasks cannot be submitted before it is filled in."
                .formatted(count(lacking, "track"), now.name(), is.name()));
      }
    }
  }

  private static Optional<Attribute> find(OntologyClass type, String id) {
    return type.attributes().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static boolean fits(Attribute attribute, String value) {
    return switch (attribute.type()) {
      case "select" -> attribute.values().contains(value);
      case "checkbox" -> value.equals("true") || value.equals("false");
      case "number" -> value.matches("-?\\d+([.]\\d+)?([eE][-+]?\\d+)?");
      default -> true;
    };
  }

  private static String count(int n, String what) {
    return n == 1 ? "1 " + what : n + " " + what + "s";
  }

  private static void block(List<OntologyEffect> effects, String message) {
    effects.add(new OntologyEffect(true, message));
  }

  private static void tell(List<OntologyEffect> effects, String message) {
    effects.add(new OntologyEffect(false, message));
  }
}
