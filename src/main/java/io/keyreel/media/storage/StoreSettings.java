package io.keyreel.media.storage;

/** Where the store is and how to get in. */
public record StoreSettings(
    String endpoint, String accessKey, String secretKey, String bucket, String region) {
  @Override
  public String toString() {
    return "bucket " + bucket + " at " + endpoint;
  }
}
