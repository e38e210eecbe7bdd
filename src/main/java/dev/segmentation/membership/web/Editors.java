package dev.segmentation.membership.web;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ForbiddenException;
import dev.segmentation.shared.Role;

/**
 * Forms that only editors may see.
 */
final class Editors {

	private Editors() {
	}

	static void require(CurrentAccount account) {
		if (!account.may(Role.EDITOR)) {
			throw new ForbiddenException("access denied");
		}
	}

}
