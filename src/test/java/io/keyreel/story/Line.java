package io.keyreel.story;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What lies between a browser and the server. */
final class Line {
  private static final int BYTES_A_SECOND = 4_000_000;

  private final CDPSession session;

  Line(Page page) {
    session = page.context().newCDPSession(page);
    session.send("Network.enable");
  }

  /** So slow on the way up that there is time to do something meanwhile. */
  void slow() {
    set(false);
  }

  void cut() {
    set(true);
  }

  void mend() {
    set(false);
  }

  private void set(boolean offline) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", offline);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", -1);
    conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
    session.send("Network.emulateNetworkConditions", conditions);
  }
}
