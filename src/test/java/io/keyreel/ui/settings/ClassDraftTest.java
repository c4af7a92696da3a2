package io.keyreel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.labels.OntologyClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassDraftTest {
  @Test
  void givesNewClassesColoursAndKeysThatAreFree() {
    List<ClassDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      drafts.add(ClassDraft.after(drafts));
    }

    assertThat(drafts).extracting(draft -> draft.color).doesNotHaveDuplicates();
    assertThat(drafts).extracting(draft -> draft.key).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(ClassDraft.after(drafts).key).isNull();
  }

  @Test
  void keepsTheIdOfASavedClassThroughARename() {
    ClassDraft draft =
        ClassDraft.of(new OntologyClass("car", "Car", "thing", "#112233", "1", List.of()));
    draft.name = "Passenger car";

    assertThat(draft.toClass(new HashSet<>(Set.of("car"))).id()).isEqualTo("car");
  }

  @Test
  void makesIdsFromNamesThatNoOtherClassHas() {
    Set<String> taken = new HashSet<>(Set.of("truck-or-bus"));
    ClassDraft draft = ClassDraft.after(List.of());
    draft.name = "Truck or bus";

    assertThat(draft.toClass(taken).id()).isEqualTo("truck-or-bus-2");
    assertThat(ClassDraft.slug("  ", taken)).isEqualTo("class");
  }
}
