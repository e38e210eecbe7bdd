package dev.segmentation.report;

/**
 * What happened to reports that were revoked together.
 *
 * @param revoked the number of reports that were revoked
 * @param failed the number of reports that Google Drive still shares
 */
public record RevokedReports(int revoked, int failed) {

	static final RevokedReports NONE = new RevokedReports(0, 0);

	RevokedReports plus(int moreRevoked, int moreFailed) {
		return new RevokedReports(this.revoked + moreRevoked, this.failed + moreFailed);
	}

}
