package dev.segmentation.account.session;

import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions of accounts, in browsers and in programs.
 */
@Service
@Import({ PageSessionRepository.class, RefreshTokenRepository.class })
public class AccountSessions {

	private final PageSessionRepository pages;

	private final RefreshTokenRepository programs;

	AccountSessions(PageSessionRepository pages, RefreshTokenRepository programs) {
		this.pages = pages;
		this.programs = programs;
	}

	/**
	 * Signs an account out everywhere. A sign-in that has checked the password before is
	 * refused, or its session ends within a second.
	 */
	@Transactional
	public void endAll(long accountId) {
		this.pages.beginGeneration(accountId);
		this.pages.deleteOf(accountId);
		this.programs.deleteOf(accountId);
	}

}
