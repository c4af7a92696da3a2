package io.keyreel.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.keyreel.media.Video;
import java.util.List;

/** A few frames of a span with the mask over them. */
@Tag("keyreel-filmstrip")
@JsModule("./ui/keyreel-filmstrip.ts")
final class Filmstrip extends Component {
  Filmstrip(Video video, List<Picture.Still> stills) {
    getElement().setProperty("video", video.id().toString());
    getElement().setProperty("width", video.width());
    getElement().setProperty("height", video.height());
    getElement().setPropertyJson("frames", ShapeJson.list(stills));
  }
}
