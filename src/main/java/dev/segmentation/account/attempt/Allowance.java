package dev.segmentation.account.attempt;

import java.time.Duration;

import io.github.bucket4j.BucketConfiguration;

/**
 * How many wrong passwords are allowed. Each allowance refills with time.
 */
enum Allowance {

	/**
	 * Five at once, and then one each 30 seconds. After ten, one each 5 minutes. After
	 * twenty, one an hour.
	 */
	LOGIN(growingWaits()),

	/** Fifty at once, and then one a minute. Offices share an address. */
	ADDRESS(BucketConfiguration.builder()
		.addLimit((limit) -> limit.capacity(50).refillGreedy(1, Duration.ofMinutes(1)))
		.build()),

	/** Those of a login. All browsers that signed in with it before share them. */
	BROWSER(growingWaits()),

	/** Those of a network for a shared link. */
	LINK_NETWORK(growingWaits()),

	/** A hundred at once for a shared link from all networks, and then one a minute. */
	LINK(BucketConfiguration.builder()
		.addLimit((limit) -> limit.capacity(100).refillGreedy(1, Duration.ofMinutes(1)))
		.build());

	private final BucketConfiguration configuration;

	Allowance(BucketConfiguration configuration) {
		this.configuration = configuration;
	}

	BucketConfiguration configuration() {
		return this.configuration;
	}

	private static BucketConfiguration growingWaits() {
		return BucketConfiguration.builder()
			.addLimit((limit) -> limit.capacity(5).refillGreedy(1, Duration.ofSeconds(30)))
			.addLimit((limit) -> limit.capacity(10).refillGreedy(1, Duration.ofMinutes(5)))
			.addLimit((limit) -> limit.capacity(20).refillGreedy(1, Duration.ofHours(1)))
			.build();
	}

}
