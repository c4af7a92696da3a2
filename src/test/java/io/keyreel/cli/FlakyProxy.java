package io.keyreel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and cuts some connections in the middle. */
final class FlakyProxy implements AutoCloseable {
  private static final int MOST = 400_000;

  private final ServerSocket door = new ServerSocket(0);
  private final int port;
  private final AtomicInteger cutsLeft;

  /**
   * @param port of the server
   * @param cuts how many connections break after they carried some bytes
   */
  FlakyProxy(int port, int cuts) throws IOException {
    this.port = port;
    this.cutsLeft = new AtomicInteger(cuts);
    Thread.ofVirtual().start(this::serve);
  }

  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  int cutsLeft() {
    return cutsLeft.get();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket("127.0.0.1", port);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      int carried = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        carried += read;
        if (carried > MOST && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          return;
        }
      }
    } catch (IOException hungUp) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
