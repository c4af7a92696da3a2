package io.keyreel.ui.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What pages may load and run. The first page of a visit starts from scripts of its own inside
 * itself: they carry a word that is new each time, and no other script inside a page runs.
 */
@Component
final class ContentPolicy implements VaadinServiceInitListener {
  private static final String HEADER = "Content-Security-Policy";
  private static final int NONCE_BYTES = 18;
  // Icons are addresses that begin with data: and are fetched.
  private static final String REST =
      """
      style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; \
      connect-src 'self' data:; \
      worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; \
      frame-ancestors 'none'\
      """;

  /** For whatever is not such a page. */
  static final String FILES = "default-src 'self'; script-src 'self'; " + REST;

  private final SecureRandom random = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::seal);
  }

  // Flow's engine in the browser compiles what the server sends it: hence eval.
  private void seal(IndexHtmlResponse page) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    page.getDocument().select("script").attr("nonce", nonce);
    page.getVaadinResponse()
        .setHeader(
            HEADER,
            "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval'; ".formatted(nonce)
                + REST);
  }
}
