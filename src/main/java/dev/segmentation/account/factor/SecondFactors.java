package dev.segmentation.account.factor;

import java.time.Duration;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.account.ActingAccounts;
import dev.segmentation.account.SecondFactorCheck;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.ShortMemory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of accounts as a whole.
 */
@Service
public class SecondFactors implements SecondFactorCheck, ShortMemory {

	private static final Duration CACHE_TTL = Duration.ofSeconds(1);

	private static final int MAX_CACHED = 10_000;

	private final SecondFactorRepository factors;

	private final SecondFactorRules rules;

	private final ActingAccounts acting;

	private final AuditLog audit;

	/** The accounts that have a second factor. Only those of required roles are asked. */
	private final Cache<Long, Boolean> ready = Caffeine.newBuilder()
		.expireAfterWrite(CACHE_TTL)
		.maximumSize(MAX_CACHED)
		.build();

	SecondFactors(SecondFactorRepository factors, SecondFactorRules rules, ActingAccounts acting, AuditLog audit) {
		this.factors = factors;
		this.rules = rules;
		this.acting = acting;
		this.audit = audit;
	}

	/**
	 * Returns the passkeys and second factors of an account.
	 */
	public FactorState state(long accountId) {
		return this.factors.state(accountId);
	}

	@Override
	public boolean isNeeded(CurrentAccount account) {
		return account.may(Role.VIEWER) && (this.rules.require(account.role()) || state(account.id()).isSetUp());
	}

	/**
	 * Whether the account has to set up a second factor before it can do anything else.
	 */
	public boolean isMissing(CurrentAccount account) {
		if (!this.rules.require(account.role()) || this.ready.getIfPresent(account.id()) != null) {
			return false;
		}
		boolean setUp = state(account.id()).isSetUp();
		if (setUp) {
			this.ready.put(account.id(), true);
		}
		return !setUp;
	}

	/**
	 * Whether the account has no second factor and one of these roles.
	 */
	public boolean wouldMiss(CurrentAccount account, Set<Role> roles) {
		return roles.contains(account.role()) && !state(account.id()).isSetUp();
	}

	/**
	 * Returns an account that can have second factors.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when no account has this
	 * id
	 */
	public FactorHolder holder(long accountId) {
		return this.factors.findHolder(accountId).orElseThrow(FactorHolder::notFound);
	}

	/**
	 * Removes all passkeys, the app and the recovery codes of an account, whose owner
	 * lost them.
	 */
	@Transactional
	public void removeAll(FactorHolder holder, CurrentAccount by) {
		by.require(Role.ADMIN);
		this.acting.requireStill(by);
		if (state(holder.id()).isSetUp()) {
			this.audit.record(AuditKind.SECOND_FACTOR_REMOVED, by, holder.login(), "all");
		}
		this.factors.deleteAll(holder.id());
		this.ready.invalidate(holder.id());
	}

	/**
	 * Cleans up after one factor was removed by its account.
	 */
	public void removedOne(long accountId) {
		this.factors.deleteCodesWithoutFactor(accountId);
		this.ready.invalidate(accountId);
	}

	@Override
	public void forget() {
		this.ready.invalidateAll();
	}

}
