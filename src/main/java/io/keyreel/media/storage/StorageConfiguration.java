package io.keyreel.media.storage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  @Bean
  StoreSettings storeSettings(
      @Value("${keyreel.store.endpoint}") String endpoint,
      @Value("${keyreel.store.access-key}") String accessKey,
      @Value("${keyreel.store.secret-key}") String secretKey,
      @Value("${keyreel.store.bucket}") String bucket,
      @Value("${keyreel.store.region}") String region) {
    return new StoreSettings(endpoint, accessKey, secretKey, bucket, region);
  }

  @Bean(destroyMethod = "close")
  ObjectStore objectStore(StoreSettings settings) {
    ObjectStore store = ObjectStore.connect(settings);
    store.requireBucket();
    return store;
  }
}
