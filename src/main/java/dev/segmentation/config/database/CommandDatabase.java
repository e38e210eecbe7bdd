package dev.segmentation.config.database;

import dev.segmentation.config.BoundSettings;
import dev.segmentation.config.database.embedded.CommandServer;
import dev.segmentation.config.database.migration.MigrationLockConfiguration;
import dev.segmentation.config.database.migration.Migrations;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The database of a command: connections, transactions and {@link Migrations}. Nothing
 * starts before a command asks for it. The component scan of the application does not
 * find this class.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
		JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		TransactionAutoConfiguration.class })
@Import({ CommandServer.class, MigrationLockConfiguration.class, Migrations.class, BoundSettings.class })
public class CommandDatabase {

}
