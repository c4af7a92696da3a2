package io.keyreel.assist;

import io.keyreel.assist.flow.FlowPropagator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engines that come with the server. */
@Configuration(proxyBeanMethods = false)
class AssistConfiguration {
  @Bean
  FlowPropagator flow() {
    return new FlowPropagator();
  }
}
