package io.keyreel.media;

/** How far a video has come. */
public enum VideoState {
  UPLOADING,
  INGESTING,
  READY,
  /** It cannot be used; {@link Video#reason()} says why. */
  REJECTED
}
