package dev.segmentation.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares memberships and history in the database of the test class.
 */
class HistoryAgreesExtension implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		TestDatabase database = DatabaseExtension.find(context)
			.orElseGet(() -> SpringExtension.getApplicationContext(context).getBean(TestDatabase.class));
		assertThat(database.historyMismatches()).isEmpty();
	}

}
