package dev.segmentation.support;

import dev.segmentation.shared.ShortMemory;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each test class a new database before its fields are injected.
 */
class FreshDatabaseListener implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void beforeTestClass(TestContext testContext) {
		ApplicationContext application = testContext.getApplicationContext();
		application.getBean(SwitchableDataSource.class).switchTo(TestDatabases.create());
		application.getBeansOfType(ShortMemory.class).values().forEach(ShortMemory::forget);
		application.getBean(SignedIn.class).forget();
		application.getBean(Api.class).forgetTokens();
	}

}
