package org.abate.access.login;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StringUtils;

/**
 * One login for Tasklist, Cockpit, Admin, the engine's REST interface, ours and our pages. Nothing answers without it
 * but health and the login page with its looks.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String ENGINE_REST = "/engine-rest/**";

    private static final String CAMUNDA = "/camunda/**";

    /** Scripts, styles and pictures of ours and of our jars only; nobody frames our pages. */
    private static final String OWN_CONTENT_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String NOTHING_TO_RENDER = "default-src 'none'; frame-ancestors 'none'";

    private final IdentityService identity;
    private final Memberships memberships;
    private final SingleSignOn singleSignOn;

    WebSecurity(IdentityService identity, Memberships memberships, SingleSignOn singleSignOn) {
        this.identity = identity;
        this.memberships = memberships;
        this.singleSignOn = singleSignOn;
    }

    /** The engine's REST interface: the session of a page, or HTTP Basic, which needs no token against forgery. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return http.securityMatcher(at(ENGINE_REST))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WebSecurity::triesPasswords)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new MembershipFilter(identity, memberships, true), AuthorizationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(new SignedOutAnswer()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(WebSecurity::hasBasicCredentials))
                .exceptionHandling(signedOut -> signedOut.authenticationEntryPoint(new SignedOutAnswer()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_TO_RENDER)))
                .requestCache(cache -> cache.requestCache(pageVisits()))
                .build();
    }

    /** Tasklist, Cockpit and Admin: forgery and content policy are their own filters' matter, login is ours. */
    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        return http.securityMatcher(at(CAMUNDA))
                .authorizeHttpRequests(requests -> requests.requestMatchers(WebSecurity::triesPasswords)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new MembershipFilter(identity, memberships, false), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(signedOut -> signedOut.authenticationEntryPoint(new SignedOutAnswer()))
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(withDefaults())
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .requestCache(cache -> cache.requestCache(pageVisits()))
                .build();
    }

    /** Our pages and our REST interface: the session, or HTTP Basic. */
    @Bean
    @Order(3)
    SecurityFilterChain ourOwn(HttpSecurity http) throws Exception {
        if (!singleSignOn.providers().isEmpty()) {
            http.oauth2Login(this::withProvider);
        }
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(at("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(at(LoginPage.PATH), at("/webjars/bootstrap/**"), at("/access/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new MembershipFilter(identity, memberships, true), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage(LoginPage.PATH).permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(new SignedOutAnswer()))
                .csrf(csrf ->
                        csrf.ignoringRequestMatchers(WebSecurity::hasBasicCredentials, WebSecurity::isNobodysCall))
                .exceptionHandling(signedOut -> signedOut.authenticationEntryPoint(new SignedOutAnswer()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_CONTENT_ONLY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.logoutSuccessUrl(LoginPage.PATH + "?logout"))
                .requestCache(cache -> cache.requestCache(pageVisits()))
                .build();
    }

    /** OpenID Connect only: what another OAuth2 server calls a name need not be one of ours. */
    private void withProvider(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(LoginPage.PATH)
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .userInfoEndpoint(person -> person.oidcUserService(singleSignOn).userService(request -> {
                    throw new OAuth2AuthenticationException(new OAuth2Error(
                            "no_openid",
                            "Add openid to the scopes of "
                                    + request.getClientRegistration().getRegistrationId(),
                            null));
                }))
                .failureHandler(LoginPage::signOnFailed);
    }

    /** After Spring Security (-100) and before Camunda's own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaLogin() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", CamundaLogin.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(0);
        return registration;
    }

    /** Before Camunda's own filters too: the first writes the nonce into the headers, the last into the page. */
    @Bean
    FilterRegistrationBean<NonceOfTheRequest> nonceOfTheRequest() {
        FilterRegistrationBean<NonceOfTheRequest> registration = new FilterRegistrationBean<>(new NonceOfTheRequest());
        registration.addUrlPatterns("/camunda/app/*");
        registration.setOrder(0);
        return registration;
    }

    private static RequestMatcher at(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static boolean hasBasicCredentials(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getHeader(HttpHeaders.AUTHORIZATION), "Basic");
    }

    /** A call of our REST interface without a session has nothing that could be forged: it is 401, not 403. */
    private static boolean isNobodysCall(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                && request.getSession(false) == null;
    }

    /** Camunda's own ways to try a password or make a first user, besides the one login. */
    private static boolean triesPasswords(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return Stream.of("/identity/verify", "/admin/setup/").anyMatch(path::contains)
                || path.matches(".*/auth/user/[^/]+/login/.*");
    }

    /** Who was sent to the login page comes back to the page they wanted, not to some request of a script. */
    private static RequestCache pageVisits() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SignedOutAnswer::isPageVisit);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
