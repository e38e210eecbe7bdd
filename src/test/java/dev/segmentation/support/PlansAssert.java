package dev.segmentation.support;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What plans must and must not do.
 */
public final class PlansAssert {

	/** The tables that grow without end; the partition for lost dates stays empty. */
	private static final Pattern WHOLE_TABLE = Pattern
		.compile("Seq Scan on (users|memberships|operations_2\\w*|acts|act_changes)\\b");

	private final List<String> plans;

	private PlansAssert(List<String> plans) {
		this.plans = plans;
	}

	/**
	 * About plans, of which there must be some.
	 */
	public static PlansAssert assertPlans(List<String> plans) {
		assertThat(plans).isNotEmpty();
		return new PlansAssert(plans);
	}

	/**
	 * No statement reads a large table from end to end.
	 */
	public PlansAssert readNoTableWhole() {
		assertThat(this.plans).noneMatch((plan) -> WHOLE_TABLE.matcher(plan).find());
		return this;
	}

	/**
	 * Every statement that reads a table does so by one of its indexes.
	 * @param indexes the names, any of which is as good, or the part of them that all
	 * partitions' have in common
	 */
	public PlansAssert use(String table, String... indexes) {
		List<String> reading = this.plans.stream()
			.filter((plan) -> Pattern.compile("Scan.* on " + table).matcher(plan).find())
			.toList();
		assertThat(reading).isNotEmpty().allMatch((plan) -> Stream.of(indexes).anyMatch(plan::contains));
		return this;
	}

	/**
	 * No statement sorts; what comes out in order, or nearly, comes from an index.
	 */
	public PlansAssert sortNothing() {
		assertThat(this.plans).noneMatch((plan) -> plan.contains("->  Sort  ("));
		return this;
	}

}
