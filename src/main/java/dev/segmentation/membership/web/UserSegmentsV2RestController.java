package dev.segmentation.membership.web;

import dev.segmentation.membership.UserMembership;
import dev.segmentation.membership.UserMembershipService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.web.api.v2.EntityTag;
import dev.segmentation.shared.web.api.v2.Items;
import dev.segmentation.shared.web.api.v2.PageQuery;
import dev.segmentation.shared.web.api.v2.Version2;
import dev.segmentation.user.UserRef;
import dev.segmentation.user.UserService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The segments of one user.
 */
@Version2
@RestController
@Tag(name = "Memberships")
class UserSegmentsV2RestController {

	private final UserMembershipService memberships;

	private final UserService users;

	UserSegmentsV2RestController(UserMembershipService memberships, UserService users) {
		this.memberships = memberships;
		this.users = users;
	}

	@GetMapping("/api/v2/users/{user}/segments")
	@Operation(summary = "List the segments of a user", description = "The newest membership comes first.")
	ResponseEntity<Items<MembershipAnswer>> list(@PathVariable UserRef user, @Valid PageQuery query) {
		Page<UserMembership> page = this.memberships.page(this.users.get(user).id(), query.cursor(), query.size())
			.onward(query.cursor());
		Items<MembershipAnswer> items = Items.of(page, MembershipAnswer::of);
		return EntityTag.of(items).answer(items);
	}

}
