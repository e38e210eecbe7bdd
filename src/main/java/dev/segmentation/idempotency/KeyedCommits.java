package dev.segmentation.idempotency;

import dev.segmentation.shared.RequestChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Records with each change of a keyed request that the change was committed.
 */
@Component
class KeyedCommits implements TransactionExecutionListener {

	private final ThreadLocal<@Nullable RequestKey> current = new ThreadLocal<>();

	/** The data source is made after the listeners of its transactions. */
	private final ObjectProvider<IdempotencyKeyRepository> keys;

	KeyedCommits(ObjectProvider<IdempotencyKeyRepository> keys) {
		this.keys = keys;
	}

	void begin(RequestKey key) {
		this.current.set(key);
		RequestChanges.watch(true);
	}

	void end() {
		this.current.remove();
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		if (transaction.isReadOnly() || RequestChanges.UNRELATED.equals(transaction.getTransactionName())) {
			return;
		}
		RequestKey key = this.current.get();
		if (key == null || this.keys.getObject().recordCommit(key)) {
			RequestChanges.note();
		}
	}

}
