package dev.segmentation.support;

import dev.segmentation.account.AccountProperties;
import dev.segmentation.account.password.PasswordHashes;
import dev.segmentation.config.database.BackgroundPool;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Puts the application of HTTP tests on test databases.
 */
@TestConfiguration(proxyBeanMethods = false)
class HttpTestConfiguration {

	/** Tests that start a process use the application's own. */
	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder(AccountProperties properties) {
		return PasswordHashes.all(TestAccount.QUICK_HASHES, properties.hashSalt());
	}

	@Bean
	SwitchableDataSource dataSource() {
		return new SwitchableDataSource(TestDatabases.create());
	}

	@Bean
	FillableDisk fillableDisk() {
		return new FillableDisk();
	}

	/** Puts background work on the test's database too. */
	@Bean
	static BeanPostProcessor backgroundOnTestDatabase(ObjectProvider<SwitchableDataSource> dataSource) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof BackgroundPool) ? new BackgroundPool(dataSource.getObject().background())
						: bean;
			}

		};
	}

	@Bean
	@Scope("prototype")
	TestDatabase testDatabase(SwitchableDataSource dataSource) {
		return dataSource.database();
	}

	@Bean
	@Lazy
	@Scope("prototype")
	Api api(Environment environment) {
		return new Api("http://localhost:" + environment.getRequiredProperty("local.server.port"));
	}

	@Bean
	SignedIn signedIn(ObjectProvider<Api> api) {
		return new SignedIn(api);
	}

	/** A field of this name has the browser of the editor. */
	@Bean
	@Lazy
	@Scope("prototype")
	Pages editor(SignedIn signedIn) {
		return signedIn.as(TestAccount.EDITOR);
	}

	/** A field of this name has the browser of the viewer. */
	@Bean
	@Lazy
	@Scope("prototype")
	Pages viewer(SignedIn signedIn) {
		return signedIn.as(TestAccount.VIEWER);
	}

}
