package io.keyreel.ui.analytics;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Member;
import io.keyreel.access.Project;
import io.keyreel.analytics.Filter;
import io.keyreel.analytics.Reports;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.ui.base.Switch;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the work goes: boards of figures, each with its table, its file and what lies behind it. */
@Route(Routes.ANALYTICS)
@PermitAll
final class AnalyticsView extends ProjectPage {
  private final Reports reports;
  private final Choices choices;
  private final Headline headline = new Headline();
  private final Div board = new Div();
  private final Map<Drawing, Figure> figures = new LinkedHashMap<>();
  private @Nullable FilterBar filters;
  private @Nullable Switch turn;
  private @Nullable Registration watching;
  private Board shown = Board.OVERVIEW;

  AnalyticsView(Desk desk, Reports reports, Choices choices) {
    super(desk, "Analytics");
    this.reports = reports;
    this.choices = choices;
    board.addClassName("kr-figures");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    Address address = Address.read(query, reports.today());
    PageHead head = new PageHead("Analytics");
    head.setFacts("Right to the last minute; days are in UTC");
    FilterBar bar = new FilterBar(reports.today(), this::chosen);
    bar.offer(
        choices.people(project.id()).stream().map(Member::user).toList(),
        choices.classes(project.id()),
        choices.stages(project.id()));
    bar.set(address.filter());
    filters = bar;
    add(head, boards(address.board()), bar, headline, board);
    lay(address.board());
    if (watching != null) {
      watching.remove();
    }
    watching = desk().watchFigures(this, project.id(), this::fill);
  }

  /** Figures have news of their own. */
  @Override
  protected void refresh() {}

  private Switch boards(Board selected) {
    String[] titles =
        Arrays.stream(Board.values()).map(board -> board.title).toArray(String[]::new);
    Switch boards =
        new Switch("Board", this::turned, titles[0], Arrays.copyOfRange(titles, 1, titles.length));
    boards.show(selected.title);
    turn = boards;
    return boards;
  }

  private void turned() {
    Switch boards = turn;
    if (boards != null) {
      Arrays.stream(Board.values()).filter(one -> boards.is(one.title)).forEach(this::lay);
      keepAddress();
    }
  }

  private void lay(Board wanted) {
    shown = wanted;
    figures.clear();
    board.removeAll();
    List<String> links =
        List.of(
            "annotate/{taskId}?frame={frame}&track={trackId}",
            "annotate/{taskId}?frame={frame}",
            "annotate/{taskId}",
            Routes.library(project().id()) + "?video={videoId}",
            Routes.analytics(project().id()) + "?board=throughput&person={personId}");
    for (Drawing drawing : wanted.drawings) {
      Figure figure = new Figure(drawing, links);
      figures.put(drawing, figure);
      board.add(figure);
    }
    fill();
  }

  private void chosen() {
    fill();
    keepAddress();
  }

  private void fill() {
    FilterBar bar = filters;
    if (bar == null) {
      return;
    }
    Filter filter = bar.get();
    bar.showCosts(shown == Board.ASSIST);
    String query = new Address(shown, filter).query();
    headline.show(name -> reports.read(name, project().id(), filter, desk().me()), shown);
    figures.forEach((drawing, figure) ->
        figure.show(
            reports.read(drawing.report(), project().id(), filter, desk().me()),
            "/api/v1/projects/%s/analytics/%s?format=csv&%s"
                .formatted(project().id(), drawing.report(), query)));
  }

  private void keepAddress() {
    if (filters != null) {
      String query = new Address(shown, filters.get()).query();
      UI.getCurrent()
          .getPage()
          .getHistory()
          .replaceState(null, Routes.analytics(project().id()) + "?" + query);
    }
  }
}
