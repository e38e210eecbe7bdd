package dev.segmentation.report;

/**
 * What happened to reports that were revoked together.
 *
 * @param revoked the number of reports that were revoked
 * @param unconfirmed the number of those that Google Drive may still share
 */
public record RevokedReports(int revoked, int unconfirmed) {

	static final RevokedReports NONE = new RevokedReports(0, 0);

	RevokedReports plus(int moreRevoked, int moreUnconfirmed) {
		return new RevokedReports(this.revoked + moreRevoked, this.unconfirmed + moreUnconfirmed);
	}

}
