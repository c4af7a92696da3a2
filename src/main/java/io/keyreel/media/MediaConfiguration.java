package io.keyreel.media;

import io.keyreel.media.decode.DecodeLimits;
import io.keyreel.media.decode.Decoder;
import io.keyreel.media.storage.ObjectStore;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {
  /** Unpacked at its first use: a node that only serves pages needs none. */
  @Bean
  @Lazy
  Decoder decoder(@Value("${keyreel.data}") Path data) {
    return new Decoder(data.resolve("native"), DecodeLimits.standard());
  }

  @Bean(destroyMethod = "close")
  Ingest ingest(
      ObjectStore store, ObjectProvider<Decoder> decoder, @Value("${keyreel.data}") Path data) {
    return new Ingest(store, decoder::getObject, data.resolve("work"));
  }
}
