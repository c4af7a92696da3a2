package io.keyreel.assist;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.EditGuard;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Lets everybody edit. */
@Primary
@TestComponent
class OpenGuard implements EditGuard {
  @Override
  public void check(UUID labelSet, User by, UUID task, FrameRange touched) {}
}
