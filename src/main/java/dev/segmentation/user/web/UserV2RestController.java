package dev.segmentation.user.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.segmentation.segment.SegmentAccess;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.api.v2.Items;
import dev.segmentation.shared.web.api.v2.PageQuery;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.shared.web.api.v2.ProblemException;
import dev.segmentation.shared.web.api.v2.Version2;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserField;
import dev.segmentation.user.UserMatch;
import dev.segmentation.user.UserRef;
import dev.segmentation.user.UserSearch;
import dev.segmentation.user.UserService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The users for programs. An account that is restricted to some segments cannot change
 * users.
 */
@Version2
@RestController
@RequestMapping("/api/v2/users")
@Tag(name = "Users")
class UserV2RestController {

	private final UserService users;

	private final UserSearch search;

	private final SegmentAccess access;

	UserV2RestController(UserService users, UserSearch search, SegmentAccess access) {
		this.users = users;
		this.search = search;
		this.access = access;
	}

	@GetMapping
	@Operation(summary = "Find or list users",
			description = "All users are ordered by id. With query, the best matches come first, and the first page "
					+ "has the exact matches in addition to limit.")
	Items<UserAnswer> list(UserQueryParameters query, @Valid PageQuery page) {
		if (!query.exact().isEmpty()) {
			return new Items<>(findExact(query.exact()).map(UserAnswer::of).map(List::of).orElse(List.of()), null);
		}
		if (query.text().isEmpty()) {
			return Items.of(this.users.page(page.cursor(), page.size()), UserAnswer::of);
		}
		return Items.of(this.search.list(query.text(), page.cursor(), page.size()).onward(page.cursor()),
				(UserMatch match) -> UserAnswer.of(match.user()));
	}

	/** All of the fields must be those of one user. */
	private Optional<UserDetails> findExact(List<UserRef> fields) {
		List<@Nullable Long> ids = this.users.findIds(fields).stream().distinct().toList();
		Long id = ids.getFirst();
		return (ids.size() == 1 && id != null) ? this.users.find(UserRef.ofId(id)) : Optional.empty();
	}

	@PostMapping
	@Operation(summary = "Create a user")
	@ApiResponse(responseCode = "201", description = "Created")
	@ApiResponse(responseCode = "409", description = "Another user has one of the fields")
	ResponseEntity<UserAnswer> create(@RequestBody UserRequest request,
			@AuthenticationPrincipal CurrentAccount account) {
		this.access.requireAll(account);
		return created(UserRef.ofId(this.users.add(request.toData())));
	}

	@PutMapping("/{user}")
	@Operation(summary = "Create or replace the user with an external id",
			description = "The reference must be external_id:..., and the body has no external_id.")
	@ApiResponse(responseCode = "200", description = "Replaced, or unchanged")
	@ApiResponse(responseCode = "201", description = "Created")
	@ApiResponse(responseCode = "409", description = "Another user has the login or the e-mail address")
	ResponseEntity<UserAnswer> put(@PathVariable UserRef user, @RequestBody PutUserRequest request,
			@AuthenticationPrincipal CurrentAccount account) {
		this.access.requireAll(account);
		if (user.field() != UserField.EXTERNAL_ID || !user.value().matches(ExternalId.PATTERN)) {
			throw ProblemException.invalid("user", ProblemCode.INVALID_REFERENCE,
					"A user is put by its external id, of at most 64 characters: external_id:...");
		}
		return this.users.put(request.toData(user.value())) ? created(user) : find(user);
	}

	private ResponseEntity<UserAnswer> created(UserRef ref) {
		UserAnswer answer = UserAnswer.of(this.users.get(ref));
		return ResponseEntity.created(URI.create("/api/v2/users/" + answer.id()))
			.eTag(answer.tag().text())
			.body(answer);
	}

	@GetMapping("/{user}")
	@Operation(summary = "Get a user")
	ResponseEntity<UserAnswer> find(@PathVariable UserRef user) {
		UserAnswer answer = UserAnswer.of(this.users.get(user));
		return answer.tag().answer(answer);
	}

	@PatchMapping("/{user}")
	@Operation(summary = "Change a user",
			description = "Absent fields stay as they are. external_id: null removes the external id.")
	@ApiResponse(responseCode = "409", description = "Another user has one of the fields")
	ResponseEntity<UserAnswer> change(@PathVariable UserRef user, @RequestBody ChangeUserRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal CurrentAccount account) {
		this.access.requireAll(account);
		UserDetails before = this.users.get(user);
		UserAnswer.of(before).tag().allow(ifMatch);
		this.users.edit(before.id(), request.toData(before), before.version());
		return find(UserRef.ofId(before.id()));
	}

	@DeleteMapping("/{user}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@ApiResponse(responseCode = "204", description = "Deleted")
	@Operation(summary = "Delete a user",
			description = "Ends the memberships, which the history keeps by id, and deletes the personal data.")
	void delete(@PathVariable UserRef user,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal CurrentAccount account) {
		this.access.requireAll(account);
		UserDetails before = this.users.get(user);
		UserAnswer.of(before).tag().allow(ifMatch);
		this.users.delete(before.id(), "", ActKind.API, account);
	}

}
