package io.keyreel.assist.models;

/** Looks into an ONNX file and runs it once. */
@FunctionalInterface
public interface NetworkCheck {
  /**
   * @param what names the network in messages
   * @throws io.keyreel.kernel.UserError.Invalid when the file is no network, has other tensors than
   *     the card says, cannot be run, or gives anything but finite numbers of the promised shape
   */
  void check(String what, byte[] file, ModelCard.Network network);
}
