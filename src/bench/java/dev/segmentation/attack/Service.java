package dev.segmentation.attack;

/**
 * How the bystander was served.
 *
 * @param ping the answers of {@code /ping}
 * @param list the answers of a list of the API
 */
record Service(Times ping, Times list) {

	private static final long LONGEST_MEDIAN = 250;

	/** Others are answered, each time, and usually without a noticeable wait. */
	boolean isBearable() {
		return this.ping.isBearable() && this.list.isBearable();
	}

	@Override
	public String toString() {
		return "ping %s, list %s".formatted(this.ping, this.list);
	}

	/**
	 * The answers of one address, in milliseconds.
	 */
	record Times(int requests, long median, long longest, int failed) {

		private boolean isBearable() {
			return this.failed == 0 && this.requests > 0 && this.median <= LONGEST_MEDIAN;
		}

		@Override
		public String toString() {
			return "median %d ms, longest %d ms, %d of %d failed".formatted(this.median, this.longest, this.failed,
					this.requests);
		}

	}

}
