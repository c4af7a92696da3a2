package io.keyreel.ui.exports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.keyreel.exchange.Export;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One export: what it holds, how far it is, what its format could not carry. */
final class ExportRow extends Div {
  ExportRow(Export export, String author, Desk desk, @Nullable Runnable stop) {
    addClassNames("kr-card", "kr-export");
    Div tile = new Div(Icons.EXPORT.make());
    tile.addClassName("kr-tile");
    Span name = new Span(Format.labelOf(export.format()) + number(export));
    name.addClassName("kr-strong");
    Span about = new Span(about(export, author, desk));
    about.addClassNames("kr-muted", "kr-small");
    Div words = new Div(name, about);
    words.addClassNames("kr-stack", "kr-grow", "kr-tight");
    Div top = new Div(tile, words);
    top.addClassName("kr-card-top");
    top.add(end(export, stop));
    add(top);
    if (!export.losses().isEmpty()) {
      add(losses(export));
    }
  }

  private static String number(Export export) {
    return export.snapshot() == null ? "" : " · snapshot " + export.snapshot();
  }

  private static String about(Export export, String author, Desk desk) {
    List<String> parts = new ArrayList<>();
    parts.add(
        export.scope().toLowerCase(Locale.ROOT).equals("all") ? "all labels" : "approved labels");
    parts.add(export.images() ? "with frames" : "labels only");
    Long size = export.sizeBytes();
    if (size != null) {
      parts.add(Formats.size(size));
    }
    Instant at = Objects.requireNonNullElse(export.finishedAt(), export.createdAt());
    parts.add("by " + author + " " + desk.ago(at));
    return String.join(" · ", parts);
  }

  private static Component end(Export export, @Nullable Runnable stop) {
    return switch (export.state()) {
      case "DONE" -> download(export);
      case "FAILED" -> sentence(Objects.requireNonNullElse(export.error(), "It failed."), "kr-low");
      case "CANCELLED" -> sentence("Cancelled", "kr-muted");
      default -> running(export, stop);
    };
  }

  private static Component download(Export export) {
    Anchor link = new Anchor("/api/v1/exports/" + export.id() + "/file", "");
    link.add(Icons.EXPORT.make(), new Span("Download"));
    link.addClassName("kr-button");
    link.getElement()
        .setAttribute("download", true)
        .setAttribute("router-ignore", true)
        .setAttribute("aria-label", "Download " + Format.labelOf(export.format()) + number(export));
    return link;
  }

  private static Component sentence(String text, String tone) {
    Span span = new Span(text);
    span.addClassName(tone);
    return span;
  }

  private static Component running(Export export, @Nullable Runnable stop) {
    ProgressBar bar = new ProgressBar(0, 1, Math.clamp(export.progress(), 0, 1));
    bar.setIndeterminate(export.state().equals("QUEUED"));
    bar.setWidth("200px");
    bar.getElement().setAttribute("aria-label", "Making the " + Format.labelOf(export.format()));
    Span text = new Span(Formats.percent(export.progress()));
    text.addClassNames("kr-num", "kr-muted");
    Div row = new Div(bar, text);
    row.addClassName("kr-row");
    if (stop != null) {
      row.add(Buttons.icon(Icons.CLOSE, "Cancel the export", event -> stop.run()));
    }
    return row;
  }

  private static Component losses(Export export) {
    UnorderedList list = new UnorderedList();
    export.losses().forEach(loss -> list.add(new ListItem(loss)));
    return new Details("What this format could not carry (" + export.losses().size() + ")", list);
  }
}
