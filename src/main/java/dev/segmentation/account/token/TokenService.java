package dev.segmentation.account.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.account.ActingAccounts;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.ForbiddenException;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates, lists, changes, rotates, revokes and hands over tokens. Editors manage their
 * own tokens, and administrators all tokens.
 */
@Service
public class TokenService {

	private final TokenRepository tokens;

	private final TokenListRepository lists;

	private final ActingAccounts acting;

	private final AuditLog audit;

	private final SecureRandom random = new SecureRandom();

	TokenService(TokenRepository tokens, TokenListRepository lists, ActingAccounts acting, AuditLog audit) {
		this.tokens = tokens;
		this.lists = lists;
		this.acting = acting;
		this.audit = audit;
	}

	/**
	 * Returns a page of the tokens that were not revoked.
	 * @param cursor where it begins; {@code null} for the first page
	 * @throws dev.segmentation.shared.refusal.InvalidInputException when the cursor
	 * belongs to another list
	 */
	public Page<ApiToken> page(TokenFilter filter, CurrentAccount by, @Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, filter.sort()::after,
				(from, limit) -> this.lists.find(filter, ownerFor(by), from, limit));
	}

	/**
	 * Returns the number of tokens that were not revoked.
	 */
	public long count(TokenFilter filter, CurrentAccount by) {
		return this.lists.count(filter, ownerFor(by));
	}

	/**
	 * Returns a token.
	 * @throws NotFoundException when it does not exist, is revoked, or belongs to another
	 * owner and the account is no administrator
	 */
	public ApiToken get(long id, CurrentAccount by) {
		return this.lists.find(id, ownerFor(by))
			.orElseThrow(() -> new NotFoundException("token.missing", "token does not exist"));
	}

	/**
	 * Finds the token with which a program has signed in.
	 */
	public Optional<ApiToken> own(CurrentAccount account) {
		return this.lists.find(account.id(), null);
	}

	private static @Nullable Long ownerFor(CurrentAccount by) {
		by.require(Role.EDITOR);
		return by.may(Role.ADMIN) ? null : by.id();
	}

	/**
	 * Finds the tokens of an owner that end within 14 days or have expired, the earliest
	 * first.
	 */
	public List<ApiToken> ending(CurrentAccount owner) {
		return this.lists.findEnding(owner.id());
	}

	/**
	 * Counts the tokens of each state.
	 */
	public Map<TokenState, Long> countStates() {
		return this.lists.countStates();
	}

	/**
	 * Finds those of the names that no segment has.
	 */
	public List<String> unknownSegments(Collection<String> names) {
		return this.tokens.findUnknownSegments(names);
	}

	/**
	 * Whether a token that an owner cannot name like this any more was revoked. Its login
	 * stays in the history.
	 */
	public boolean isRevoked(String name, String owner) {
		return this.tokens.isRevoked("%s (%s)".formatted(name, owner));
	}

	/**
	 * Finds the accounts that can own tokens.
	 */
	public List<TokenOwner> owners() {
		return this.tokens.findOwners();
	}

	/**
	 * Creates a token.
	 * @throws ForbiddenException when the role is higher than that of the account
	 * @throws ConflictException when the account had a token with this name before
	 */
	@Transactional
	public IssuedToken create(NewToken token, CurrentAccount by) {
		by.require(Role.EDITOR);
		by.require(token.limits().role());
		this.acting.requireStill(by);
		long id;
		try {
			id = this.tokens.insert(token, by.id());
		}
		catch (DuplicateKeyException ex) {
			throw taken(token.name());
		}
		return issue(id, AuditKind.TOKEN_CREATED, token.limits().describe() + until(token.endsAt()), by);
	}

	/**
	 * Changes the name, the limits and the end of a token. They take effect within a
	 * second in all instances.
	 * @throws ForbiddenException when the role is higher than that of the account
	 * @throws NotFoundException as {@link #get}
	 * @throws ConflictException when the owner had another token with this name
	 */
	@Transactional
	public ApiToken change(long id, NewToken changed, CurrentAccount by) {
		by.require(changed.limits().role());
		this.tokens.lock(get(id, by).id());
		try {
			this.tokens.update(id, changed);
		}
		catch (DuplicateKeyException ex) {
			throw taken(changed.name());
		}
		ApiToken token = get(id, by);
		this.audit.record(AuditKind.TOKEN_CHANGED, by, token.login(),
				token.limits().describe() + until(token.endsAt()));
		return token;
	}

	/**
	 * Gives a token a new secret. The present one works for some more time.
	 * @param overlap how long the present secret works; zero to end it at once
	 * @throws NotFoundException as {@link #get}
	 */
	@Transactional
	public IssuedToken rotate(long id, Duration overlap, @Nullable Instant endsAt, CurrentAccount by) {
		this.acting.requireStill(by);
		get(id, by);
		this.tokens.lock(id);
		this.tokens.endSecret(id, overlap);
		this.tokens.setEnd(id, endsAt);
		return issue(id, AuditKind.TOKEN_ROTATED, "the old secret works for " + overlap + until(endsAt), by);
	}

	private IssuedToken issue(long id, AuditKind kind, String detail, CurrentAccount by) {
		String secret = TokenSecret.create(this.random);
		this.tokens.insertSecret(id, TokenSecret.hash(secret));
		ApiToken token = get(id, by);
		this.audit.record(kind, by, token.login(), detail);
		return new IssuedToken(token, secret);
	}

	private static String until(@Nullable Instant end) {
		return (end != null) ? "; until " + end : "";
	}

	/**
	 * Revokes a token. All instances refuse it within a second.
	 * @throws NotFoundException as {@link #get}
	 */
	@Transactional
	public void revoke(long id, CurrentAccount by) {
		this.acting.requireStill(by);
		ApiToken token = get(id, by);
		this.tokens.revoke(id);
		this.audit.record(AuditKind.TOKEN_REVOKED, by, token.login(), null);
	}

	/**
	 * Gives a token to another owner. Its login names the new owner from now on.
	 * @throws ForbiddenException when the account is no administrator
	 * @throws NotFoundException as {@link #get}, or when the new owner cannot own tokens
	 * @throws ConflictException when the new owner had a token with this name before
	 */
	@Transactional
	public ApiToken handOver(long id, long ownerId, CurrentAccount by) {
		by.require(Role.ADMIN);
		this.acting.requireStill(by);
		ApiToken token = get(id, by);
		try {
			if (!this.tokens.setOwner(id, ownerId)) {
				throw new NotFoundException("token.owner.missing", "account does not exist");
			}
		}
		catch (DuplicateKeyException ex) {
			throw taken(token.name());
		}
		ApiToken handedOver = get(id, by);
		this.audit.record(AuditKind.TOKEN_HANDED_OVER, by, token.login(), handedOver.owner());
		return handedOver;
	}

	private static ConflictException taken(String name) {
		return new ConflictException("token.exists", "token already exists", name);
	}

}
