package io.keyreel;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The server: every room, on Postgres and an S3-compatible store. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class KeyreelApplication {
  /** Ticks in microseconds, as Postgres does: a time read back equals the time that was written. */
  @Bean
  InstantSource clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
