package io.keyreel.api;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A method and an address that the server answers.
 *
 * @param entry for whom it says it is; absent when it does not say
 */
record EntryPoint(String method, String path, HandlerMethod handler, @Nullable Entry entry) {
  /** All that the running server has, found by reflection. */
  static List<EntryPoint> all(ApplicationContext context) {
    return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(mapped -> of(mapped.getKey(), mapped.getValue()))
        .sorted(Comparator.comparing(EntryPoint::toString))
        .toList();
  }

  private static Stream<EntryPoint> of(RequestMappingInfo info, HandlerMethod handler) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Set<RequestMethod> answered = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    return info.getPatternValues().stream()
        .flatMap(path ->
            answered.stream()
                .map(method ->
                    new EntryPoint(
                        method.name(), path, handler, handler.getMethodAnnotation(Entry.class))));
  }

  boolean ours() {
    return handler.getBeanType().getPackageName().startsWith("io.keyreel");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
