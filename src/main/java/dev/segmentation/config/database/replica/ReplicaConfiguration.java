package dev.segmentation.config.database.replica;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a replica take reads, when one is named. Everything that does not say that it only
 * reads stays on the primary: migrations, jobs, sessions, sign-ins.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ReplicaConfiguration.ReplicaNamed.class)
class ReplicaConfiguration {

	@Bean
	Replica replica(ReplicaProperties properties, ObjectProvider<JdbcConnectionDetails> primary,
			Environment environment) {
		return new Replica(new ReplicaAccess(properties, primary.getIfAvailable())
			.pool(environment.getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class, 10)));
	}

	@Bean
	PrimaryPosition primaryPosition(DataSource dataSource) {
		return new PrimaryPosition(dataSource);
	}

	@Bean(initMethod = "start")
	ReplicaWatch replicaWatch(Replica replica, PrimaryPosition position, ReplicaProperties properties,
			ObjectProvider<JdbcConnectionDetails> primary) {
		return new ReplicaWatch(replica, new ReplicaAccess(properties, primary.getIfAvailable()).connection(), position,
				properties.maxLag());
	}

	@Bean
	ReplicaRule replicaRule(Replica replica, PrimaryPosition position, ReplicaProperties properties) {
		return new ReplicaRule(replica, position, properties.maxLag());
	}

	@Bean
	WebMvcConfigurer replicaRuleOfRequests(ObjectProvider<ReplicaRule> rule) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(rule.getObject());
			}

		};
	}

	/** Whoever made the primary's pool, it stays as it is. */
	@Bean
	static BeanPostProcessor replicaRouting(ObjectProvider<Replica> replica) {
		return new BeanPostProcessor() {

			@Override
			public @Nullable Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof DataSource primary) ? new RoutingDataSource(primary, replica::getObject) : bean;
			}

		};
	}

	/** Around transactions, which take their connection when they begin. */
	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor replicaReads(ObjectProvider<ReplicaRule> rule) {
		ReadingMethods reads = new ReadingMethods();
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(reads,
				new ReplicaReadInterceptor(reads, rule::getObject));
		advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return advisor;
	}

	static class ReplicaNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return StringUtils.hasText(context.getEnvironment().getProperty("segmentation.replica.url"));
		}

	}

}
