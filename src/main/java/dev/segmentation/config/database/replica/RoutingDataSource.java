package dev.segmentation.config.database.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The primary, and for reads that may go there the replica: as long as it gives a
 * connection.
 */
final class RoutingDataSource extends DelegatingDataSource {

	private static final Logger logger = LoggerFactory.getLogger(RoutingDataSource.class);

	private final Supplier<Replica> replica;

	RoutingDataSource(DataSource primary, Supplier<Replica> replica) {
		super(primary);
		this.replica = replica;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Route route = Route.next();
		if (route == Route.PRIMARY) {
			return super.getConnection();
		}
		try {
			return (route == Route.REPLICA_ONCE) ? this.replica.get().connectSurely() : this.replica.get().connect();
		}
		catch (SQLException ex) {
			logger.debug("The replica gives no connection", ex);
			return super.getConnection();
		}
	}

}
