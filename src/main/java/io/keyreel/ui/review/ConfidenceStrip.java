package io.keyreel.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Confidence over the frames of a span and beside it. */
@Tag("keyreel-confidence")
@JsModule("./ui/keyreel-confidence.ts")
final class ConfidenceStrip extends Component {
  ConfidenceStrip(Picture picture, int from, int to) {
    getElement().setProperty("first", picture.first());
    getElement().setProperty("from", from);
    getElement().setProperty("to", to);
    getElement().setProperty("threshold", picture.threshold());
    getElement().setPropertyJson("values", ShapeJson.list(picture.values()));
  }
}
