package dev.segmentation.config.database;

import liquibase.GlobalConfiguration;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes of the lock that a killed start has left behind in the middle of its
 * migration. What that start had not committed is undone by the server.
 */
@Configuration(proxyBeanMethods = false)
class MigrationLockConfiguration {

	private static final int LONGEST_WAIT_IN_MINUTES = 1;

	/** Liquibase prints a line each time. */
	private static final int SECONDS_BETWEEN_LOOKS = 5;

	@Bean
	Customizer<Liquibase> migrationLock(ObjectProvider<EmbeddedDatabase> embedded) {
		boolean onlyUser = embedded.getIfAvailable() != null;
		return (liquibase) -> {
			if (onlyUser) {
				release(liquibase);
			}
			else {
				limitWait(LockServiceFactory.getInstance().getLockService(liquibase.getDatabase()));
			}
		};
	}

	/** We hold the folder's lock, so nobody else can be migrating. */
	private static void release(Liquibase liquibase) {
		try {
			liquibase.forceReleaseLocks();
		}
		catch (LiquibaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Another instance may be migrating: its turn first, but not for ever. Liquibase's
	 * own settings win.
	 */
	private static void limitWait(LockService locks) {
		if (GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentConfiguredValue().wasDefaultValueUsed()) {
			locks.setChangeLogLockWaitTime(LONGEST_WAIT_IN_MINUTES);
		}
		if (GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getCurrentConfiguredValue().wasDefaultValueUsed()) {
			locks.setChangeLogLockRecheckTime(SECONDS_BETWEEN_LOOKS);
		}
	}

}
