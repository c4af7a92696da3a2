package io.keyreel.assist;

import io.keyreel.assist.models.EngineKind;
import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.assist.onnx.OnnxCheck;
import io.keyreel.assist.segment.RegionSegmenter;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engines that come with the server, and those of added packs. */
@Configuration(proxyBeanMethods = false)
class AssistConfiguration {
  @Bean
  FlowKind flowKind() {
    return new FlowKind();
  }

  @Bean
  RegionSegmenter regionSegmenter() {
    return new RegionSegmenter();
  }

  @Bean
  ModelRegistry modelRegistry(
      ObjectProvider<EngineKind> kinds, @Value("${keyreel.data}") Path data) {
    return new ModelRegistry(kinds.stream().toList(), new OnnxCheck(), data.resolve("models"));
  }
}
