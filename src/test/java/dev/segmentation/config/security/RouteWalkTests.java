package dev.segmentation.config.security;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.shared.Role;
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

	private RouteWalk signIn() {
		return new RouteWalk(this.api.as(TestAccount.EDITOR), new Pages(this.api).signIn(TestAccount.EDITOR));
	}

	private void change(String columns) {
		this.database.jdbc().sql("UPDATE accounts SET %s WHERE login = 'editor'".formatted(columns)).update();
		this.accounts.forget();
	}

}
