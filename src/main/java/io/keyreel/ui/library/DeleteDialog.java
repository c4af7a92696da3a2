package io.keyreel.ui.library;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.keyreel.media.Video;
import io.keyreel.media.VideoUse;
import io.keyreel.ui.base.Buttons;
import java.util.function.Consumer;

/** Says what goes with a recording, and has its name typed before it goes. */
final class DeleteDialog extends Dialog {
  DeleteDialog(Video video, VideoUse use, Consumer<String> action) {
    setHeaderTitle("Delete “" + video.name() + "”?");
    setWidth("520px");
    Div body = new Div();
    body.addClassName("kr-form");
    body.add(new Span("Its frames are gone for good. " + consequence(use)));
    TextField name = new TextField("Type the recording's name to delete it");
    name.setId("delete-name");
    name.setPlaceholder(video.name());
    name.setWidthFull();
    name.setVisible(use.any());
    name.setAutofocus(use.any());
    name.setValueChangeMode(ValueChangeMode.EAGER);
    body.add(name);
    add(body);
    Button delete =
        Buttons.primary(
            "Delete",
            event -> {
              action.accept(name.getValue());
              close();
            });
    delete.addThemeName("error");
    delete.setId("delete-video");
    delete.setEnabled(!use.any());
    name.addValueChangeListener(
        event -> delete.setEnabled(event.getValue().strip().equals(video.name())));
    getFooter().add(Buttons.quiet("Keep", event -> close()), delete);
  }

  private static String consequence(VideoUse use) {
    return use.any()
        ? "With it go %s, and whoever works on them is sent away. Snapshots and exports made before keep their labels."
            .formatted(use.inWords())
        : "Nobody has worked on it.";
  }
}
