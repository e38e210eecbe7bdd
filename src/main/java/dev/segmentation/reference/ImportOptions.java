package dev.segmentation.reference;

/**
 * What to carry over, and how.
 *
 * @param url the JDBC address of the reference service's database, without a password
 * @param zone the name of the time zone of its times, which have none
 * @param rename whether names that cannot stay get new ones; otherwise they stop the
 * import
 * @param apply whether the import is done; otherwise it is only checked
 */
public record ImportOptions(String url, String zone, boolean rename, boolean apply) {

	/** The address without its parameters. */
	String shownUrl() {
		return this.url.replaceFirst("\\?.*", "");
	}

}
