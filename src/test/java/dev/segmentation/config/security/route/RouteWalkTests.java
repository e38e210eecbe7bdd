package dev.segmentation.config.security.route;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.account.token.IssuedToken;
import dev.segmentation.account.token.TestTokens;
import dev.segmentation.account.token.TokenLimits;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends each route of the table with each role and without one.
 */
@HttpTest
class RouteWalkTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	AccountDirectory accounts;

	@Autowired
	TokenService tokens;

	@BeforeEach
	void reset() {
		change("role = 'EDITOR', enabled = true, user_id = NULL");
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void givesEachRoleItsRoutes(Role role) {
		RouteWalk walk = signIn();
		String user = (role == Role.MEMBER) ? "" + Sql.addUser(this.database.jdbc()) : "NULL";
		change("role = '%s', user_id = %s".formatted(role, user));
		walk.all().forEach((route) -> route.assertAllowedFor(role));
	}

	@Test
	void givesAStrangerThePublicRoutes() {
		new RouteWalk(this.api, new Pages(this.api)).all().forEach((route) -> route.assertAllowedFor(null));
	}

	@Test
	void givesADisabledAccountThePublicRoutes() {
		RouteWalk walk = signIn();
		change("enabled = false");
		walk.all().forEach((route) -> route.assertAllowedFor(null));
	}

	@Test
	void givesAReadOnlyTokenTheRoutesOfAViewer() {
		IssuedToken token = new TestTokens(this.tokens).create(new TokenLimits(Role.EDITOR, true, null, List.of()),
				null);
		calls(token).forEach((route) -> route.assertAllowedFor(Role.VIEWER));
	}

	@Test
	void givesARevokedTokenThePublicRoutes() {
		IssuedToken token = new TestTokens(this.tokens).create(Role.EDITOR);
		this.tokens.revoke(token.token().id(), Accounts.EDITOR);
		calls(token).forEach((route) -> route.assertAllowedFor(null));
	}

	/** It is refused more than its role, for example at the list of all segments. */
	@Test
	void givesATokenOfOneSegmentNoOtherRoutes() {
		Sql.addSegment(this.database.jdbc(), "ONLY-ONE", "0");
		IssuedToken token = new TestTokens(this.tokens)
			.create(new TokenLimits(Role.VIEWER, false, List.of("ONLY-ONE"), List.of()), null);
		assertThat(calls(token)).filteredOn((route) -> !route.isFor(Role.VIEWER)).allMatch(WalkedRoute::isRefused);
	}

	private Stream<WalkedRoute> calls(IssuedToken token) {
		return new RouteWalk(this.api.withToken(token.secret()), new Pages(this.api)).all()
			.stream()
			.filter((route) -> route.route().pattern().startsWith("/api/"));
	}

	private RouteWalk signIn() {
		// Not a kept token, because the walk may end its session.
		Api own = this.api.as(TestAccount.EDITOR.login(), TestAccount.PASSWORD);
		return new RouteWalk(own, new Pages(this.api).signIn(TestAccount.EDITOR));
	}

	private void change(String columns) {
		this.database.jdbc().sql("UPDATE accounts SET %s WHERE login = 'editor'".formatted(columns)).update();
		this.accounts.forget();
	}

}
