package io.keyreel.exchange;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions around long reading that must see one moment, and around the write after it. */
@Component
class Moments {
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  Moments(PlatformTransactionManager transactions) {
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.writing = new TransactionTemplate(transactions);
  }

  <T> T reading(Supplier<T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  <T> T writing(Supplier<T> work) {
    return Objects.requireNonNull(writing.execute(status -> work.get()));
  }
}
