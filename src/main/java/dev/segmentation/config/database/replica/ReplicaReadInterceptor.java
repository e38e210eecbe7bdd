package dev.segmentation.config.database.replica;

import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a reading method's queries to the replica, if the request may be answered by it.
 * A read that fails there for whatever reason (the replica ends, needs the rows' place
 * for something newer, or does not know yet what is asked for) is repeated on the
 * primary.
 */
final class ReplicaReadInterceptor implements MethodInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(ReplicaReadInterceptor.class);

	private final ReadingMethods methods;

	private final Supplier<ReplicaRule> rule;

	ReplicaReadInterceptor(ReadingMethods methods, Supplier<ReplicaRule> rule) {
		this.methods = methods;
		this.rule = rule;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation call) throws Throwable {
		if (Route.isChosen() || TransactionSynchronizationManager.isSynchronizationActive()) {
			return call.proceed();
		}
		if (isRepeatable(call)) {
			return this.rule.get().isMet() ? read((ProxyMethodInvocation) call) : call.proceed();
		}
		return this.rule.get().isMetByLongRead() ? Route.REPLICA_ONCE.within().call(call::proceed) : call.proceed();
	}

	private boolean isRepeatable(MethodInvocation call) {
		Object target = call.getThis();
		return this.methods.isRepeatable(call.getMethod(), (target != null) ? target.getClass() : null);
	}

	private static @Nullable Object read(ProxyMethodInvocation call) throws Throwable {
		MethodInvocation first = call.invocableClone();
		try {
			return Route.REPLICA.within().call(first::proceed);
		}
		catch (RuntimeException ex) {
			logger.debug("A read is repeated on the primary", ex);
			return Route.PRIMARY.within().call(call::proceed);
		}
	}

}
