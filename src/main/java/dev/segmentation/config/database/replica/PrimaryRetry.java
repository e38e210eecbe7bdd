package dev.segmentation.config.database.replica;

import java.lang.reflect.Method;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a method on the primary when it failed on the replica: the replica was stopped,
 * cancelled the query, or does not have the requested row yet. Only methods marked with
 * {@link dev.segmentation.shared.database.ReadOnly} are repeated.
 */
final class PrimaryRetry extends StaticMethodMatcherPointcut implements MethodInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(PrimaryRetry.class);

	private final AnnotationTransactionAttributeSource transactions = new AnnotationTransactionAttributeSource(false);

	@Override
	public boolean matches(Method method, Class<?> type) {
		TransactionAttribute transaction = this.transactions.getTransactionAttribute(method, type);
		return transaction != null && transaction.isReadOnly()
				&& transaction.getPropagationBehavior() == TransactionDefinition.PROPAGATION_SUPPORTS;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation read) throws Throwable {
		boolean nested = TransactionSynchronizationManager.isSynchronizationActive();
		if (nested || !ReadRoute.isReplica()) {
			return read.proceed();
		}
		MethodInvocation repeated = ((ProxyMethodInvocation) read).invocableClone();
		try {
			return read.proceed();
		}
		catch (RuntimeException ex) {
			logger.debug("A read is repeated on the primary", ex);
			ReadRoute.backToPrimary();
			return repeated.proceed();
		}
	}

}
