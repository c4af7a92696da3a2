package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class GuidelinesTest {
  @Autowired private ApplicationContext context;
  @Autowired private Guidelines guidelines;
  @Autowired private ReturnReasons reasons;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void areSavedUponAVersionAndReadByAll() {
    assertThat(guidelines.current(world.project.id(), world.labeler).version()).isZero();
    Guideline saved =
        guidelines.save(world.project.id(), 0, "# Tails\n\n**Draw** them.", world.lead);
    assertThat(saved.html()).contains("<h1>Tails</h1>").contains("<strong>Draw</strong>");
    assertThat(guidelines.current(world.project.id(), world.labeler)).isEqualTo(saved);
    assertThatThrownBy(() -> guidelines.save(world.project.id(), 0, "x", world.lead))
        .isInstanceOf(UserError.Conflict.class);
    assertThatThrownBy(() -> guidelines.save(world.project.id(), 1, "x", world.reviewer))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void runNothingThatSomebodyWroteIntoThem() {
    for (String hostile :
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "a <b onclick=alert(1)>b</b>",
            "[click](javascript:alert(1))",
            "[click](JaVaScRiPt:alert(1))",
            "[click](data:text/html;base64,PHNjcmlwdD4=)",
            "[click](vbscript:x)",
            "![x](javascript:alert(1))",
            "<javascript:alert(1)>",
            "[a]: javascript:alert(1)\n\n[a]",
            "| a |\n|---|\n| <iframe src=x> |")) {
      String html = Guidelines.html(hostile);
      assertThat(html.toLowerCase(Locale.ROOT))
          .as(hostile)
          .doesNotContain("<script", "<img src=x", "<svg", "<b ", "<iframe")
          .doesNotContainPattern("(href|src)=\"\\s*(javascript|data|vbscript):");
    }
  }

  @Test
  void aProjectHasReasonsOfItsOwn() {
    assertThat(reasons.of(world.project.id(), world.labeler)).contains("Edges are loose");
    reasons.save(world.project.id(), List.of(" Tail cut off ", "", "Tail cut off"), world.lead);
    assertThat(reasons.of(world.project.id(), world.labeler)).containsExactly("Tail cut off");
  }
}
