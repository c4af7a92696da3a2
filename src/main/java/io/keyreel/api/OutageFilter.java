package io.keyreel.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the database is away nobody can be told from anybody: says so, and to try again. */
final class OutageFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

  private final ApiRefusals refusals;

  OutageFilter(ApiRefusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException | TransactionException e) {
      if (response.isCommitted()) {
        throw e;
      }
      LOG.warn("The database did not answer: {}", e.getMessage());
      refusals.unavailable(response);
    }
  }
}
