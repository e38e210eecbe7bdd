package dev.segmentation.config.database.replica;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * The methods that say that they only read.
 */
final class ReadingMethods extends StaticMethodMatcherPointcut {

	private final AnnotationTransactionAttributeSource transactions = new AnnotationTransactionAttributeSource(false);

	@Override
	public boolean matches(Method method, Class<?> type) {
		TransactionAttribute transaction = this.transactions.getTransactionAttribute(method, type);
		return transaction != null && transaction.isReadOnly();
	}

	/**
	 * Whether such a method can be called again when it has failed: what needs a
	 * transaction may have handed something over already.
	 */
	boolean isRepeatable(Method method, @Nullable Class<?> type) {
		TransactionAttribute transaction = this.transactions.getTransactionAttribute(method, type);
		return transaction != null && transaction.getPropagationBehavior() == Propagation.SUPPORTS.value();
	}

}
