package io.keyreel.ui.library;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.UUID;

/** Takes files by drop or by choice and sends them in pieces, from the browser to the API. */
@Tag("keyreel-uploads")
@JsModule("./ui/keyreel-uploads.ts")
final class Uploads extends Component {
  void setProject(UUID project) {
    getElement().setProperty("project", project.toString());
  }

  /** The browser opens its file dialog only within a click, so the click is heard there. */
  void openedBy(Component button) {
    button
        .getElement()
        .executeJs("this.addEventListener('click', () => $0.choose())", getElement());
  }
}
