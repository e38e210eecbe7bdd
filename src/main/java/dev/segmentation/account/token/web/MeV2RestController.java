package dev.segmentation.account.token.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.segmentation.account.token.ApiToken;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.limit.LimitProperties;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.api.v2.Version2;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a program who it is.
 */
@Version2
@RestController
@RequestMapping("/api/v2/me")
@Tag(name = "Me")
class MeV2RestController {

	private final TokenService tokens;

	private final LimitProperties limits;

	MeV2RestController(TokenService tokens, LimitProperties limits) {
		this.tokens = tokens;
		this.limits = limits;
	}

	@GetMapping
	@Operation(summary = "Get the own account, token and limits")
	Me me(@AuthenticationPrincipal CurrentAccount account) {
		return new Me(new Account(account.id(), account.login()), account.role(),
				this.tokens.own(account).map(Token::of).orElse(null), new Limits(this.limits.accountRequests()));
	}

	@Schema(name = "MeV2")
	record Me(Account account, Role role,
			@Schema(description = "The API token; null for the access token of a sign-in") @Nullable Token token,
			Limits limits) {
	}

	@Schema(name = "MeAccountV2")
	record Account(@Schema(example = "3") long id, @Schema(example = "nightly-sync (anna)") String login) {
	}

	@Schema(name = "MeTokenV2")
	record Token(@Schema(example = "nightly-sync") String name,
			@JsonProperty("ends_at") @Schema(description = "null without end") @Nullable Instant endsAt,
			@JsonProperty("read_only") boolean readOnly,
			@Schema(description = "The names of the only segments that it may use; null for all") @Nullable List<String> segments,
			@Schema(description = "The ranges of addresses from which it is accepted; empty for all") List<String> addresses) {

		static Token of(ApiToken token) {
			return new Token(token.name(), token.endsAt(), token.limits().readOnly(), token.limits().segments(),
					token.limits().addresses());
		}

	}

	@Schema(name = "MeLimitsV2")
	record Limits(@JsonProperty("requests_per_second") @Schema(example = "10000",
			description = "On each instance of the service") int requestsPerSecond) {
	}

}
