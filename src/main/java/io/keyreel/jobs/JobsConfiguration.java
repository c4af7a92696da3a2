package io.keyreel.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
  @Bean
  JobStore jobStore(JdbcClient jdbc) {
    return new JobStore(jdbc);
  }

  @Bean
  Broadcast broadcast(JdbcClient jdbc, DataSource database) {
    return new Broadcast(new BroadcastStore(jdbc, database));
  }

  @Bean
  JobNews jobNews(Broadcast broadcast, JsonMapper json) {
    return new JobNews(broadcast, json);
  }

  @Bean
  JobQueue jobQueue(JobStore store, JobNews news, DataSource database, InstantSource clock) {
    SchedulerClient joiningTransactions =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database)).build();
    return new JobQueue(store, news, joiningTransactions, clock);
  }

  /** Handlers are asked for at the start only: they need services which need the queue. */
  @Bean
  @ConditionalOnExpression("'${keyreel.role}' != 'web'")
  JobWorker jobWorker(
      DataSource database,
      JobStore store,
      JobNews news,
      InstantSource clock,
      Broadcast broadcast,
      ObjectProvider<JobHandler> handlers,
      @Value("${keyreel.jobs.threads}") int threads) {
    return new JobWorker(
        database,
        () -> handlers.stream().map(handler -> new JobTask(store, news, clock, handler)).toList(),
        broadcast,
        clock,
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors() + 1);
  }
}
