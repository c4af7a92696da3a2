package io.keyreel.exchange;

import java.io.IOException;

/** Writes a snapshot in one format. The same snapshot gives the same bytes. */
interface FormatWriter {
  /**
   * @param images whether the pictures go in too
   */
  void write(ExportSource source, ExportZip zip, boolean images, Losses losses) throws IOException;
}
