package io.keyreel.ui.analytics;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.keyreel.analytics.Report;
import io.keyreel.ui.base.Routes;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A report as a chart and as a table. */
@Tag("keyreel-figure")
@JsModule("./analytics/keyreel-figure.ts")
@NpmPackage(value = "echarts", version = "6.1.0")
final class Figure extends Component {
  private static final JsonMapper JSON = JsonMapper.shared();

  Figure(Drawing drawing, List<String> links) {
    getElement().getClassList().set("kr-figure-wide", drawing.wide());
    getElement().setProperty("empty", drawing.empty());
    getElement().setPropertyJson("links", JSON.valueToTree(links));
    if (drawing.chart() != null) {
      getElement().setPropertyJson("chart", JSON.valueToTree(drawing.chart()));
    }
    getElement()
        .addEventListener(
            "keyreel-open",
            event -> Routes.open(event.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
  }

  void show(Report report, String csv) {
    getElement().setPropertyJson("report", JSON.valueToTree(report));
    getElement().setProperty("csv", csv);
  }
}
