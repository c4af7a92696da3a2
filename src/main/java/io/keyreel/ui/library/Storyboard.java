package io.keyreel.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.UUID;

/** A recording's picture; the pointer runs through the recording. */
@Tag("keyreel-storyboard")
@JsModule("./ui/keyreel-storyboard.ts")
final class Storyboard extends Component implements HasStyle {
  Storyboard(UUID video) {
    getElement().setProperty("video", video.toString());
  }
}
