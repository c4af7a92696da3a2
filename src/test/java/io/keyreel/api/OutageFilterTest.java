package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

class OutageFilterTest {
  @Test
  void asksToTryAgainWhileTheDatabaseIsAway() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new OutageFilter(new ApiRefusals(JsonMapper.shared()))
        .doFilter(
            new MockHttpServletRequest("GET", "/api/v1/me"),
            response,
            (request, answer) -> {
              throw new CannotCreateTransactionException("connection refused");
            });
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString()).contains("\"unavailable\"", "retry");
  }
}
