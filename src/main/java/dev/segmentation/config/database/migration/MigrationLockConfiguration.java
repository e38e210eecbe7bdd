package dev.segmentation.config.database.migration;

import dev.segmentation.config.BoundSettings;
import dev.segmentation.config.database.embedded.EmbeddedDatabase;
import liquibase.GlobalConfiguration;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Handles Liquibase's lock if an earlier start was killed during its migration. The
 * server has rolled back what that start had not committed.
 */
@Configuration(proxyBeanMethods = false)
public class MigrationLockConfiguration {

	private static final int LONGEST_WAIT_IN_MINUTES = 1;

	/** Liquibase prints a line at each check. */
	private static final int SECONDS_BETWEEN_LOOKS = 5;

	@Bean
	Customizer<Liquibase> migrationLock(ListableBeanFactory beans, BoundSettings settings) {
		// A command that uses a running server has a definition, but starts no server.
		boolean embedded = beans.getBeanNamesForType(EmbeddedDatabase.class, true, false).length > 0;
		return (liquibase) -> {
			liquibase.setChangeExecListener(new MigrationListener());
			if (embedded) {
				release(liquibase);
			}
			else {
				waitForOthers(liquibase);
			}
		};
	}

	/**
	 * All programs that use an embedded database take the lock of {@link MigrationTurn}
	 * first, so no other process is migrating.
	 */
	private static void release(Liquibase liquibase) {
		try {
			liquibase.forceReleaseLocks();
		}
		catch (LiquibaseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Another instance may be migrating, so this one waits, but only for a limited time.
	 * Liquibase's own settings have priority.
	 */
	static void waitForOthers(Liquibase liquibase) {
		LockService locks = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
		if (GlobalConfiguration.CHANGELOGLOCK_WAIT_TIME.getCurrentConfiguredValue().wasDefaultValueUsed()) {
			locks.setChangeLogLockWaitTime(LONGEST_WAIT_IN_MINUTES);
		}
		if (GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getCurrentConfiguredValue().wasDefaultValueUsed()) {
			locks.setChangeLogLockRecheckTime(SECONDS_BETWEEN_LOOKS);
		}
	}

}
