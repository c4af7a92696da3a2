package io.keyreel.ui.base;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every address of the screens, and the typed ways to them. */
public final class Routes {
  public static final String PROJECTS = "";
  public static final String LOGIN = "login";
  public static final String WELCOME = "welcome";
  public static final String PROFILE = "profile";
  public static final String LIBRARY = "projects/:project/library";
  public static final String TASKS = "projects/:project/tasks";
  public static final String REVIEW = "projects/:project/review";
  public static final String ANALYTICS = "projects/:project/analytics";
  public static final String EXPORTS = "projects/:project/exports";
  public static final String GUIDELINES = "projects/:project/guidelines";
  public static final String SETTINGS = "projects/:project/settings";
  public static final String ANNOTATE = "annotate/:task";

  private Routes() {}

  public static String library(UUID project) {
    return of(LIBRARY, project);
  }

  public static String video(UUID project, UUID video) {
    return library(project) + "?video=" + video;
  }

  public static String tasks(UUID project) {
    return of(TASKS, project);
  }

  public static String review(UUID project) {
    return of(REVIEW, project);
  }

  public static String analytics(UUID project) {
    return of(ANALYTICS, project);
  }

  public static String exports(UUID project) {
    return of(EXPORTS, project);
  }

  public static String guidelines(UUID project) {
    return of(GUIDELINES, project);
  }

  public static String settings(UUID project) {
    return of(SETTINGS, project);
  }

  public static String annotate(UUID task) {
    return ANNOTATE.replace(":task", task.toString());
  }

  /** Opens the annotator on a frame, with a track chosen. */
  public static String annotate(UUID task, int frame, @Nullable UUID track) {
    return annotate(task) + "?frame=" + frame + (track == null ? "" : "&track=" + track);
  }

  /** Goes to one of the addresses above, its query included. */
  public static void open(String address) {
    int query = address.indexOf('?');
    if (query < 0) {
      UI.getCurrent().navigate(address);
    } else {
      UI.getCurrent()
          .navigate(
              address.substring(0, query),
              QueryParameters.fromString(address.substring(query + 1)));
    }
  }

  private static String of(String pattern, UUID project) {
    return pattern.replace(":project", project.toString());
  }
}
