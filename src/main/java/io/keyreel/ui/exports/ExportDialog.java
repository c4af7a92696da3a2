package io.keyreel.ui.exports;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.keyreel.exchange.ExportRequest;
import io.keyreel.exchange.Exports;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import java.util.UUID;

/** Which labels, in which format, with or without the pictures. */
final class ExportDialog extends Dialog {
  private final UUID project;
  private final Exports exports;
  private final Desk desk;
  private final Runnable changed;
  private final RadioButtonGroup<Format> format = new RadioButtonGroup<>("Format");
  private final RadioButtonGroup<String> scope = new RadioButtonGroup<>("Labels");
  private final Checkbox images = new Checkbox("Put the frames in, too (large)");

  ExportDialog(UUID project, Exports exports, Desk desk, Runnable changed) {
    this.project = project;
    this.exports = exports;
    this.desk = desk;
    this.changed = changed;
    setHeaderTitle("New export");
    setWidth("560px");
    setMinHeight("480px");
    format.setItems(Format.values());
    format.setRenderer(new ComponentRenderer<>(ExportDialog::line));
    format.addClassName("kr-vertical");
    format.setValue(Format.COCO);
    scope.setItems("approved", "all");
    scope.setItemLabelGenerator(
        value -> value.equals("approved") ? "Approved tasks only" : "All, as they are now");
    scope.setValue("approved");
    scope.addClassName("kr-vertical");
    Div form = new Div(format, scope, images);
    form.addClassName("kr-form");
    add(form);
    getFooter()
        .add(
            Buttons.quiet("Cancel", event -> close()),
            Buttons.primary("Export", event -> create()));
  }

  private static Div line(Format format) {
    Span name = new Span(format.label());
    name.addClassName("kr-strong");
    Span use = new Span(format.use());
    use.addClassNames("kr-muted", "kr-small");
    Div line = new Div(name, use);
    line.addClassNames("kr-stack", "kr-tight");
    return line;
  }

  private void create() {
    exports.create(
        project,
        new ExportRequest(format.getValue().code(), images.getValue(), scope.getValue()),
        desk.me());
    close();
    Notices.done("The export is queued; it shows up in the list.");
    changed.run();
  }
}
