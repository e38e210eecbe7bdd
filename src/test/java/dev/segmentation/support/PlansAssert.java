package dev.segmentation.support;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Assertions about query plans.
 */
public final class PlansAssert {

	/** The tables that grow without limit. The default partition stays empty. */
	private static final Pattern WHOLE_TABLE = Pattern
		.compile("Seq Scan on (users|memberships|operations_2\\w*|acts|act_changes)\\b");

	private final List<String> plans;

	private PlansAssert(List<String> plans) {
		this.plans = plans;
	}

	/**
	 * Starts assertions about plans. There must be at least one plan.
	 */
	public static PlansAssert assertPlans(List<String> plans) {
		assertThat(plans).isNotEmpty();
		return new PlansAssert(plans);
	}

	/**
	 * Asserts that no statement scans a large table.
	 */
	public PlansAssert readNoTableWhole() {
		assertThat(this.plans).noneMatch((plan) -> WHOLE_TABLE.matcher(plan).find());
		return this;
	}

	/**
	 * Asserts that every statement that reads a table uses one of these indexes.
	 * @param indexes the names of the allowed indexes, or the common part of the names in
	 * all partitions
	 */
	public PlansAssert use(String table, String... indexes) {
		List<String> reading = this.plans.stream()
			.filter((plan) -> Pattern.compile("Scan.* on " + table).matcher(plan).find())
			.toList();
		assertThat(reading).isNotEmpty().allMatch((plan) -> Stream.of(indexes).anyMatch(plan::contains));
		return this;
	}

	/**
	 * Asserts that no statement sorts all rows. An incremental sort of rows from an index
	 * is allowed.
	 */
	public PlansAssert sortNothing() {
		assertThat(this.plans).noneMatch((plan) -> plan.contains("->  Sort  ("));
		return this;
	}

}
