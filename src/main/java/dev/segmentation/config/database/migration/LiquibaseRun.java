package dev.segmentation.config.database.migration;

import javax.sql.DataSource;

import liquibase.Liquibase;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.core.io.DefaultResourceLoader;

/**
 * One piece of work of Liquibase, with the settings that a start of the application uses.
 */
class LiquibaseRun extends SpringLiquibase {

	private final Work work;

	LiquibaseRun(DataSource source, Customizer<Liquibase> lock, Work work) {
		this.work = work;
		setDataSource(source);
		setCustomizer(lock);
		setChangeLog(ChangeLog.FILE);
		setResourceLoader(new DefaultResourceLoader());
		setAnalyticsEnabled(false);
		setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
	}

	@Override
	protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
		this.work.run(liquibase);
	}

	interface Work {

		void run(Liquibase liquibase) throws LiquibaseException;

	}

}
