package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The guidelines of projects, in Markdown; each save is a version, old ones stay. */
@Service
public class Guidelines {
  private static final int LONGEST = 100_000;
  private static final List<TablesExtension> EXTENSIONS = List.of(tables());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .percentEncodeUrls(true)
          .build();

  private final GuidelineStore store;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  Guidelines(GuidelineStore store, Policy policy, Audit audit, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  public Guideline current(UUID project, User by) {
    policy.check(by, project, Action.PROJECT_VIEW);
    return current(project);
  }

  @Transactional
  public Guideline save(UUID project, int version, String markdown, User by) {
    policy.check(by, project, Action.PROJECT_EDIT);
    if (markdown.length() > LONGEST) {
      throw new UserError.Invalid(
          "Guidelines are at most %d characters long; link to the rest.".formatted(LONGEST));
    }
    Guideline now = current(project);
    if (now.version() != version
        || !store.insert(project, version + 1, markdown, by.id(), clock.instant())) {
      throw new UserError.Conflict(
          "Somebody changed the guidelines meanwhile; look at theirs and save again.",
          current(project));
    }
    audit.record(
        by, "guidelines.save", "project:" + project, project, Map.of("version", version + 1));
    return current(project);
  }

  /** As it would be shown. */
  public static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  private Guideline current(UUID project) {
    return store
        .current(project)
        .map(found -> new Guideline(found.version(), found.markdown(), html(found.markdown())))
        .orElseGet(() -> new Guideline(0, "", ""));
  }

  private static TablesExtension tables() {
    return (TablesExtension) TablesExtension.create();
  }
}
