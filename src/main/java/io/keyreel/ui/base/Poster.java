package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Image;
import java.util.UUID;

/** A recording's picture, small. */
public final class Poster extends Image {
  public Poster(UUID video) {
    super("/api/v1/videos/" + video + "/poster.jpg", "");
    addClassName("kr-poster-small");
    getElement().setAttribute("loading", "lazy");
  }
}
