package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyreel.KeyreelTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class DatabaseErrorsTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private ApiErrors errors;

  /** The states as Postgres itself sends them: no room on its disk, and shutting down. */
  @ParameterizedTest
  @CsvSource({"53100, disk is full", "57P01, does not answer"})
  void tellsAFullDiskFromADatabaseThatIsAway(String state, String sentence) {
    DataAccessException e =
        catchThrowableOfType(
            DataAccessException.class,
            () ->
                jdbc.sql(
                        "do $$ begin raise 'could not' using errcode = '%s'; end $$"
                            .formatted(state))
                    .update());
    var answer = errors.databaseAway(e);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.getBody()).asString().contains(sentence);
  }
}
