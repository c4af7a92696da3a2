package io.keyreel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.media.decode.Clips;
import io.keyreel.media.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class MediaKeeperTest {
  private static final String TYPE = "application/octet-stream";

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private MediaKeeper keeper;
  @Autowired private Leftovers leftovers;
  @Autowired private Uploads uploads;
  @Autowired private UploadStore rows;
  @Autowired private Videos videos;
  @Autowired private VideoFrames frames;
  @Autowired private ObjectStore store;
  @Autowired private JdbcClient jdbc;

  private User admin;
  private Project project;

  @BeforeEach
  void prepare() {
    TestPeople people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
  }

  @Test
  void uploadThatRestsForAWeekIsGivenUp() {
    Upload old = begun();
    Upload young = begun();
    rest(old, Duration.ofDays(7).plusMinutes(1));
    rest(young, Duration.ofDays(7).minusMinutes(1));
    keeper.tidy();
    assertThatThrownBy(() -> uploads.find(old.id(), admin)).isInstanceOf(UserError.NotFound.class);
    assertThatThrownBy(() -> videos.find(old.video())).isInstanceOf(UserError.NotFound.class);
    assertThat(store.keys(Keys.tails(old.id()))).isEmpty();
    assertThat(uploads.find(young.id(), admin).received()).isEqualTo(1000);
    assertThat(store.keys(Keys.tails(young.id()))).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'upload.expire' and subject = ?")
                .param(old.video().toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void uploadThatGoesOnIsNotGivenUp() {
    Upload upload = begun();
    rest(upload, Duration.ofDays(8));
    uploads.append(upload.id(), 1000, new ByteArrayInputStream(new byte[500]), admin);
    keeper.tidy();
    assertThat(uploads.find(upload.id(), admin).received()).isEqualTo(1500);
    assertThat(uploads.expires(uploads.find(upload.id(), admin)))
        .isAfter(Instant.now().plus(Duration.ofDays(6)));
  }

  private Upload begun() {
    Upload upload = uploads.begin(project.id(), "walk.mp4", 5000, admin);
    return uploads.append(upload.id(), 0, new ByteArrayInputStream(new byte[1000]), admin);
  }

  private void rest(Upload upload, Duration rest) {
    jdbc.sql("update uploads set active_at = now() - make_interval(secs => ?) where id = ?")
        .params(rest.toSeconds(), upload.id())
        .update();
  }

  @Test
  void bytesThatNothingClaimsAreRemovedAfterTheirGrace() throws IOException {
    Path file = new Clips(folder).make("kept.mp4", "testsrc2=s=96x64:r=25:d=2", "-c:v", "mpeg4");
    Video kept = new TestVideos(context).ingest(file, project, admin);
    UUID stranger = Ids.next();
    String pack = Keys.pack(stranger, Tier.FULL, 0);
    String tail = Keys.tail(Ids.next(), 0, 5);
    store.put(pack, new byte[] {1}, TYPE);
    store.put(Keys.original(stranger), new byte[] {1}, TYPE);
    store.put(tail, new byte[] {1}, TYPE);
    String parts = store.beginParts(Keys.original(Ids.next()), TYPE);
    Upload open = begun();

    leftovers.sweep(Instant.now().minus(Duration.ofHours(1)));
    assertThat(store.stat(pack)).isPresent();

    leftovers.sweep(Instant.now().plus(Duration.ofMinutes(1)));
    assertThat(store.stat(pack)).isEmpty();
    assertThat(store.stat(Keys.original(stranger))).isEmpty();
    assertThat(store.stat(tail)).isEmpty();
    assertThat(store.openParts("originals/"))
        .extracting(io.keyreel.media.storage.OpenParts::collection)
        .doesNotContain(parts);
    assertThat(frames.open(kept.id()).frame(49).width()).isEqualTo(96);
    assertThat(store.stat(Keys.original(kept.id()))).isPresent();
    assertThat(store.stat(Keys.storyboard(kept.id()))).isPresent();
    assertThat(rows.find(open.id())).isPresent();
    assertThat(store.keys(Keys.tails(open.id()))).hasSize(1);
    uploads.append(open.id(), 1000, new ByteArrayInputStream(new byte[4000]), admin);
    assertThat(uploads.find(open.id(), admin).finished()).isTrue();
  }

  @Test
  void framesOfARejectedVideoAreRemovedAndItsOriginalStays() throws IOException {
    Path file = new Clips(folder).make("no.mp4", "testsrc2=s=96x64:r=25:d=1", "-c:v", "mpeg4");
    Video video = new TestVideos(context).ingest(file, project, admin);
    jdbc.sql("update videos set state = 'REJECTED' where id = ?").param(video.id()).update();
    leftovers.sweep(Instant.now().plus(Duration.ofMinutes(1)));
    assertThat(store.keys(Keys.packs(video.id()))).isEmpty();
    assertThat(store.stat(Keys.original(video.id()))).isPresent();
  }
}
