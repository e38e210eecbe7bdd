package dev.segmentation.config.database.replica;

import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Sends reads to the replica, if the settings name one. Methods that are not marked as
 * read-only stay on the primary: migrations, jobs, sessions, sign-ins.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!environment.getProperty('segmentation.replica.url', '').isBlank()")
class ReplicaConfiguration {

	/**
	 * Milliseconds until a read gives up waiting for the replica and uses the primary.
	 */
	private static final int LONGEST_WAIT = 500;

	private static final String SECONDS_TO_CONNECT = "2";

	@Bean
	Replica replica(ReplicaProperties properties, @Value("${spring.datasource.hikari.maximum-pool-size}") int size) {
		HikariDataSource pool = new HikariDataSource();
		pool.setPoolName("replica");
		pool.setJdbcUrl(properties.url());
		pool.setUsername(properties.username());
		pool.setPassword(properties.password());
		pool.setMaximumPoolSize(size);
		pool.setConnectionTimeout(LONGEST_WAIT);
		pool.setValidationTimeout(LONGEST_WAIT);
		// The application starts without the replica.
		pool.setInitializationFailTimeout(-1);
		pool.addDataSourceProperty("connectTimeout", SECONDS_TO_CONNECT);
		pool.addDataSourceProperty("tcpKeepAlive", "true");
		return new Replica(pool);
	}

	@Bean(initMethod = "start")
	ReplicaWatch replicaWatch(Replica replica, DataSource primary, ReplicaProperties properties) {
		SingleConnectionDataSource connection = new SingleConnectionDataSource(Objects.requireNonNull(properties.url()),
				true);
		Properties options = new Properties();
		options.setProperty("connectTimeout", SECONDS_TO_CONNECT);
		options.setProperty("socketTimeout", SECONDS_TO_CONNECT);
		connection.setConnectionProperties(options);
		connection.setUsername(properties.username());
		connection.setPassword(properties.password());
		return new ReplicaWatch(replica, connection, primary, properties.maxLag());
	}

	@Bean
	MeterBinder replicaLag(ReplicaWatch watch) {
		return (meters) -> TimeGauge
			.builder("segmentation.replica.lag", watch, TimeUnit.MILLISECONDS, (lagging) -> lagging.lag().toMillis())
			.description("Time by which the replica is behind the primary")
			.register(meters);
	}

	@Bean
	ReplicaRequests replicaRequests(Replica replica, DataSource primary, ReplicaProperties properties) {
		return new ReplicaRequests(replica, primary, properties.maxLag());
	}

	/** Wraps the data source of Boot and that of the embedded database alike. */
	@Bean
	static BeanPostProcessor readRouting(ObjectProvider<Replica> replica) {
		return new BeanPostProcessor() {

			@Override
			public @Nullable Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof DataSource primary)
						? new LazyConnectionDataSourceProxy(new ReadRoutingDataSource(primary, replica::getObject))
						: bean;
			}

		};
	}

	/** Around the transaction, so that the second attempt gets a new connection. */
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor primaryRetry() {
		PrimaryRetry retry = new PrimaryRetry();
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(retry, retry);
		advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return advisor;
	}

}
