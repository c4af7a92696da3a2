package io.keyreel.api;

import io.keyreel.access.CurrentUser;
import io.keyreel.access.RequestSignIn;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets past the door of {@code /api}; what they may do there, the services decide. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  static final String SIGN_IN = "/api/v1/sign-in";

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";
  private static final String OWN_PAGES =
      """
      default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
      object-src 'none'; base-uri 'self'; frame-ancestors 'none'\
      """;

  private final SecurityContextRepository contexts;
  private final RequestSignIn signIn;
  private final CurrentUser me;
  private final ApiRefusals refusals;

  ApiSecurity(
      SecurityContextRepository contexts,
      RequestSignIn signIn,
      CurrentUser me,
      ApiRefusals refusals) {
    this.contexts = contexts;
    this.signIn = signIn;
    this.me = me;
    this.refusals = refusals;
  }

  @Bean
  @Order(10)
  SecurityFilterChain api(HttpSecurity http) {
    return door(http.securityMatcher("/api/**"), NOTHING)
        .authorizeHttpRequests(requests ->
            requests
                // What is dispatched again was let in when it came.
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.POST, SIGN_IN)
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  /** The readable description of the API. */
  @Bean
  @Order(20)
  SecurityFilterChain apiPages(HttpSecurity http) {
    return door(http.securityMatcher("/swagger-ui/**", "/swagger-ui.html"), OWN_PAGES)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  /** Health for whoever watches the process; it says up or down and no more. */
  @Bean
  @Order(30)
  SecurityFilterChain health(HttpSecurity http) {
    return door(http.securityMatcher("/actuator/**"), NOTHING)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/actuator/health/**", "/actuator/health")
                .permitAll()
                .anyRequest()
                .denyAll())
        .build();
  }

  private HttpSecurity door(HttpSecurity http, String contentPolicy) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context -> context.securityContextRepository(contexts))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .addFilterBefore(new OutageFilter(refusals), SecurityContextHolderFilter.class)
        .addFilterBefore(new BearerFilter(signIn, refusals), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new ClientHeaderFilter(me, refusals), AnonymousAuthenticationFilter.class)
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, e) -> refusals.notSignedIn(response))
                .accessDeniedHandler((request, response, e) ->
                    refusals.forbidden(response, "This is not open to you.")));
  }
}
