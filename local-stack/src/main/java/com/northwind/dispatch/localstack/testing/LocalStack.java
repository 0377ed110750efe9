package com.northwind.dispatch.localstack.testing;

import com.northwind.dispatch.localstack.kafka.LocalBroker;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the broker and a database as parameters of their constructor or methods.
///
/// A [LocalBroker] is the one all tests of the JVM share. A [TestDatabase] is the test class's own:
/// every parameter in the class is the same database, dropped after the class.
public final class LocalStack implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LocalStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalBroker.class || type == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == LocalBroker.class) {
      return LocalBroker.shared();
    }
    ExtensionContext testClass = classContextOf(context);
    return testClass
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            testClass.getRequiredTestClass(), key -> TestDatabase.fresh(), TestDatabase.class);
  }

  /// Methods live in a context below their class's; the database outlives the method.
  private static ExtensionContext classContextOf(ExtensionContext context) {
    ExtensionContext current = context;
    while (current.getTestMethod().isPresent() && current.getParent().isPresent()) {
      current = current.getParent().get();
    }
    return current;
  }
}
