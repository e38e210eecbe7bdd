package dev.segmentation.account.factor;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * An account that can have second factors: a member of the staff.
 */
public record FactorHolder(long id, String login) {

	static NotFoundException notFound() {
		return new NotFoundException("account.missing", "account does not exist");
	}

}
