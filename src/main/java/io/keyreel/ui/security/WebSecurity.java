package io.keyreel.ui.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything that is not the API: views behind the sign-in form, one-time links in front of it. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
  @Bean
  @Order(100)
  SecurityFilterChain web(
      HttpSecurity http, SecurityContextRepository contexts, AuthenticationProvider passwords) {
    return http.securityContext(context -> context.securityContextRepository(contexts))
        .authenticationProvider(passwords)
        .authorizeHttpRequests(requests -> requests.requestMatchers("/enter/**").permitAll())
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.FILES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .with(vaadin(), views -> views.loginView("/login").anyRequest(AuthorizedUrl::authenticated))
        .build();
  }
}
