package dev.segmentation.support;

import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test class its own database.
 */
class DatabaseExtension implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == TestDatabase.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return databases(context).computeIfAbsent(context.getRequiredTestClass(), (type) -> TestDatabases.create(),
				TestDatabase.class);
	}

	/**
	 * Returns the database that the test class received.
	 */
	static Optional<TestDatabase> find(ExtensionContext context) {
		return Optional.ofNullable(databases(context).get(context.getRequiredTestClass(), TestDatabase.class));
	}

	private static ExtensionContext.Store databases(ExtensionContext context) {
		return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
	}

}
