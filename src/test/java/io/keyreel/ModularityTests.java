package io.keyreel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Each room uses only the rooms that its package-info allows, and only what they offer. */
class ModularityTests {
  private final ApplicationModules rooms = ApplicationModules.of(KeyreelApplication.class);

  @Test
  void roomsKeepToTheirDoors() {
    assertThat(rooms.detectViolations().getMessages()).isEmpty();
  }

  @Test
  void everyRoomSaysWhatItMayUse() {
    assertThat(rooms.stream())
        .allSatisfy(room ->
            assertThat(
                    room.getIdentifier().toString().equals("kernel")
                        || room.getBasePackage()
                            .findAnnotation(ApplicationModule.class)
                            .isPresent())
                .as(room.getIdentifier().toString())
                .isTrue());
  }
}
