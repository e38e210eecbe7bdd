package dev.segmentation.config.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Takes the connections of reading methods from the replica, and all other connections
 * from the primary. The proxy around this data source asks for the connection at the
 * first statement, when Spring has already marked the transaction as read-only.
 */
final class ReadRoutingDataSource extends DelegatingDataSource {

	private static final Logger logger = LoggerFactory.getLogger(ReadRoutingDataSource.class);

	private final Supplier<Replica> replica;

	ReadRoutingDataSource(DataSource primary, Supplier<Replica> replica) {
		super(primary);
		this.replica = replica;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			boolean transaction = TransactionSynchronizationManager.isActualTransactionActive();
			try {
				if (mayUseReplica(transaction)) {
					// A read in a transaction cannot be repeated on the primary.
					return transaction ? this.replica.get().validConnection() : this.replica.get().connection();
				}
			}
			catch (SQLException ex) {
				logger.debug("Cannot connect to the replica", ex);
			}
		}
		return super.getConnection();
	}

	/**
	 * A background task may read from the replica only in a transaction, as a report
	 * does, and only what was on the primary when the transaction began.
	 */
	private boolean mayUseReplica(boolean transaction) {
		if (RequestContextHolder.getRequestAttributes() != null) {
			return ReadRoute.isReplica();
		}
		return transaction && this.replica.get().isUsable()
				&& this.replica.get().awaitReplay(WalPosition.inserted(obtainTargetDataSource()));
	}

}
