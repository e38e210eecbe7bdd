package dev.segmentation.account.factor;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.account.ActingAccounts;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.ShortMemory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles whose accounts must have a second factor. Other instances notice a change
 * within a second.
 */
@Service
public class SecondFactorRules implements ShortMemory {

	private static final Duration CACHE_TTL = Duration.ofSeconds(1);

	private final SecondFactorRepository factors;

	private final ActingAccounts acting;

	private final AuditLog audit;

	private final Cache<String, Set<Role>> cache = Caffeine.newBuilder().expireAfterWrite(CACHE_TTL).build();

	SecondFactorRules(SecondFactorRepository factors, ActingAccounts acting, AuditLog audit) {
		this.factors = factors;
		this.acting = acting;
		this.audit = audit;
	}

	/**
	 * Whether accounts of a role must have a second factor.
	 */
	public boolean require(Role role) {
		return role != Role.MEMBER && required().contains(role);
	}

	/** Reads outside the cache's loader, for which all requests would wait. */
	private Set<Role> required() {
		Set<Role> known = this.cache.getIfPresent("roles");
		if (known != null) {
			return known;
		}
		Set<Role> read = this.factors.requiredRoles();
		this.cache.put("roles", read);
		return read;
	}

	/**
	 * Returns the rules of the staff roles, the highest role first.
	 */
	public List<RoleRule> list() {
		return this.factors.rules();
	}

	/**
	 * Counts the accounts without a second factor that these roles would newly require.
	 */
	public long unready(Set<Role> roles) {
		return list().stream()
			.filter((rule) -> roles.contains(rule.role()) && !rule.required())
			.mapToLong((rule) -> rule.accounts() - rule.ready())
			.sum();
	}

	/**
	 * Replaces the roles that must have a second factor.
	 */
	@Transactional
	public void change(Set<Role> roles, CurrentAccount by) {
		by.require(Role.ADMIN);
		this.acting.requireStill(by);
		if (this.factors.require(roles)) {
			this.audit.record(AuditKind.SETTING_CHANGED, by, "second factor",
					roles.stream().sorted().map(Role::name).collect(Collectors.joining(", ")));
		}
		this.cache.invalidateAll();
	}

	@Override
	public void forget() {
		this.cache.invalidateAll();
	}

}
