package dev.segmentation.account.web;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.Client;
import dev.segmentation.account.SignUp;
import dev.segmentation.account.company.LocalSignIn;
import dev.segmentation.account.session.Session;
import dev.segmentation.account.session.SessionService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.shared.web.Login;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Accounts", description = "Sign up, sign in, refresh the token. These requests need no token.")
@SecurityRequirements
class AccountRestController {

	private static final String REFRESH_TOKEN = "refresh-token";

	private static final String REFRESH_PATH = "/api/v1/users/refresh";

	/**
	 * Only for sign-up, as in the reference service. Pages and imports accept addresses
	 * of an intranet.
	 */
	private static final String DOMAIN_WITH_DOT = ".*@[^@]*\\.[^@]*";

	private final AccountService accounts;

	private final SessionService sessions;

	private final LocalSignIn local;

	AccountRestController(AccountService accounts, SessionService sessions, LocalSignIn local) {
		this.local = local;
		this.accounts = accounts;
		this.sessions = sessions;
	}

	@PostMapping("/sign-up")
	@ResponseStatus(HttpStatus.CREATED)
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "409", description = "Another account has this login or e-mail")
	@ApiResponse(responseCode = "429", description = "Too many passwords are being checked at this moment")
	@Operation(summary = "Sign up", description = "The setting segmentation.sign-up decides the role of the account.")
	SignedUp signUp(@RequestBody @Valid SignUpRequest request) {
		return new SignedUp(this.accounts.signUp(new SignUp(request.login(), request.email(), request.password())));
	}

	@PostMapping("/sign-in")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "403", description = "The account must change its password on the pages first")
	@ApiResponse(responseCode = "429", description = "Too many passwords are being checked at this moment")
	@Operation(summary = "Sign in",
			description = "Returns an access token, and sets a refresh token as a cookie. The login is not case-sensitive.")
	ResponseEntity<Token> signIn(@RequestBody @Valid SignInRequest request, HttpServletRequest http) {
		CurrentAccount account = this.accounts.signIn(request.login(), request.password());
		this.local.require(account);
		return answer(this.sessions.open(account, Client.of(http)), http);
	}

	@GetMapping("/refresh")
	@Operation(summary = "Refresh the token",
			description = "Returns a new access token and a new refresh token. The old refresh token becomes invalid "
					+ "after ten seconds.")
	ResponseEntity<Token> refresh(@Parameter(hidden = true) @CookieValue(name = REFRESH_TOKEN,
			required = false) @Nullable String refreshToken, HttpServletRequest http) {
		if (refreshToken == null) {
			throw new NotFoundException("session.missing", "refresh-token not found");
		}
		return answer(this.sessions.refresh(refreshToken, Client.of(http)), http);
	}

	private static ResponseEntity<Token> answer(Session session, HttpServletRequest http) {
		ResponseCookie cookie = ResponseCookie.from(REFRESH_TOKEN, session.refreshToken())
			.path(REFRESH_PATH)
			.maxAge(session.refreshTtl())
			.httpOnly(true)
			.sameSite("Strict")
			.secure(http.isSecure())
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.body(new Token(session.accessToken()));
	}

	record SignUpRequest(@Schema(example = "maksim-go") @NotNull @Login String login,
			@Schema(example = "maksim@example.com") @NotNull @Email @Pattern(regexp = DOMAIN_WITH_DOT,
					message = "must be an e-mail address whose domain has a dot") @CodePointLength(min = 1,
							max = 64) String email,
			@Schema(example = "qwerty123") @NotNull @CodePointLength(min = 8, max = 64) String password) {
	}

	record SignInRequest(@Schema(example = "admin") @NotNull @CodePointLength(min = 2, max = 64) String login,
			@Schema(example = "qwerty123") @NotNull @CodePointLength(min = 8, max = 64) String password) {
	}

	record SignedUp(@Schema(example = "1") long id) {
	}

	record Token(@Schema(example = "eyJhbGciOiJIUzI1NiJ9...") String token) {
	}

}
