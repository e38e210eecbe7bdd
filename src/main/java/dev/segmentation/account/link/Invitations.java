package dev.segmentation.account.link;

import dev.segmentation.account.ActingAccounts;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditLog;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.refusal.ConflictException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people by one-time links.
 */
@Service
public class Invitations {

	private final AccountLinkRepository links;

	private final ActingAccounts acting;

	private final AuditLog audit;

	Invitations(AccountLinkRepository links, ActingAccounts acting, AuditLog audit) {
		this.links = links;
		this.acting = acting;
		this.audit = audit;
	}

	/**
	 * Returns an open invitation, which may have expired.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when it was used or
	 * revoked
	 */
	public AccountLink get(long id) {
		return this.links.findInvitation(id).orElseThrow(AccountLink::notFound);
	}

	/**
	 * Invites an e-mail address.
	 * @throws ConflictException when an account or an open invitation has this address
	 */
	@Transactional
	public IssuedLink invite(String email, Role role, CurrentAccount by) {
		this.acting.requireStill(by);
		if (this.links.isTaken(email)) {
			throw new ConflictException("accounts.invite.taken", "an account has this e-mail");
		}
		LinkSecret secret = LinkSecret.generate();
		try {
			long id = this.links.insertInvitation(secret.hash(), email, role, by.id());
			this.audit.record(AuditKind.ACCOUNT_INVITED, by, email, role.name());
			return new IssuedLink(get(id), secret);
		}
		catch (DuplicateKeyException ex) {
			throw new ConflictException("accounts.invite.open", "this e-mail is already invited");
		}
	}

	/**
	 * Replaces the link of an open invitation. The earlier link stops working.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when it was used or
	 * revoked
	 */
	@Transactional
	public IssuedLink renew(long id, CurrentAccount by) {
		this.acting.requireStill(by);
		LinkSecret secret = LinkSecret.generate();
		AccountLink link = this.links.renew(id, secret.hash(), by.id()).orElseThrow(AccountLink::notFound);
		this.audit.record(AuditKind.ACCOUNT_INVITED, by, link.email(), link.role().name());
		return new IssuedLink(link, secret);
	}

	/**
	 * Revokes an open invitation.
	 * @return the address that was invited
	 * @throws dev.segmentation.shared.refusal.NotFoundException when it was used or
	 * revoked
	 */
	@Transactional
	public String revoke(long id, CurrentAccount by) {
		this.acting.requireStill(by);
		AccountLink link = get(id);
		if (!this.links.deleteInvitation(id)) {
			throw AccountLink.notFound();
		}
		this.audit.record(AuditKind.INVITATION_REVOKED, by, link.email(), null);
		return "" + link.email();
	}

}
