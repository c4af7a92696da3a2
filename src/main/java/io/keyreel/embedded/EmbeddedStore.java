package io.keyreel.embedded;

import io.keyreel.kernel.UserError;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.Credentials;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 endpoint on 127.0.0.1 over a folder, with credentials of its own. */
public final class EmbeddedStore implements AutoCloseable {
  public static final String BUCKET = "keyreel";
  public static final String REGION = "us-east-1";

  private final S3Proxy proxy;
  private final int port;
  private final Credentials credentials;

  private EmbeddedStore(S3Proxy proxy, int port, Credentials credentials) {
    this.proxy = proxy;
    this.port = port;
    this.credentials = credentials;
  }

  public static EmbeddedStore start(DataFolder folder) {
    try {
      Path root = folder.path().resolve("store");
      Files.createDirectories(root.resolve(BUCKET));
      Credentials credentials =
          new Credentials(folder.secret("store.access"), folder.secret("store.secret"));
      int port = folder.port("store.port");
      S3Proxy proxy = build(root, port, credentials);
      proxy.start();
      return new EmbeddedStore(proxy, port, credentials);
    } catch (Exception e) {
      throw new UserError.Unavailable(
          "The built-in object store in %s did not start: %s; check that the folder is yours to write to."
              .formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  private static S3Proxy build(Path root, int port, Credentials credentials) {
    BlobStore files = new FilesystemNio2BlobStore(root.toString());
    S3Proxy proxy =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, credentials.identity(), credentials.credential())
            .blobStore(files)
            .build();
    proxy.setBlobStoreLocator((identity, bucket, key) ->
        credentials.identity().equals(identity)
            ? new AccessGrant(credentials.credential(), files)
            : null);
    return proxy;
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  public String accessKey() {
    return credentials.identity();
  }

  public String secretKey() {
    return credentials.credential();
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the built-in object store did not stop", e);
    }
  }
}
