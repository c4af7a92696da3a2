package io.keyreel.media.storage;

import io.keyreel.kernel.UserError;
import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.Checksum;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadPartArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * One bucket of an S3-compatible store. Every failure is a {@link UserError.Unavailable}, what is
 * not there a {@link UserError.NotFound}. An object appears whole or not at all.
 */
public final class ObjectStore implements AutoCloseable {
  /** The least size of every part of an object but its last. */
  public static final int LEAST_PART_BYTES = 5 << 20;

  private static final long STREAM_PART_BYTES = 16L << 20;
  private static final int CONNECTIONS = 64;

  /** The client's own choice, CRC-32C, is reckoned in Java; this one the processor knows. */
  private static final Checksum.Algorithm CHECKSUM = Checksum.Algorithm.CRC32;

  private final MinioAsyncClient client;
  private final OkHttpClient http;
  private final StoreSettings settings;
  private final StoreFailures failures;

  private ObjectStore(MinioAsyncClient client, OkHttpClient http, StoreSettings settings) {
    this.client = client;
    this.http = http;
    this.settings = settings;
    this.failures = new StoreFailures(settings);
  }

  public static ObjectStore connect(StoreSettings settings) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(CONNECTIONS);
    dispatcher.setMaxRequestsPerHost(CONNECTIONS);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(60))
            .writeTimeout(Duration.ofSeconds(60))
            .build();
    MinioAsyncClient client =
        MinioAsyncClient.builder()
            .endpoint(settings.endpoint())
            .credentials(settings.accessKey(), settings.secretKey())
            .region(settings.region())
            .httpClient(http)
            .build();
    return new ObjectStore(client, http, settings);
  }

  /** Makes the bucket where it is missing. */
  public void requireBucket() {
    String bucket = settings.bucket();
    if (!failures.await(
        client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()), bucket)) {
      failures.await(client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()), bucket);
    }
  }

  public void put(String key, byte[] bytes, String type) {
    PutObjectArgs args =
        PutObjectArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .data(bytes, bytes.length)
            .checksum(CHECKSUM)
            .contentType(type)
            .build();
    failures.await(client.putObject(args), key);
  }

  /**
   * @param length in bytes, or −1 when it is not known
   */
  public void put(String key, InputStream in, long length, String type) {
    PutObjectArgs args =
        PutObjectArgs.builder().bucket(settings.bucket()).object(key).stream(
                in, length, length >= 0 ? -1L : STREAM_PART_BYTES)
            .checksum(CHECKSUM)
            .contentType(type)
            .build();
    failures.await(client.putObject(args), key);
  }

  /** The caller closes the stream. */
  public InputStream get(String key) {
    GetObjectArgs args = GetObjectArgs.builder().bucket(settings.bucket()).object(key).build();
    return failures.await(client.getObject(args), key);
  }

  public byte[] bytes(String key) {
    try (InputStream in = get(key)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw failures.translate(e, key);
    }
  }

  /** The caller closes the stream. */
  public InputStream getRange(String key, long offset, long length) {
    GetObjectArgs args =
        GetObjectArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .offset(offset)
            .length(length)
            .build();
    return failures.await(client.getObject(args), key);
  }

  public byte[] bytesOfRange(String key, long offset, long length) {
    try (InputStream in = getRange(key, offset, length)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw failures.translate(e, key);
    }
  }

  public Optional<StoredObject> stat(String key) {
    try {
      StatObjectArgs args = StatObjectArgs.builder().bucket(settings.bucket()).object(key).build();
      StatObjectResponse answer = failures.await(client.statObject(args), key);
      return Optional.of(new StoredObject(key, answer.size(), answer.etag(), answer.contentType()));
    } catch (UserError.NotFound absent) {
      return Optional.empty();
    }
  }

  /** Does nothing where nothing is. */
  public void delete(String key) {
    RemoveObjectArgs args =
        RemoveObjectArgs.builder().bucket(settings.bucket()).object(key).build();
    try {
      failures.await(client.removeObject(args), key);
    } catch (UserError.NotFound gone) {
      // That is what was wanted.
    }
  }

  /** Deletes all whose keys start so. */
  public void deleteAll(String prefix) {
    keys(prefix).forEach(this::delete);
  }

  /** The keys that start so, in order. */
  public List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    each(prefix, object -> keys.add(object.key()));
    return keys;
  }

  /** All objects whose keys start so, in order; however many, they are never all in memory. */
  public void each(String prefix, Consumer<StoredAge> consumer) {
    ListObjectsArgs args =
        ListObjectsArgs.builder().bucket(settings.bucket()).prefix(prefix).recursive(true).build();
    try {
      for (Result<Item> result : client.listObjects(args)) {
        Item item = result.get();
        consumer.accept(new StoredAge(item.objectName(), item.lastModified().toInstant()));
      }
    } catch (MinioException e) {
      throw failures.translate(e, prefix);
    }
  }

  /** Objects that were begun in parts and are not complete, at most a thousand of them. */
  public List<OpenParts> openParts(String prefix) {
    ListMultipartUploadsArgs args =
        ListMultipartUploadsArgs.builder().bucket(settings.bucket()).prefix(prefix).build();
    return failures.await(client.listMultipartUploads(args), prefix).result().uploads().stream()
        .map(
            open -> new OpenParts(open.objectName(), open.uploadId(), open.initiated().toInstant()))
        .toList();
  }

  /** Begins an object that comes in parts; answers the word under which they are collected. */
  public String beginParts(String key, String type) {
    CreateMultipartUploadArgs args =
        CreateMultipartUploadArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .headers(new Http.Headers(Http.Headers.CONTENT_TYPE, type))
            .build();
    return failures.await(client.createMultipartUpload(args), key).result().uploadId();
  }

  /** Stores a part durably; a part of the same number is replaced. */
  public StoredPart putPart(String key, String collection, int number, byte[] bytes, int length) {
    UploadPartArgs args =
        UploadPartArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .uploadId(collection)
            .partNumber(number)
            .data(bytes, length)
            .build();
    Part part = failures.await(client.uploadPart(args), key).part();
    return new StoredPart(number, part.etag(), length);
  }

  /** Makes the object of its parts. */
  public void completeParts(String key, String collection, List<StoredPart> parts) {
    CompleteMultipartUploadArgs args =
        CompleteMultipartUploadArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .uploadId(collection)
            .parts(
                parts.stream()
                    .map(part -> new Part(part.number(), part.etag()))
                    .toArray(Part[]::new))
            .build();
    failures.await(client.completeMultipartUpload(args), key);
  }

  /** Throws the parts away; does nothing where there are none. */
  public void abortParts(String key, String collection) {
    AbortMultipartUploadArgs args =
        AbortMultipartUploadArgs.builder()
            .bucket(settings.bucket())
            .object(key)
            .uploadId(collection)
            .build();
    try {
      failures.await(client.abortMultipartUpload(args), key);
    } catch (UserError.NotFound gone) {
      // That is what was wanted.
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
